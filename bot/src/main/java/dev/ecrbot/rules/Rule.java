package dev.ecrbot.rules;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may ask for what, who decides, where the card goes and for how long. Immutable.
 *
 * @param name what messages and records call it; unique among the rules
 * @param patterns whether access may be given to a pattern of repositories at once; plays no part in taking it away
 * @param to the accounts that access is given to; plays no part in taking it away
 * @param principals the kinds that access is given to; plays no part in taking it away
 * @param approvals how many different people have to approve
 * @param selfApproval whether a requester who is also an approver may approve
 * @param channel the id of the Slack channel that cards go to
 * @param maxDuration the longest a grant may last, and the end of one that names none; empty if it may be permanent
 * @param handling what becomes of requests while they wait, and who else hears of them
 */
public record Rule(
        String name,
        List<RepositoryPattern> repositories,
        boolean patterns,
        Set<Access> access,
        Targets to,
        Set<PrincipalKind> principals,
        People requesters,
        People approvers,
        int approvals,
        boolean selfApproval,
        String channel,
        Optional<Duration> maxDuration,
        ReasonRule reason,
        Handling handling) {

    public Rule {
        repositories = List.copyOf(repositories);
        access = Set.copyOf(access);
        principals = Set.copyOf(principals);
        if (name.isBlank() || repositories.isEmpty() || access.isEmpty() || principals.isEmpty()) {
            throw new IllegalArgumentException("rule “" + name + "” can never match");
        }
        if (approvers.anyone() || approvals < 1) {
            throw new IllegalArgumentException("rule " + name + " would let anyone or nobody approve");
        }
        if (maxDuration.filter(max -> max.isNegative() || max.isZero()).isPresent()) {
            throw new IllegalArgumentException("rule " + name + " would end grants before they begin");
        }
    }

    /** A rule that gives access to one repository at a time. */
    public Rule(
            String name,
            List<RepositoryPattern> repositories,
            Set<Access> access,
            Targets to,
            Set<PrincipalKind> principals,
            People requesters,
            People approvers,
            int approvals,
            boolean selfApproval,
            String channel,
            Optional<Duration> maxDuration,
            ReasonRule reason,
            Handling handling) {
        this(
                name,
                repositories,
                false,
                access,
                to,
                principals,
                requesters,
                approvers,
                approvals,
                selfApproval,
                channel,
                maxDuration,
                reason,
                handling);
    }

    /** Returns whether this rule is for such asks, whoever asks. */
    public boolean covers(Subject subject) {
        return Mismatch.between(this, subject).isEmpty();
    }

    /** Judges whether this person may ask under the rule. */
    public Verdict mayAsk(Facts requester) {
        return judge(
                requester,
                requesters,
                () -> new Problem(
                        Code.REQUESTER_REFUSED,
                        "Rule " + name + " doesn't let " + requester.person().user() + " ask for this.",
                        "These may ask: " + requesters + ".",
                        named(requesters, requester)));
    }

    /** Judges whether this person may approve what {@code requester} asked for. */
    public Verdict mayApprove(Facts approver, PersonId requester) {
        if (approver.refusal().isEmpty() && !selfApproval && approver.person().equals(requester)) {
            return new Verdict.Refused(new Problem(
                    Code.SELF_APPROVAL,
                    "Rule " + name + " doesn't let people approve what they asked for themselves.",
                    "These may approve: " + approvers.namedTo(approver.person()) + ".",
                    approvers.ids()));
        }
        return mayDeny(approver);
    }

    /** Judges whether this person may deny a request; approvers may, their own requests included. */
    public Verdict mayDeny(Facts denier) {
        return judge(
                denier,
                approvers,
                () -> new Problem(
                        Code.APPROVER_REFUSED,
                        "Rule " + name + " doesn't let " + denier.person().user() + " decide on this.",
                        "These may decide: " + approvers + ".",
                        named(approvers, denier)));
    }

    /** Returns what is wrong with the reason, if anything. */
    public Optional<Problem> checkReason(Optional<String> given) {
        return reason.check(given);
    }

    private Verdict judge(Facts facts, People listed, Supplier<Problem> notListed) {
        return facts.refusal()
                .or(() -> refusal(facts, listed.listed(facts), notListed))
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(Verdict.Allowed::new);
    }

    private Optional<Problem> refusal(Facts facts, Membership listed, Supplier<Problem> notListed) {
        return switch (listed) {
            case YES -> Optional.empty();
            case NO -> Optional.of(notListed.get());
            case UNKNOWN ->
                Optional.of(new Problem(
                        Code.PERSON_UNKNOWN,
                        "Slack didn't say whether " + facts.person().user() + " is in a group that rule " + name
                                + " lists, so nothing was done.",
                        "Try again in a minute.",
                        Set.of(facts.person().user())));
        };
    }

    private static Set<String> named(People people, Facts facts) {
        return Stream.concat(people.ids().stream(), Stream.of(facts.person().user()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
