package dev.ecrbot.policy.evaluation;

import java.util.List;

/** What is known of a condition key in a request. */
sealed interface Value {

    /** The request has the key with these values; at least one. */
    record Present(List<String> texts) implements Value {}

    /** The request has the key, and of its values only what all of them begin with is known. */
    record Beginning(String text) implements Value {}

    /** The request doesn't have the key. */
    record Absent() implements Value {}

    /** Nobody here can tell. */
    record Unknown() implements Value {}

    Value ABSENT = new Absent();
    Value UNKNOWN = new Unknown();

    /** Returns the values; a key without any counts as one that isn't there. */
    static Value of(List<String> texts) {
        return texts.isEmpty() ? ABSENT : new Present(List.copyOf(texts));
    }
}
