package dev.ecrbot.desk.judge;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RuleProblems;
import dev.ecrbot.rules.OwnerTag;
import dev.ecrbot.rules.Rule;
import java.util.Map;
import java.util.Optional;

/** Finds out who decides where a rule has the repository's tag say so; reads the tag each time. Thread-safe. */
public final class Owners {

    /** Reads a repository's tags now; throws a {@link ProblemException} if that can't be. */
    public interface Tags {
        Map<String, String> of(Repository repository);
    }

    private final Tags tags;

    Owners(Tags tags) {
        this.tags = tags;
    }

    /**
     * Returns the rule with those as its approvers who decide on the target.
     *
     * @throws ProblemException if nobody knows who does
     */
    public Rule known(Rule rule, Target target) {
        Optional<OwnerTag> owner = rule.approvers().owner();
        return owner.isEmpty() ? rule : known(rule, owner.get(), target);
    }

    /** As {@link #known}; empty if nobody knows who does. */
    Optional<Rule> find(Rule rule, Target target) {
        try {
            return Optional.of(known(rule, target));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** Returns why nobody knows who decides on the target; empty if somebody does. */
    Optional<Problem> refusal(Rule rule, Target target) {
        try {
            known(rule, target);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private Rule known(Rule rule, OwnerTag owner, Target target) {
        if (!(target instanceof Repository repository)) {
            throw new ProblemException(RuleProblems.ownerTagOfPattern(rule.name(), owner.tag()));
        }
        return rule.decidedBy(owner.deciding(rule.name(), repository, read(rule, owner, repository)));
    }

    private Map<String, String> read(Rule rule, OwnerTag owner, Repository repository) {
        try {
            return tags.of(repository);
        } catch (ProblemException e) {
            throw new ProblemException(
                    RuleProblems.ownerTagsUnreadable(rule.name(), owner.tag(), repository, e.problem()), e);
        }
    }
}
