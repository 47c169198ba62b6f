package dev.ecrbot.slack.message;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.condition.TermText;
import dev.ecrbot.policy.plan.Edit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which access is meant. */
public final class AccessText {

    /** More than any list of them may take, so that a list notices what doesn't fit instead of showing it cut. */
    private static final int LONGEST = 6_000;

    private AccessText() {}

    /** Returns the words people type, and the actions where none fits. */
    public static String words(DisplayNames names, Set<String> actions) {
        return SafeText.line(String.join(", ", AccessWords.of(names.accesses(), actions)), LONGEST);
    }

    /**
     * Returns the access as it was given: its word, with its actions where the word stands for others by now, and what it
     * depends on.
     */
    public static String given(DisplayNames names, Access access) {
        Access plain = access.under(AccessConditions.NONE);
        String what =
                names.accesses().byWord(access.word()).filter(plain::equals).isPresent()
                        ? access.word()
                        : access + " (" + each(access.actions()) + ")";
        return access.conditions().isEmpty()
                ? what
                : what + " (if " + SafeText.line(TermText.of(access.conditions()), LONGEST) + ")";
    }

    /** As {@link #words}, and then every action by its name. */
    static String full(DisplayNames names, Set<String> actions) {
        String words = words(names, actions);
        String each = each(actions);
        return words.equals(each) ? words : words + " (" + each + ")";
    }

    private static String each(Set<String> actions) {
        return SafeText.line(
                actions.stream()
                        .map(action -> action.startsWith("ecr:") && !action.endsWith(":*")
                                ? action.substring("ecr:".length())
                                : action)
                        .collect(Collectors.joining(", ")),
                LONGEST);
    }

    /** Returns on what an access depends. */
    public static String conditions(List<String> keys) {
        return SafeText.line(
                keys.stream()
                        .map(key -> key.equals("Statement") ? "a statement that can't be understood" : key)
                        .collect(Collectors.joining(", ")),
                LONGEST);
    }

    /** Returns the access an edit is about, as people would type it. */
    static String of(Edit edit) {
        return edit.accessIfNamed().map(Access::word).orElse("all");
    }
}
