package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the fields of a form for access, as it was typed there; what is left out is blank.
 *
 * @param end with the word that begins it, {@code for 7d}
 */
public record Draft(String access, String repository, String account, String role, String end, String reason) {
    private static final String QUOTES = "\"'`\u201c\u201d\u201e\u2018\u2019";

    /** A form in which nothing is filled in. */
    public static final Draft EMPTY = new Draft("", "", "", "", "", "");

    /** A field of the form. */
    public enum Field {
        REPOSITORY,
        ACCOUNT,
        ROLE,
        ACCESS,
        END,
        REASON
    }

    /** Returns what an offered line says, field by field; what is no such line fills in what it can. */
    public static Draft of(Line line) {
        CommandText text = CommandText.of(line.sent());
        List<Word> words = Word.of(text);
        int at = 0;
        var names = new ArrayList<String>();
        while (at < words.size() && !ends(words.get(at)) && !words.get(at).is("because")) {
            names.add(words.get(at).text());
            at++;
        }
        var end = new ArrayList<Word>();
        while (at < words.size() && !words.get(at).is("because")) {
            end.add(words.get(at));
            at++;
        }
        return new Draft(
                name(names, 1),
                name(names, 2),
                name(names, 3),
                name(names, 4),
                end.stream().map(Word::text).collect(Collectors.joining(" ")),
                at < words.size() ? text.words(words.get(at).end()) : "");
    }

    private static boolean ends(Word word) {
        return word.is("for") || word.is("until");
    }

    private static String name(List<String> names, int place) {
        return place < names.size() ? names.get(place) : "";
    }

    /** Returns the command that says the same. Names are quoted: in its field, a word is a name whatever it looks like. */
    public Line line() {
        return new Line("grant " + access + " " + quoted(repository)
                + (isWhole() ? "" : " " + quoted(account)) + (role.isBlank() ? "" : " " + quoted(role))
                + (end.isBlank() ? "" : " " + end)
                + (reason.isBlank() ? "" : " because " + reason));
    }

    /** The ARN of a role says in which account it is. */
    boolean isWhole() {
        return account.isBlank() && bare(role.strip()).startsWith("arn:");
    }

    /** People copy along what stands around an address: quotes, “docker pull”, the beginning of a line of code. */
    private static String bare(String name) {
        List<String> addresses = Stream.of(name.split("\\s+"))
                .map(Draft::unquoted)
                .filter(word -> word.startsWith("arn:") || word.contains(".dkr.ecr."))
                .toList();
        return addresses.size() == 1 ? addresses.get(0) : unquoted(name);
    }

    private static String unquoted(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && QUOTES.indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && QUOTES.indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }

    static String quoted(String name) {
        String plain = bare(name.strip());
        return plain.contains("\"") ? "'" + plain + "'" : '"' + plain + '"';
    }
}
