package dev.ecrbot.cli;

import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.diff.Effect;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in one line what a change means for somebody. */
final class EffectText {
    private EffectText() {}

    static String of(Effect effect) {
        boolean gains = effect.loses().isEmpty();
        return clean(effect.principal().text())
                + (gains ? " gains " : " loses ")
                + actions(gains ? effect.gains() : effect.loses())
                + effect.from().map(from -> " from " + from + " on").orElse("")
                + effect.until()
                        .map(until -> (gains ? " until " : ", for the time until ") + until)
                        .orElse("")
                + (effect.conditions().isEmpty()
                        ? ""
                        : (gains ? ", under conditions: " : ", except under conditions: ")
                                + clean(String.join(", ", effect.conditions())))
                + ".";
    }

    /** Returns the words that people type where some fit, and then every action. */
    private static String actions(Set<String> actions) {
        String words = String.join(", ", AccessWords.of(actions));
        String names = actions.stream().map(EffectText::clean).collect(Collectors.joining(", "));
        return actions.stream().anyMatch(action -> words.contains(action.replaceFirst("^ecr:", "")))
                ? names
                : words + " (" + names + ")";
    }

    private static String clean(String text) {
        return Names.clean(text);
    }
}
