package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last check of a plan: what it does, worked out from the documents, is nothing that the edit doesn't mean. */
final class IntentCheck {
    private IntentCheck() {}

    /**
     * @throws ProblemException if somebody else, or anything else, would be concerned: that is a mistake in this program,
     *     and must not reach a policy
     */
    static void check(
            Edit.Undoable edit, List<Effect> effects, PolicyDocument base, PolicyDocument proposed, Partition home) {
        boolean meant = effects.stream()
                .allMatch(effect ->
                        edit.principal().parts().stream().anyMatch(part -> Reach.includes(part, effect.principal()))
                                && meant(edit, effect));
        unless(meant && untouchable(base, home).equals(untouchable(proposed, home)));
    }

    /**
     * As {@link #check} for a change that is undone: whoever gains had lost, and whoever loses had gained, or was given it
     * while it had that through another grant, and nothing else.
     *
     * @throws ProblemException if it would be anything else
     */
    static void checkReversed(
            Edit.Undo undo, List<Effect> effects, PolicyDocument base, PolicyDocument proposed, Partition home) {
        boolean meant = effects.stream()
                .allMatch(effect -> reverses(undo.plan().effects(), effect) || takesBack(undo.done(), effect));
        unless(meant && meanings(base, home).equals(meanings(proposed, home)));
    }

    private static boolean takesBack(Edit.Undoable done, Effect effect) {
        return effect.gains().isEmpty()
                && done.granted()
                        .filter(given -> given.principal().parts().stream()
                                .anyMatch(part -> Reach.includes(part, effect.principal())))
                        .filter(given -> within(effect.loses(), Optional.of(given.access())))
                        .isPresent();
    }

    // Which of their actions are told one by one depends on what else each has, which is not the same on both sides.
    private static boolean reverses(List<Effect> done, Effect effect) {
        return done.stream()
                .filter(one -> Reach.includes(one.principal(), effect.principal()))
                .anyMatch(one -> effect.gains().isEmpty()
                        ? !one.gains().isEmpty()
                        : !one.loses().isEmpty());
    }

    private static void unless(boolean meant) {
        if (!meant) {
            throw new ProblemException(PlanProblems.notWhatWasAsked());
        }
    }

    private static boolean meant(Edit.Undoable edit, Effect effect) {
        return edit.granted()
                .map(grant ->
                        given(grant, effect) || (edit.takes() && effect.gains().isEmpty()))
                .orElseGet(() -> effect.gains().isEmpty() && within(effect.loses(), edit.accessIfNamed()));
    }

    private static boolean given(Edit.Grant grant, Effect effect) {
        return effect.loses().isEmpty()
                && grant.until()
                        .map(end -> effect.until()
                                .filter(until -> !until.isAfter(end))
                                .isPresent())
                        .orElse(true)
                && within(effect.gains(), Optional.of(grant.access()));
    }

    private static boolean within(Set<String> actions, Optional<Access> access) {
        return access.map(AccessWords::folded)
                .map(folded -> actions.stream().map(AccessWords::fold).allMatch(folded::contains))
                .orElse(true);
    }

    // What is put back was written before, and AWS shows the names in a list in another order after each write.
    private static List<String> meanings(PolicyDocument document, Partition home) {
        return untouchable(document, home).stream().map(Statement::canonical).toList();
    }

    // The id of a deleted principal in a Deny stands for nobody, whether it is there or not.
    private static List<Statement> untouchable(PolicyDocument document, Partition home) {
        return Orphans.dropped(document.statements(), home).stream()
                .filter(statement -> !statement.grants() || Reserved.is(statement))
                .toList();
    }
}
