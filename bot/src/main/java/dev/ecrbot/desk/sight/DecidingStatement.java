package dev.ecrbot.desk.sight;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.evaluation.Decider;
import java.util.List;
import java.util.Optional;

/**
 * A statement that has a part in what policies say to a question.
 *
 * @param source the policy it stands in
 * @param place its place there, from 1
 * @param sid as written
 * @param conditions as written; none if it has none
 */
public record DecidingStatement(
        Decider.Source source, int place, Optional<String> sid, Decider.Part part, List<Condition> conditions) {
    public DecidingStatement {
        conditions = List.copyOf(conditions);
    }
}
