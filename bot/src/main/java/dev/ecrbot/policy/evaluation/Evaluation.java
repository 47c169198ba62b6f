package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policies that decide about a repository, made ready to be asked many questions; immutable.
 *
 * <p>What is answered is what the repository's side decides for a caller whose own side allows everything. So an account
 * that is named allows everyone in it, the repository's own account too, where it really hands the decision to its identity
 * policies; and an identity policy that allows by itself, as it may in the repository's own account, isn't seen.
 *
 * <p>Three-valued: what depends on something that isn't known is never answered with yes or no.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy
 *     evaluation</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">IAM:
 *     access across accounts</a>
 */
public final class Evaluation {
    private final List<StatementMatcher> clauses;
    private final Partition home;

    private Evaluation(List<StatementMatcher> clauses, Partition home) {
        this.clauses = List.copyOf(clauses);
        this.home = home;
    }

    /**
     * Reads both policies; {@link PolicyDocument#empty()} stands for one that isn't there.
     *
     * @param home the repository's partition, in which bare account ids are accounts
     */
    public static Evaluation of(PolicyDocument repository, PolicyDocument registry, Partition home) {
        var clauses = new ArrayList<StatementMatcher>();
        add(clauses, repository, Decider.Source.REPOSITORY, home);
        add(clauses, registry, Decider.Source.REGISTRY, home);
        return new Evaluation(clauses, home);
    }

    /** Answers the question as far as what is known goes. */
    public EvaluationResult answer(Question question, RequestContext known) {
        Optional<String> lacking = lacking(question);
        String arn = Jurisdiction.isOfRepositories(question.action())
                ? question.repository().arn()
                : Resources.ALL;
        String action = Actions.fold(question.action());
        var both = new Tally();
        var repository = new Tally();
        var registry = new Tally();
        for (StatementMatcher clause : lacking.isPresent() ? List.<StatementMatcher>of() : clauses) {
            if (decides(clause.source(), question)) {
                Truth applies = clause.applies(question, action, arn, known);
                both.add(clause, applies);
                (clause.source() == Decider.Source.REPOSITORY ? repository : registry).add(clause, applies);
            }
        }
        Optional<String> reason = both.isEmpty()
                ? lacking.or(() -> Jurisdiction.lacking(Decider.Source.REPOSITORY, question.action()))
                : Optional.empty();
        return new EvaluationResult(both.verdict(), both.deciders(), repository.verdict(), registry.verdict(), reason);
    }

    /** Returns why neither policy decides about the question; nothing if one of them may. */
    private Optional<String> lacking(Question question) {
        return lacking(question.principal(), home)
                .or(() -> Jurisdiction.lacking(Decider.Source.REGISTRY, question.action()));
    }

    /** Returns why no policy lets the caller reach repositories of the partition; nothing if one may. */
    static Optional<String> lacking(Principal caller, Partition home) {
        return caller.partition()
                .filter(in -> in != home)
                .map(other -> caller.text()
                        + " is of another partition than the repository: nobody's access crosses from one to another.");
    }

    private static boolean decides(Decider.Source source, Question question) {
        return Jurisdiction.lacking(source, question.action()).isEmpty();
    }

    private static void add(
            List<StatementMatcher> clauses, PolicyDocument document, Decider.Source source, Partition home) {
        List<Statement> statements = document.statements();
        for (int place = 0; place < statements.size(); place++) {
            clauses.add(new StatementMatcher(statements.get(place), source, place, home, document.hasVariables()));
        }
    }
}
