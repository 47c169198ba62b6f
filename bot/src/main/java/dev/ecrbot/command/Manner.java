package dev.ecrbot.command;

import dev.ecrbot.command.word.Word;
import java.util.Optional;
import java.util.stream.Stream;

/** How a grant stands to what others have given. */
public enum Manner {
    /** It isn't given where others have given the same. */
    IF_LACKING(""),
    /** In a statement of the bot's, beside theirs. */
    OWN("own"),
    /** In a statement of the bot's, and theirs goes. */
    INSTEAD("instead"),
    /** At once and for a short time, without an approval before: a command of its own. */
    BREAK_GLASS("breakglass");

    private final String word;

    Manner(String word) {
        this.word = word;
    }

    /** Returns the manner that this word stands for. */
    static Optional<Manner> of(Word typed) {
        return Stream.of(OWN, INSTEAD).filter(manner -> typed.is(manner.word)).findFirst();
    }

    String word() {
        return word;
    }

    /** Returns the command that asks for it so. */
    String command() {
        return this == BREAK_GLASS ? word + " " : Verb.GRANT.word() + (word.isEmpty() ? " " : " " + word + " ");
    }
}
