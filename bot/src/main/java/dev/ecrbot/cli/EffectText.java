package dev.ecrbot.cli;

import dev.ecrbot.cli.words.AnswerWords;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.PolicyDiff;
import dev.ecrbot.policy.evaluation.ConditionChange;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what a change means for somebody: in one line, and in two more under which conditions.
 *
 * @param accesses the words for actions
 */
record EffectText(AccessCatalogue accesses) {

    String of(Effect effect) {
        boolean gains = effect.loses().isEmpty();
        boolean certain = effect.terms().filter(terms -> !terms.compared()).isEmpty();
        return clean(effect.principal().text())
                + (gains ? AnswerWords.gains(certain) : AnswerWords.loses(certain))
                + actions(gains ? effect.gains() : effect.loses())
                + effect.from().map(AnswerWords::from).orElse("")
                + effect.until()
                        .map(until -> gains ? AnswerWords.gainedUntil(until) : AnswerWords.lostUntil(until))
                        .orElse("")
                + (effect.conditions().isEmpty()
                        ? ""
                        : conditions(gains, clean(String.join(", ", effect.conditions()))))
                + "."
                + effect.terms().map(EffectText::terms).orElse("");
    }

    /** Says which statement changed of which nobody knows what it means. */
    static String of(PolicyDiff.Unread statement) {
        String name = statement
                        .before()
                        .or(statement::after)
                        .map(place -> AnswerWords.numbered(place + 1))
                        .orElseGet(AnswerWords::unnumbered)
                + statement.sid().map(sid -> " (" + clean(sid) + ")").orElse("");
        String what = statement.before().isEmpty()
                ? AnswerWords.isNew()
                : statement.after().isEmpty() ? AnswerWords.isGone() : AnswerWords.changed();
        return name + what + AnswerWords.notUnderstood();
    }

    private static String conditions(boolean gains, String conditions) {
        return gains ? AnswerWords.gainedUnder(conditions) : AnswerWords.lostExcept(conditions);
    }

    private static String terms(ConditionChange terms) {
        return System.lineSeparator() + "  " + AnswerWords.before(clean(terms.before())) + System.lineSeparator() + "  "
                + AnswerWords.now(clean(terms.after()));
    }

    /** Returns the words that people type where some fit, and then every action. */
    private String actions(Set<String> actions) {
        String words = String.join(", ", AccessWords.of(accesses, actions));
        String names = actions.stream().map(EffectText::clean).collect(Collectors.joining(", "));
        return actions.stream().anyMatch(action -> words.contains(action.replaceFirst("^ecr:", "")))
                ? names
                : words + " (" + names + ")";
    }

    private static String clean(String text) {
        return PrincipalLabels.clean(text);
    }
}
