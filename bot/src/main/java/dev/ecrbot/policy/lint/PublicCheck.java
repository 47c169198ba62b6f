package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.util.List;
import java.util.Locale;

/** Looks whether a statement for everyone says by a condition who is meant. */
final class PublicCheck {
    /** What keys that tell who calls, or from where, begin with. */
    private static final List<String> NARROWING = List.of(
            "aws:principalarn",
            "aws:principalaccount",
            "aws:principalorg",
            "aws:principaltag/",
            "aws:principalservicename",
            "aws:userid",
            "aws:username",
            "aws:sourcearn",
            "aws:sourceaccount",
            "aws:sourceorg",
            "aws:sourceip",
            "aws:sourcevpc",
            "aws:vpcsourceip");

    private PublicCheck() {}

    static void run(Report report) {
        Statement statement = report.statement();
        boolean everyone = report.principals().stream().anyMatch(Principal.Everyone.class::isInstance);
        if (!statement.allows()
                || statement.exceptsPrincipals()
                || !everyone
                || statement.conditions().stream().anyMatch(PublicCheck::narrows)) {
            return;
        }
        report.add(
                Severity.ERROR,
                Kind.PUBLIC_PRINCIPAL,
                "Everyone who has an AWS identity is allowed this, and no condition says who is meant.",
                "Name the accounts, or add StringEquals on aws:PrincipalOrgID.");
    }

    private static boolean narrows(Condition condition) {
        String operator = condition.operator();
        String key = condition.key().toLowerCase(Locale.ROOT);
        boolean positive = !operator.contains("Not")
                && !operator.endsWith("IfExists")
                && !operator.equals("Null")
                && !operator.startsWith("ForAllValues:");
        return positive
                && NARROWING.stream().anyMatch(key::startsWith)
                && condition.values().stream().noneMatch(PublicCheck::everything);
    }

    private static boolean everything(String value) {
        return value.chars().allMatch(c -> c == '*' || c == ':') || value.equals("0.0.0.0/0") || value.equals("::/0");
    }
}
