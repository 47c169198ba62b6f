package dev.ecrbot.rules;

import dev.ecrbot.problem.PersonProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RuleProblems;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may ask for what, who decides, where the card goes and for how long. Immutable.
 *
 * @param name what messages and records call it; unique among the rules
 * @param channel the id of the Slack channel that cards go to
 * @param handling what becomes of requests while they wait, and who else hears of them
 */
public record Rule(
        String name,
        Scope scope,
        People requesters,
        Approvers approvers,
        Terms terms,
        String channel,
        Handling handling) {

    public Rule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a rule without a name");
        }
    }

    /** Returns the rule for what these people decide on, whatever tag says so. */
    public Rule decidedBy(People known) {
        return new Rule(name, scope, requesters, approvers.decidedBy(known), terms, channel, handling);
    }

    /** Returns whether this rule is for such asks, whoever asks. */
    public boolean covers(Subject subject) {
        return Mismatch.between(scope, subject).isEmpty();
    }

    /** Judges whether this person may ask under the rule. */
    public RuleVerdict mayAsk(Facts requester) {
        return judge(
                requester,
                requester.refusesAsking(),
                requesters,
                () -> PersonProblems.mayNotAsk(
                        name, requester.person().user(), requesters.toString(), named(requesters, requester)));
    }

    /** Judges whether this person may have at once what the rule is for. */
    public RuleVerdict mayBreakGlass(Facts breaker) {
        String breaking = breaker.person().user();
        return approvers
                .glass()
                .map(glass -> judge(
                        breaker,
                        breaker.refusal(),
                        glass.people(),
                        () -> PersonProblems.mayNotBreakGlass(
                                name, breaking, glass.people().toString())))
                .orElseGet(() -> new RuleVerdict.Refused(PersonProblems.nobodyMayBreakGlass(name, breaking)));
    }

    /** Judges whether this person may approve what {@code requester} asked for. */
    public RuleVerdict mayApprove(Facts approver, PersonId requester) {
        if (approver.refusal().isEmpty()
                && !approvers.selfApproval()
                && approver.person().equals(requester)) {
            return new RuleVerdict.Refused(PersonProblems.mayNotApproveOwn(
                    name,
                    approvers.people().namedTo(approver.person()),
                    approvers.people().ids()));
        }
        return mayDeny(approver);
    }

    /** Judges whether this person may deny a request; approvers may, their own requests included. */
    public RuleVerdict mayDeny(Facts denier) {
        if (denier.refusal().isEmpty() && approvers.owner().isPresent()) {
            return new RuleVerdict.Refused(RuleProblems.repositoryNotSaid(name));
        }
        return judge(
                denier,
                denier.refusal(),
                approvers.people(),
                () -> PersonProblems.mayNotDecide(
                        name,
                        denier.person().user(),
                        approvers.people().toString(),
                        named(approvers.people(), denier)));
    }

    /** Judges whether this person is told how things are with what the rule is for; approvers always are. */
    public RuleVerdict mayView(Facts viewer) {
        boolean known = viewer.refusal().isEmpty() && approvers.owner().isEmpty();
        if (known && approvers.people().listed(viewer) == Membership.YES) {
            return new RuleVerdict.Allowed();
        }
        return judge(
                viewer,
                viewer.refusesAsking(),
                handling.viewers(),
                () -> PersonProblems.mayNotLook(
                        name,
                        viewer.person().user(),
                        handling.viewers().toString(),
                        named(handling.viewers(), viewer)));
    }

    /** Returns what is wrong with the reason, if anything. */
    public Optional<Problem> checkReason(Optional<String> given) {
        return terms.reason().check(given);
    }

    private RuleVerdict judge(Facts facts, Optional<Problem> standing, People listed, Supplier<Problem> notListed) {
        return standing.or(() -> refusal(facts, listed.listed(facts), notListed))
                .<RuleVerdict>map(RuleVerdict.Refused::new)
                .orElseGet(RuleVerdict.Allowed::new);
    }

    private Optional<Problem> refusal(Facts facts, Membership listed, Supplier<Problem> notListed) {
        return switch (listed) {
            case YES -> Optional.empty();
            case NO -> Optional.of(notListed.get());
            case UNKNOWN ->
                Optional.of(PersonProblems.groupsUnknown(facts.person().user(), name));
        };
    }

    private static Set<String> named(People people, Facts facts) {
        Stream<String> one =
                Stream.of(facts.person()).filter(person -> !person.isMachine()).map(PersonId::user);
        return Stream.concat(people.ids().stream(), one).collect(Collectors.toUnmodifiableSet());
    }
}
