package dev.ecrbot.command.guess;

import dev.ecrbot.command.Verb;
import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence, cut where its parts meet.
 *
 * @param verb which command its first word stands for, if any does
 * @param before how many words stood before that one
 * @param instead whether what is given is to take the place of what others have given
 * @param words those behind it, without the marks that sentences have
 * @param reason as a command says it, or nothing
 */
record Sentence(Optional<Verb> verb, int before, boolean instead, List<Word> words, String reason) {
    private static final String MARKS = ",;:!?.()";
    private static final Set<String> GIVING = Set.of(
            "gimme",
            "let",
            "provide",
            "enable",
            "open",
            "need",
            "want",
            "request",
            "ask",
            "unlock",
            "gib",
            "gebt",
            "geben",
            "donner",
            "donne",
            "donnez",
            "dar",
            "freigeben",
            "freischalten");

    /** Whoever is spoken to, before they are told what is wanted. */
    private static final Set<String> SPOKEN_TO =
            Set.of("bot", "ecr-bot", "ecrbot", "team", "folks", "guys", "there", "friend", "friends");

    /** These say “is” or “us”, and not whose something is. */
    private static final Set<String> NOBODYS =
            Set.of("let's", "what's", "who's", "that's", "there's", "here's", "where's", "how's", "when's");

    private static final int SHORTEST_OWNER = 4;

    /** As Slack writes an emoji. */
    private static final Pattern EMOJI = Pattern.compile(":[a-z0-9_+'-]{1,60}:(?::skin-tone-[2-6]:)?");

    /** What a line has before it in a list. */
    private static final Pattern ITEM = Pattern.compile("\\(?\\d{1,2}[.)]");

    private static final Pattern FLAGGED = Pattern.compile("(?i)--?(?:for|until|because|reason)");
    private static final Pattern DASH = Pattern.compile("[-\\u2013\\u2014]{1,3}");
    /** Signs that say something, beside those of dashes. */
    private static final Set<String> SIGNS = Set.of("*", "&", "+", "?", "/", "-", "--", "---", "\u2013", "\u2014", ":");

    /**
     * Commands whose word begins what asks for access as well: “can I get …”, “access to …”, “hi, …”. With a name behind it,
     * “can” asks who has it.
     */
    private static final Set<String> ASIDE =
            Set.of("can", "could", "docker", "access", "accès", "acces", "zugriff", "zugang", "hi", "hello", "hey");

    /**
     * Cuts off the reason, and takes no word for the verb.
     *
     * @param kinds tells of names what they are
     */
    static Sentence plain(CommandText text, Kinds kinds) {
        List<Word> all = Word.of(text);
        if (!all.isEmpty()
                && (all.get(0).is("/ecr") || ITEM.matcher(all.get(0).text()).matches())) {
            all = all.subList(1, all.size());
        }
        all = Joined.paths(
                Joined.withCommas(all).stream()
                        .map(Sentence::unflagged)
                        .filter(Sentence::saysSomething)
                        .toList(),
                kinds);
        all = Joined.lists(all, kinds);
        LooseReason reason = LooseReason.marked(all, text, kinds::known);
        List<Word> words = all.subList(0, withoutDash(all, reason.at())).stream()
                .map(Sentence::unmarked)
                .map(Sentence::whose)
                .filter(word -> !word.text().isEmpty())
                .toList();
        return new Sentence(Optional.empty(), 0, false, words, reason.text());
    }

    /** “Finance's access” is said of finance. */
    private static Word whose(Word word) {
        String text = word.text();
        boolean whose = !word.quoted()
                && text.length() > SHORTEST_OWNER
                && (text.endsWith("'s") || text.endsWith("\u2019s"))
                && !NOBODYS.contains(Fillers.lower(word));
        return whose ? new Word(text.substring(0, text.length() - 2), word.end(), false) : word;
    }

    /** “--for 7d” is how it would be said to a program. */
    private static Word unflagged(Word word) {
        return !word.quoted() && FLAGGED.matcher(word.text()).matches()
                ? new Word(word.text().replace("-", ""), word.end(), false)
                : word;
    }

    /** A dash that leads over to the reason is part of nothing. */
    private static int withoutDash(List<Word> words, int to) {
        boolean dash = to > 0
                && !words.get(to - 1).quoted()
                && DASH.matcher(words.get(to - 1).text()).matches();
        return dash ? to - 1 : to;
    }

    /** Emoji, arrows and flourishes say nothing. */
    private static boolean saysSomething(Word word) {
        String text = word.text();
        return word.quoted()
                || SIGNS.contains(text)
                || (text.codePoints().anyMatch(Character::isLetterOrDigit)
                        && !EMOJI.matcher(text).matches());
    }

    /** @param kinds tells of names what they are: these begin no sentence */
    static Sentence of(CommandText text, Kinds kinds) {
        Predicate<Word> name = kinds::known;
        Sentence plain = plain(text, kinds);
        List<Word> words = plain.words();
        int first = 0;
        while (first < words.size() && verb(words.get(first), name).isEmpty() && before(words.get(first))) {
            first++;
        }
        Optional<Verb> verb = first < words.size() ? verb(words.get(first), name) : Optional.empty();
        int rest = verb.isPresent() ? first + 1 : first;
        Optional<Word> manner = words.stream()
                .skip(rest)
                .findFirst()
                .filter(word -> verb.filter(Verb.GRANT::equals).isPresent());
        // “grant own pull …”: what is guessed is the plain grant, and whoever has that already is offered the other.
        boolean own = manner.filter(word -> word.is("own")).isPresent();
        boolean instead = manner.filter(word -> word.is("instead")).isPresent();
        return new Sentence(
                verb, first, instead, words.subList(own || instead ? rest + 1 : rest, words.size()), plain.reason());
    }

    /** Returns the words behind the command as they stand: a name may end as a sentence does, and hardly ever is meant to. */
    static Stream<Word> typed(String raw) {
        return Word.of(CommandText.of(raw)).stream()
                .skip(1)
                .takeWhile(word -> !word.is("because"))
                .filter(word -> !word.quoted());
    }

    /** An end was meant, or an option, of which nobody can tell what it was. */
    boolean isBrokenOff() {
        boolean open = !words.isEmpty()
                && (words.get(words.size() - 1).is("for")
                        || words.get(words.size() - 1).is("until"));
        return open
                || words.stream().anyMatch(word -> !word.quoted() && word.text().startsWith("-"));
    }

    /** What stands before the verb and isn't said of the change: pleasantries, and whoever is spoken to. */
    private static boolean before(Word word) {
        return Fillers.filler(word)
                || (!word.quoted() && (word.text().startsWith("@") || SPOKEN_TO.contains(Fillers.lower(word))));
    }

    /** Returns the same with this reason. */
    Sentence because(String said) {
        return new Sentence(verb, before, instead, words, said);
    }

    /** Returns whether a word asks for access without being a command. */
    static boolean gives(Word word) {
        return GIVING.contains(Fillers.lower(word));
    }

    private static Optional<Verb> verb(Word word, Predicate<Word> name) {
        String lower = Fillers.lower(word);
        boolean aside = ASIDE.contains(lower);
        if (word.quoted() || name.test(word) || lower.contains("/") || aside) {
            return Optional.empty();
        }
        return gives(word) ? Optional.of(Verb.GRANT) : Verb.byWord(lower).or(() -> Verb.meant(lower));
    }

    /** Returns the word without the marks of the sentence around it. */
    static Word unmarked(Word word) {
        String text = word.text();
        int from = 0;
        int to = text.length();
        while (!word.quoted() && to > from && MARKS.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        while (!word.quoted() && from < to && text.charAt(from) == '(') {
            from++;
        }
        return new Word(text.substring(from, to), word.end(), word.quoted());
    }
}
