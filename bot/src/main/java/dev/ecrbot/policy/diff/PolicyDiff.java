package dev.ecrbot.policy.diff;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Setting;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What comes of one policy's taking the place of another; immutable.
 *
 * @param effects who gains and who loses what, by all that can be understood in both
 * @param unread the statements that can't be understood and aren't the same in both: what they come to, nobody knows
 */
public record PolicyDiff(List<Effect> effects, List<Unread> unread) {
    /** Twice what ECR takes, however it is indented: more is no policy of a repository, and would take long. */
    static final int LONGEST = 2 * PolicyDocument.LIMIT;

    public PolicyDiff {
        effects = List.copyOf(effects);
        unread = List.copyOf(unread);
    }

    /**
     * A statement that can't be understood.
     *
     * @param before its place in the policy before, from 0; none if it wasn't there
     * @param after its place in the policy after; none if it isn't there any more
     */
    public record Unread(Optional<Integer> before, Optional<Integer> after, Optional<String> sid) {}

    /**
     * Compares two policies. Takes up to a second for documents as long as ECR takes them.
     *
     * @throws ProblemException if one of them is much longer than ECR takes
     */
    public static PolicyDiff between(PolicyDocument before, PolicyDocument after, Setting setting) {
        Stream.of(before, after, setting.beside()).forEach(PolicyDiff::check);
        return new PolicyDiff(Effects.between(before, after, setting), unread(before, after));
    }

    /** Returns whether both mean the same, as far as they can be understood. */
    public boolean isEmpty() {
        return effects.isEmpty() && unread.isEmpty();
    }

    private static void check(PolicyDocument document) {
        int length = document.text().length();
        if (length > LONGEST) {
            throw new ProblemException(PolicyProblems.tooLargeToCompare(length, PolicyDocument.LIMIT));
        }
    }

    private static List<Unread> unread(PolicyDocument before, PolicyDocument after) {
        List<Integer> gone = unread(before.statements(), after.statements());
        List<Integer> come = new ArrayList<>(unread(after.statements(), before.statements()));
        var unread = new ArrayList<Unread>();
        for (int place : gone) {
            Optional<String> sid = before.statements().get(place).sid();
            Optional<Integer> instead = come.stream()
                    .filter(other -> after.statements().get(other).sid().equals(sid))
                    .findFirst();
            instead.ifPresent(come::remove);
            unread.add(new Unread(Optional.of(place), instead, sid));
        }
        come.forEach(place -> unread.add(new Unread(
                Optional.empty(),
                Optional.of(place),
                after.statements().get(place).sid())));
        return unread;
    }

    /** Returns the places of the statements of some that can't be understood and aren't among others. */
    private static List<Integer> unread(List<Statement> some, List<Statement> others) {
        List<String> there = others.stream().map(Statement::canonical).toList();
        var unread = new ArrayList<Integer>();
        for (int place = 0; place < some.size(); place++) {
            Statement statement = some.get(place);
            if (statement.opaque() && !there.contains(statement.canonical())) {
                unread.add(place);
            }
        }
        return unread;
    }
}
