package dev.ecrbot.desk.judge;

import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.QuorumProblems;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether enough people can approve at all. Those who left, bots, guests and disabled groups are passed over; who can't be
 * looked up may well be able to.
 */
public final class Quorum {
    private static final int MOST_LOOKED_UP = 30;

    private final Directory directory;

    public Quorum(Directory directory) {
        this.directory = directory;
    }

    /** Returns why nobody could get what this person asks for under the rule; empty if somebody may. */
    public Optional<Problem> missing(Rule rule, PersonId requester) {
        var count = new Count(rule, requester);
        if (count.reached(new TreeSet<>(rule.approvers().people().users()))) {
            return Optional.empty();
        }
        for (String group : new TreeSet<>(rule.approvers().people().groups())) {
            Optional<Set<String>> members = directory.members(group, Directory.Freshness.RECENT);
            if (members.isEmpty() || count.reached(new TreeSet<>(members.get()))) {
                return Optional.empty();
            }
            if (members.get().isEmpty()) {
                count.passedOver.add(QuorumProblems.isDisabledOrEmpty(group));
            }
        }
        return Optional.of(problem(rule, count));
    }

    /** Counts those who can approve until they are enough. Not thread-safe. */
    private final class Count {
        private final Rule rule;
        private final PersonId requester;
        private final Set<String> lookedUp = new HashSet<>();
        private final List<String> passedOver = new ArrayList<>();
        private int able;

        Count(Rule rule, PersonId requester) {
            this.rule = rule;
            this.requester = requester;
        }

        /** Returns whether these people, and those counted before, are enough, or too many to look up. */
        boolean reached(Set<String> users) {
            for (String user : users) {
                if (PersonId.isUser(user) && lookedUp.add(user)) {
                    unable(rule, user, requester).ifPresentOrElse(passedOver::add, () -> able++);
                }
                if (able >= rule.approvers().approvals() || lookedUp.size() >= MOST_LOOKED_UP) {
                    return true;
                }
            }
            return false;
        }
    }

    private Optional<String> unable(Rule rule, String user, PersonId requester) {
        // A machine is in no workspace that its approvers could be in, too.
        Optional<PersonId> approver =
                requester.isMachine() ? directory.member(user) : Optional.of(new PersonId(requester.team(), user));
        return approver.flatMap(person -> unable(rule, person, requester));
    }

    private Optional<String> unable(Rule rule, PersonId approver, PersonId requester) {
        if (approver.equals(requester) && !rule.approvers().selfApproval()) {
            return Optional.of(QuorumProblems.asksForIt(approver.user()));
        }
        Standing standing =
                directory.facts(approver, Set.of(), Directory.Freshness.RECENT).standing();
        return switch (standing) {
            case MEMBER, UNKNOWN -> Optional.empty();
            case DEACTIVATED -> Optional.of(QuorumProblems.hasLeft(approver.user()));
            case BOT, MACHINE, FORMER_MACHINE -> Optional.of(QuorumProblems.isBot(approver.user()));
            case GUEST -> Optional.of(QuorumProblems.isGuest(approver.user()));
            case STRANGER -> Optional.of(QuorumProblems.isFromElsewhere(approver.user()));
        };
    }

    private static Problem problem(Rule rule, Count count) {
        Set<String> named = new HashSet<>(count.lookedUp);
        named.addAll(rule.approvers().people().groups());
        return QuorumProblems.tooFewApprovers(
                rule.name(), rule.approvers().approvals(), count.able, count.passedOver, named);
    }
}
