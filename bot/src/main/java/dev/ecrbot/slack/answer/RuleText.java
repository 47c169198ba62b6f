package dev.ecrbot.slack.answer;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.condition.TermText;
import dev.ecrbot.rules.BreakGlass;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.ReasonRule;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.RuleStanding;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a few lines what a rule lets people do. */
record RuleText(RuleStanding standing, DisplayNames names) {
    private static final int NAME = 100;
    private static final int LIST = 300;

    List<RichTextLine> lines() {
        Rule rule = standing.rule();
        var lines = new ArrayList<>(List.of(
                RichTextLine.bold(SafeText.line(rule.name(), NAME) + ": ", what(rule)),
                new RichTextLine()
                        .text("Asked for by ")
                        .people(rule.requesters())
                        .text(you(standing.asks())),
                approvers(rule),
                RichTextLine.of(terms(rule))));
        rule.approvers().glass().ifPresent(glass -> lines.add(breakGlass(glass)));
        return lines;
    }

    private static RichTextLine breakGlass(BreakGlass glass) {
        return new RichTextLine()
                .text("In an emergency at once (breakglass), " + glass.perDay() + " a day, by ")
                .people(glass.people())
                .text(": for " + span(glass.review()) + ", or for " + span(glass.lasting())
                        + " once an approver has reviewed it.");
    }

    private String what(Rule rule) {
        String words = rule.scope().access().stream().map(Access::word).sorted().collect(Collectors.joining(", "));
        String where =
                rule.scope().repositories().stream().map(Object::toString).collect(Collectors.joining(", "));
        return SafeText.line(words, LIST) + " on " + SafeText.line(where, LIST) + ", for " + to(rule);
    }

    private String to(Rule rule) {
        String listed = Stream.concat(
                        rule.scope().to().everyListed()
                                ? Stream.of("every configured account")
                                : rule.scope().to().accounts().stream()
                                        .map(names::account)
                                        .sorted(),
                        rule.scope().to().organizations().stream()
                                .map(path -> names.principal(new Principal.Organization(path)))
                                .sorted())
                .collect(Collectors.joining(", "));
        return SafeText.line(listed, LIST);
    }

    private RichTextLine approvers(Rule rule) {
        int needed = rule.approvers().approvals();
        return new RichTextLine()
                .text(needed == 1 ? "Approved by " : needed + " approvals, by ")
                .people(rule.approvers().people())
                .text(rule.approvers()
                        .owner()
                        .map(owner -> ", whomever the repository's tag " + SafeText.line(owner.tag(), NAME) + " names")
                        .orElse(""))
                .text(you(standing.decides()));
    }

    private static String you(Membership membership) {
        return switch (membership) {
            case YES -> " (you are one of them)";
            case NO -> "";
            case UNKNOWN -> " (Slack didn't say whether you are one of them)";
        };
    }

    private static String span(Duration span) {
        return Stream.of(
                        count(span.toDays(), "day"),
                        count(span.toHoursPart(), "hour"),
                        count(span.toMinutesPart(), "minute"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String count(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String terms(Rule rule) {
        String longest = rule.terms()
                .maxDuration()
                .map(max -> "At most for " + span(max))
                .orElse("For good, if need be");
        String reason = rule.terms().reason() instanceof ReasonRule.Free ? "" : ", with a reason";
        String patterns = rule.scope().patterns() ? "; patterns such as payments/* can be asked for" : "";
        String revoke = rule.handling().revocation() == Revocation.IMMEDIATE
                ? "; its approvers and holders take access away without an approval"
                : "";
        String conditions = rule.terms().conditions().isEmpty()
                ? ""
                : "; only if " + SafeText.line(TermText.of(rule.terms().conditions()), LIST);
        String auto = rule.approvers()
                .auto()
                .map(each -> "; " + SafeText.line(each.words(), LIST) + " for a named role, for " + span(each.atMost())
                        + " at most, it approves by itself, " + each.perDay() + " a day")
                .orElse("");
        String quota = rule.terms()
                        .quota()
                        .pending()
                        .map(most -> "; " + most + " waiting requests a person")
                        .orElse("")
                + rule.terms()
                        .quota()
                        .active()
                        .map(most -> "; " + most + " grants a person")
                        .orElse("");
        return longest + reason + conditions + quota + auto + patterns + revoke + "."
                + calling(rule.handling().calling());
    }

    private static String calling(Calling calling) {
        String hours = calling.hours()
                .map(set -> " Approvers are reminded " + HoursText.of(set) + " only.")
                .orElse("");
        String late = calling.escalation()
                .map(escalation -> " Some of them are called only after " + span(escalation.after()) + ".")
                .orElse("");
        return hours + late;
    }
}
