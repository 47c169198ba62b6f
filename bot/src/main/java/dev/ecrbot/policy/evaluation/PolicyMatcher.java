package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.AttachedPolicy;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Truth;
import java.util.ArrayList;
import java.util.List;

/** One policy, made ready to be asked what it says by itself; immutable. */
final class PolicyMatcher {
    private final Decider.Source source;
    private final int level;
    private final int place;
    private final List<Clause> clauses = new ArrayList<>();

    /** A statement and how it means those whom it is about. */
    private record Clause(StatementMatcher matcher, Naming naming) {}

    /**
     * Takes the policy.
     *
     * @param level of a service control policy
     * @param bounded whether the caller has a permissions boundary: such a caller can't be excepted by NotPrincipal in a Deny
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">IAM:
     *     NotPrincipal and permissions boundaries</a>
     */
    PolicyMatcher(
            PolicyDocument document, Decider.Source source, int level, int place, boolean bounded, Partition home) {
        this.source = source;
        this.level = level;
        this.place = place;
        List<Statement> statements = document.statements();
        for (int at = 0; at < statements.size(); at++) {
            Statement written = statements.get(at);
            boolean exceptsNobody = bounded
                    && Decider.Part.of(written) != Decider.Part.ALLOWS
                    && written.widest().exceptsPrincipals();
            Statement read = exceptsNobody ? AttachedPolicy.aboutEveryone(written) : written;
            clauses.add(new Clause(
                    new StatementMatcher(read, source, at, home, document.hasVariables()),
                    new Naming(read.widest(), home)));
        }
    }

    /** Returns what it says; nothing if it doesn't decide about such an action. */
    Opinion opinion(Question question, RequestContext known) {
        String action = Actions.fold(question.action());
        boolean decides = !source.ofResource()
                || Jurisdiction.lacking(source, question.action()).isEmpty();
        String arn = Jurisdiction.isOfRepositories(question.action())
                ? question.repository().arn()
                : Resources.ALL;
        Truth allows = Truth.FALSE;
        Truth itself = Truth.FALSE;
        Truth directly = Truth.FALSE;
        Truth denies = Truth.FALSE;
        var deciders = new ArrayList<Decider>();
        for (Clause clause : decides ? clauses : List.<Clause>of()) {
            Truth applies = clause.matcher().applies(question, action, arn, known);
            if (!applies.isFalse()) {
                deciders.add(clause.matcher().decider(applies));
            }
            if (clause.matcher().part() != Decider.Part.DENIES) {
                allows = allows.or(applies);
                itself = itself.or(applies.and(clause.naming().itself(question.principal())));
                directly = directly.or(applies.and(clause.naming().directly(question.principal())));
            }
            if (clause.matcher().part() != Decider.Part.ALLOWS) {
                denies = denies.or(applies);
            }
        }
        return new Opinion(allows, itself, directly, denies, share(allows, denies, deciders));
    }

    private Share share(Truth allows, Truth denies, List<Decider> applying) {
        if (denies.isTrue()) {
            return share(Share.Says.DENIES, applying, Decider.Part.DENIES);
        }
        if (!denies.known() || !allows.known()) {
            return new Share(source, level, place, Share.Says.DEPENDS, applying);
        }
        return allows.value()
                ? share(Share.Says.ALLOWS, applying, Decider.Part.ALLOWS)
                : new Share(source, level, place, Share.Says.NOTHING, List.of());
    }

    /** Returns the share with the statements that have this part for certain. */
    private Share share(Share.Says says, List<Decider> applying, Decider.Part part) {
        List<Decider> certain = applying.stream()
                .filter(one -> one.part() == part && one.dependsOn().isEmpty())
                .toList();
        return new Share(source, level, place, says, certain);
    }
}
