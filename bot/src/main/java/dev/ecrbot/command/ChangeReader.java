package dev.ecrbot.command;

import dev.ecrbot.command.word.CommandText;
import dev.ecrbot.command.word.EndCheck;
import dev.ecrbot.command.word.Parts;
import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads what asks for a change of a policy, one of them or several at once. */
record ChangeReader(
        RepositoryReader repositories,
        PrincipalReader principals,
        Examples examples,
        AccessWord access,
        WordCount count,
        EndCheck end) {

    Command grant(List<Word> rest, CommandText text) {
        Optional<Manner> named = rest.stream().findFirst().flatMap(Manner::of);
        Parts parts = Parts.of(rest.subList(named.isPresent() ? 1 : 0, rest.size()), text, end);
        List<Word> places = count.places(Verb.GRANT, parts.places());
        Manner manner = named.orElse(Manner.IF_LACKING);
        return ChangeLists.among(places)
                ? ChangeLists.read(Verb.GRANT, places, parts, words -> grant(words, parts, manner))
                : grant(places, parts, manner);
    }

    private Command.Grant grant(List<Word> places, Parts parts, Manner manner) {
        Access given = access.granted(places.get(0).text(), examples.of(Verb.GRANT));
        TargetRef target = repositories.read(places.get(1).text());
        PrincipalRef principal = principals.granted(places.subList(2, places.size()), region(target));
        return new Command.Grant(given, target, principal, parts.until(), parts.reason(), manner);
    }

    Command breakGlass(List<Word> rest, CommandText text) {
        endless(Verb.BREAKGLASS, rest, CommandProblems::glassTakesNoEnd);
        Parts parts = Parts.of(rest, text, end);
        return grant(count.places(Verb.BREAKGLASS, parts.places()), parts, Manner.BREAK_GLASS);
    }

    Command revoke(List<Word> rest, CommandText text) {
        endless(Verb.REVOKE, rest, CommandProblems::revocationTakesNoEnd);
        Parts parts = Parts.of(rest, text, end);
        List<Word> places = count.places(Verb.REVOKE, parts.places());
        return ChangeLists.among(places)
                ? ChangeLists.read(Verb.REVOKE, places, parts, words -> revoke(words, parts))
                : revoke(places, parts);
    }

    private Command.Revoke revoke(List<Word> places, Parts parts) {
        Optional<Access> taken = access.revoked(places.get(0).text(), examples.of(Verb.REVOKE));
        TargetRef target = repositories.read(places.get(1).text());
        PrincipalRef principal = principals.revoked(places.subList(2, places.size()), region(target));
        return new Command.Revoke(taken, target, principal, parts.reason());
    }

    Command undo(List<Word> rest, CommandText text) {
        endless(Verb.UNDO, rest, CommandProblems::undoTakesNoEnd);
        Parts parts = Parts.of(rest, text, end);
        return new Command.Undo(
                CommandParser.id(count.only(Verb.UNDO, parts.places(), "request's id")), parts.reason());
    }

    private void endless(Verb verb, List<Word> rest, BiFunction<String, String, Problem> problem) {
        var until = rest.stream()
                .takeWhile(word -> !word.is("because"))
                .filter(word -> word.is("for") || word.is("until"))
                .findFirst();
        if (until.isPresent()) {
            throw new ProblemException(problem.apply(until.get().text(), examples.of(verb)));
        }
    }

    private static Region region(TargetRef ref) {
        return ref.target().region();
    }
}
