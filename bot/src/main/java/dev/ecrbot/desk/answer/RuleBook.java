package dev.ecrbot.desk.answer;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.rules.RuleStanding;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked, by the rules in their order.
 *
 * @param repository for which; all rules without one
 */
public record RuleBook(Optional<Repository> repository, List<RuleStanding> rules) implements Finding {
    public RuleBook {
        rules = List.copyOf(rules);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.ruleBook(this);
    }
}
