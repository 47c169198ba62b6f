package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.problem.AccountProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the word that says which account: a configured name, or an id as it is or as the AWS console shows it. */
final class AccountReader {
    private static final Pattern DASHED = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}");
    private static final Pattern SHOWN = Pattern.compile("(\\S{1,100}) \\(([0-9]{12})\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9-]+");

    private final Names names;

    AccountReader(Names names) {
        this.names = names;
    }

    Optional<AccountId> find(String typed) {
        return names.account(typed)
                .or(() -> asShown(typed))
                .or(() -> AccountId.parse(DASHED.matcher(typed).matches() ? typed.replace("-", "") : typed));
    }

    /** ecr-bot itself writes “sales (222222222222)”. */
    private Optional<AccountId> asShown(String typed) {
        Matcher shown = SHOWN.matcher(typed);
        return shown.matches()
                ? names.account(shown.group(1)).filter(id -> id.value().equals(shown.group(2)))
                : Optional.empty();
    }

    AccountId read(String typed) {
        return find(typed).orElseThrow(() -> unknown(typed));
    }

    private ProblemException unknown(String typed) {
        if (typed.contains("://")) {
            return new ProblemException(AccountProblems.webAddress(typed));
        }
        if (typed.contains("*") || typed.contains("?")) {
            return new ProblemException(AccountProblems.wildcard(typed, accounts()));
        }
        if (typed.startsWith("@") || typed.startsWith("#")) {
            return new ProblemException(AccountProblems.inSlack(typed, accounts()));
        }
        if (NUMBER.matcher(typed).matches()) {
            return new ProblemException(AccountProblems.notTwelveDigits(typed, accounts()));
        }
        return stranger(typed);
    }

    private ProblemException stranger(String typed) {
        if (AnyPrincipal.isOrphan(typed)) {
            return new ProblemException(AccountProblems.deletedId(typed));
        }
        if (AnyPrincipal.isService(typed)) {
            return new ProblemException(AccountProblems.service(typed, accounts()));
        }
        int slash = typed.indexOf('/');
        if (slash > 0 && IamResource.isKind(typed.substring(0, slash))) {
            return new ProblemException(AccountProblems.missingBefore(typed, accounts()));
        }
        String first = typed.split("[/:@ ]", 2)[0];
        if (first.length() < typed.length() && find(first).isPresent()) {
            return new ProblemException(AccountProblems.notApart(typed));
        }
        return new ProblemException(AccountProblems.unknown(typed, accounts()));
    }

    private Set<String> accounts() {
        return names.accounts().keySet();
    }
}
