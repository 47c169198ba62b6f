package dev.ecrbot.command;

import dev.ecrbot.command.word.Parts;
import dev.ecrbot.command.word.Reason;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.SentenceProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a grant or a revocation in which lists stand for the repository, the account or the role: {@code payments/api,payments/worker}. A list
 * has no blanks in it, and a word in quotes is none: a name may have a comma in it. What has to be guessed isn't read here.
 */
final class ChangeLists {
    private static final int REPOSITORY = 1;
    private static final int ROLE = 3;
    private static final String COMMA = ",";
    // A comma may stand in the name of a role, but hardly ever does between plain ones.
    private static final Pattern ROLES =
            Pattern.compile("(?:(?:role|user)/)?[A-Za-z][\\w-]*+(?:,(?:(?:role|user)/)?[A-Za-z][\\w-]*+)+");

    private ChangeLists() {}

    /** Returns whether a list stands among the places. */
    static boolean among(List<Word> places) {
        return IntStream.range(REPOSITORY, places.size()).anyMatch(place -> isList(place, places.get(place)));
    }

    private static boolean isList(int place, Word word) {
        String text = word.text();
        if (word.quoted() || !text.contains(COMMA) || isOneArn(text)) {
            return false;
        }
        boolean slip = text.startsWith(COMMA) || text.endsWith(COMMA) || text.contains(COMMA + COMMA);
        return place < ROLE
                || slip
                || Arn.looksLike(text)
                || ROLES.matcher(text).matches();
    }

    // An ARN may have a comma in it, and what isn't one can't go on from one.
    private static boolean isOneArn(String text) {
        return Arn.looksLike(text) && Stream.of(text.split(COMMA, -1)).anyMatch(item -> !Arn.looksLike(item));
    }

    /**
     * Returns the changes that are meant, each with one thing at each place.
     *
     * @param verb what they begin with
     * @param one reads a change without lists
     */
    static Several read(Verb verb, List<Word> places, Parts parts, Function<List<Word>, ? extends Command.Single> one) {
        List<List<Word>> combined = List.of(List.of());
        for (int place = 0; place < places.size(); place++) {
            List<Word> items = items(place, places.get(place));
            combined = combined.stream()
                    .flatMap(before -> items.stream().map(item -> with(before, item)))
                    .toList();
            limited(verb, combined.size());
        }
        List<Command.Single> changes =
                combined.stream().<Command.Single>map(one).distinct().toList();
        changes.forEach(ChangeLists::checked);
        if (changes.size() == 1) {
            throw new ProblemException(SentenceProblems.listNamesSameThing());
        }
        return new Several(changes, text(verb, places, parts));
    }

    private static void limited(Verb verb, int many) {
        if (many > Several.MOST) {
            throw new ProblemException(
                    verb == Verb.GRANT
                            ? SentenceProblems.listsOfTooManyGrants(many, Several.MOST)
                            : SentenceProblems.listsOfTooManyRevocations(many, Several.MOST));
        }
    }

    private static void checked(Command.Single change) {
        if (change.target().target() instanceof MatchingRepositories) {
            throw new ProblemException(
                    SentenceProblems.patternInList(change.target().target().text()));
        }
        if (change instanceof Command.Grant grant && grant.manner() != Manner.IF_LACKING) {
            throw new ProblemException(
                    SentenceProblems.forOneGrantOnly(grant.manner().word()));
        }
    }

    private static List<Word> with(List<Word> before, Word item) {
        var words = new ArrayList<>(before);
        words.add(item);
        return List.copyOf(words);
    }

    private static List<Word> items(int place, Word word) {
        if (place < REPOSITORY || !isList(place, word)) {
            return List.of(word);
        }
        return Stream.of(word.text().split(COMMA, -1))
                .map(item -> item(word, item))
                .distinct()
                .toList();
    }

    private static Word item(Word list, String item) {
        if (item.isBlank() || Arn.looksLike(item) != Arn.looksLike(list.text())) {
            throw new ProblemException(SentenceProblems.notAList(list.text()));
        }
        return new Word(item, list.end(), false);
    }

    private static String text(Verb verb, List<Word> places, Parts parts) {
        String words = places.stream().map(ChangeLists::typed).collect(Collectors.joining(" "));
        String end = parts.until().text().isEmpty() ? "" : " " + parts.until().text();
        return verb.word() + " " + words + end + Reason.text(parts.reason());
    }

    private static String typed(Word word) {
        if (!word.quoted()) {
            return word.text();
        }
        return word.text().contains("\"") ? "'" + word.text() + "'" : '"' + word.text() + '"';
    }

    static void check(List<Command.Grant> grants) {
        if (grants.size() < 2 || grants.size() > Several.MOST) {
            throw new IllegalArgumentException("several are two to " + Several.MOST);
        }
    }
}
