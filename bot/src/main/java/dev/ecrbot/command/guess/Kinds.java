package dev.ecrbot.command.guess;

import dev.ecrbot.command.Verb;
import dev.ecrbot.command.word.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells of what kind a name in a sentence is, as far as its looks say that.
 *
 * @param account whether a word is an account or an organization here, or a list of some
 * @param access whether a word says an access
 */
record Kinds(Predicate<Word> account, Predicate<Word> access) {
    // As in a list of the grammar.
    private static final Pattern ROLE = Pattern.compile("(?:(?:role|user)/)?[A-Za-z][\\w-]*");

    /** A kind of name. */
    enum Kind {
        REPOSITORY,
        ACCOUNT,
        ARN,
        /** It can be a role, and has none of the looks of anything else. */
        ROLE,
        NONE
    }

    /** Returns whether a word is known to be a name, or an access. */
    boolean known(Word word) {
        return access.test(word) || account.test(word);
    }

    /** Returns the kind of a name, or of the first of a list. */
    Kind of(Word word) {
        int comma = word.text().indexOf(',');
        Word first = comma < 0 ? word : new Word(word.text().substring(0, comma), word.end(), word.quoted());
        if (word.quoted() || first.text().isEmpty()) {
            return Kind.NONE;
        }
        if (account.test(first)) {
            return Kind.ACCOUNT;
        }
        if (first.text().startsWith("arn:")) {
            return Kind.ARN;
        }
        return isPath(first) ? Kind.REPOSITORY : isRole(first) ? Kind.ROLE : Kind.NONE;
    }

    /** Returns whether what follows is about a change: a command, an access, or what it is on or for. */
    boolean opens(Word word) {
        Kind kind = of(word);
        return access.test(word)
                || Sentence.gives(word)
                || Verb.says(word.text())
                || (kind != Kind.NONE && kind != Kind.ROLE);
    }

    /** A role with a path, or an account with one behind it, isn't as plain: these have a colon, or begin with what they are. */
    private boolean isPath(Word word) {
        String text = word.text();
        return text.contains("/")
                && !text.contains(":")
                && !text.startsWith("role/")
                && !text.startsWith("user/")
                && !known(new Word(text.substring(0, text.indexOf('/')), word.end(), false));
    }

    private boolean isRole(Word word) {
        return ROLE.matcher(word.text()).matches()
                && !access.test(word)
                && !Fillers.hardlyAName(word)
                && !Sentence.gives(word)
                && !Verb.says(word.text())
                && !LooseReason.begins(word)
                && !saysWhen(word);
    }

    private static boolean saysWhen(Word word) {
        return LooseEnd.mayBegin(word)
                || LooseReason.ofTime(word)
                || LooseDate.read(List.of(word.text()), LocalDate.EPOCH).isPresent();
    }
}
