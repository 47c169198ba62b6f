package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Truth;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All policies that decide on a request to a repository, made ready to be asked many questions; immutable.
 *
 * <p>Three-valued, as {@link Evaluation} is. Taken for granted is that there are no other policies than these, that the caller's
 * account isn't its organization's management account, to whose people no SCP applies, nor the repository's, to whose resources
 * no RCP does. Policies of VPC endpoints aren't asked.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">IAM:
 *     how a request is allowed or denied</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">IAM:
 *     access across accounts</a>
 */
public final class WholeEvaluation {
    private final List<PolicyMatcher> resource = new ArrayList<>();
    private final List<PolicyMatcher> identity = new ArrayList<>();
    private final Optional<PolicyMatcher> boundary;
    private final Optional<PolicyMatcher> session;
    private final List<List<PolicyMatcher>> scps = new ArrayList<>();
    private final List<PolicyMatcher> rcps = new ArrayList<>();
    private final boolean bounded;
    private final Partition home;

    private WholeEvaluation(PolicyDocument repository, PolicyDocument registry, OtherPolicies others, Partition home) {
        this.bounded = others.boundary().isPresent();
        this.home = home;
        resource.add(matcher(repository, Decider.Source.REPOSITORY, 0, 0));
        if (!registry.isEmpty()) {
            resource.add(matcher(registry, Decider.Source.REGISTRY, 0, 0));
        }
        for (int place = 0; place < others.identity().size(); place++) {
            identity.add(matcher(others.identity().get(place), Decider.Source.IDENTITY, 0, place));
        }
        boundary = others.boundary().map(document -> matcher(document, Decider.Source.BOUNDARY, 0, 0));
        session = others.session().map(document -> matcher(document, Decider.Source.SESSION, 0, 0));
        for (int level = 0; level < others.scps().size(); level++) {
            var together = new ArrayList<PolicyMatcher>();
            for (PolicyDocument document : others.scps().get(level)) {
                together.add(matcher(document, Decider.Source.SCP, level, together.size()));
            }
            scps.add(together);
        }
        for (int place = 0; place < others.rcps().size(); place++) {
            rcps.add(matcher(others.rcps().get(place), Decider.Source.RCP, 0, place));
        }
    }

    /**
     * Reads all policies; {@link PolicyDocument#empty()} stands for a repository's or a registry's that isn't there.
     *
     * @param home the repository's partition, in which bare account ids are accounts
     */
    public static WholeEvaluation of(
            PolicyDocument repository, PolicyDocument registry, OtherPolicies others, Partition home) {
        return new WholeEvaluation(repository, registry, others, home);
    }

    /**
     * Answers the question as far as what is known goes.
     *
     * @throws ProblemException if there are policies that no such caller can have, or the question is about many callers at once
     */
    public WholeAnswer answer(Question question, RequestContext known) {
        CallerKind kind = CallerKind.of(question.principal());
        check(question.principal(), kind);
        Optional<String> lacking = lacking(question);
        if (lacking.isPresent()) {
            return new WholeAnswer(new Verdict.No(), List.of(), lacking.get());
        }
        var halves = new Halves(
                kind,
                kind != CallerKind.SERVICE && isSameAccount(question),
                Jurisdiction.isLogin(question.action()),
                ServiceLinked.is(question.principal(), known),
                opinions(resource, question, known),
                opinions(identity, question, known),
                boundary.map(policy -> policy.opinion(question, known)),
                session.map(policy -> policy.opinion(question, known)),
                scps.stream().map(level -> opinions(level, question, known)).toList(),
                opinions(rcps, question, known));
        return new WholeAnswer(verdict(halves.together()), halves.shares(), Reasons.of(halves));
    }

    private static Verdict verdict(Truth truth) {
        if (truth.known()) {
            return truth.value() ? new Verdict.Yes() : new Verdict.No();
        }
        var keys = new LinkedHashMap<String, String>();
        truth.missing().forEach(key -> keys.putIfAbsent(RequestContext.fold(key), key));
        return new Verdict.Conditional(List.copyOf(keys.values()));
    }

    private PolicyMatcher matcher(PolicyDocument document, Decider.Source source, int level, int place) {
        return new PolicyMatcher(document, source, level, place, bounded, home);
    }

    private static List<Opinion> opinions(List<PolicyMatcher> policies, Question question, RequestContext known) {
        return policies.stream().map(policy -> policy.opinion(question, known)).toList();
    }

    private static boolean isSameAccount(Question question) {
        return question.principal()
                .account()
                .equals(Optional.of(question.repository().account()));
    }

    private Optional<String> lacking(Question question) {
        return Evaluation.lacking(question.principal(), home)
                .or(() -> Jurisdiction.isLogin(question.action())
                        ? Optional.empty()
                        : Jurisdiction.lacking(Decider.Source.REGISTRY, question.action()));
    }

    private void check(Principal principal, CallerKind kind) {
        if (kind == CallerKind.MANY) {
            throw new ProblemException(PolicyProblems.manyCallers(PrincipalLabels.clean(principal.text())));
        }
        boolean own = Stream.of(!identity.isEmpty(), boundary.isPresent(), session.isPresent())
                .anyMatch(Boolean::booleanValue);
        if (own && !kind.hasIdentity()) {
            throw new ProblemException(
                    kind == CallerKind.ROOT
                            ? PolicyProblems.rootHasNoPolicies(PrincipalLabels.clean(principal.text()))
                            : PolicyProblems.serviceHasNoPolicies(PrincipalLabels.clean(principal.text())));
        }
        if (session.isPresent() && !kind.hasSession()) {
            throw new ProblemException(PolicyProblems.userHasNoSession(PrincipalLabels.clean(principal.text())));
        }
    }
}
