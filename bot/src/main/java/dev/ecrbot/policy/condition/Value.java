package dev.ecrbot.policy.condition;

import dev.ecrbot.policy.operator.Glob;
import dev.ecrbot.policy.operator.Pattern;
import java.util.Arrays;
import java.util.List;

/** What is known of a condition key in a request. */
public sealed interface Value {

    /** The request has the key with these values; at least one. */
    record Present(List<String> texts) implements Value {}

    /** The request has the key, and of each of its values only the form is known: it is one of these. */
    record Formed(List<Pattern> forms) implements Value {}

    /** The request doesn't have the key. */
    record Absent() implements Value {}

    /** Nobody here can tell. */
    record Unknown() implements Value {}

    Value ABSENT = new Absent();
    Value UNKNOWN = new Unknown();

    /** Returns that every value of the key matches one of these. */
    static Value formed(Glob... forms) {
        return new Formed(Arrays.stream(forms)
                .map(form -> new Pattern(form, Pattern.Mode.LIKE))
                .toList());
    }

    /** Returns the values; a key without any counts as one that isn't there. */
    static Value of(List<String> texts) {
        return texts.isEmpty() ? ABSENT : new Present(List.copyOf(texts));
    }
}
