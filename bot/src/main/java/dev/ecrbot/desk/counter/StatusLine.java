package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.holding.Holding;
import java.util.List;

/**
 * One principal's access through one statement.
 *
 * @param grants the bot's own that stand behind it
 * @param lost whether the statement is as the bot writes them, and none is on record
 * @param conditions what a request has to meet beside, all of them; an end of the bot's is none
 */
public record StatusLine(Holding holding, List<Grant> grants, boolean lost, List<Condition> conditions) {
    public StatusLine {
        grants = List.copyOf(grants);
        conditions = List.copyOf(conditions);
    }

    /** What is on record, or what others wrote, under no condition. */
    public StatusLine(Holding holding, List<Grant> grants) {
        this(holding, grants, false, List.of());
    }

    /** Returns the bot's grants that stand behind these, each once. */
    static List<Grant> grants(List<StatusLine> lines) {
        return lines.stream().flatMap(line -> line.grants().stream()).distinct().toList();
    }

    /** Refuses what one policy says where it would be told as another's. */
    static void check(Target target, List<StatusLine> lines, List<StatusLine> through) {
        boolean ofRepository = target instanceof Repository;
        if (lines.stream().anyMatch(line -> line.throughRegistry() == ofRepository)
                || !through.stream().allMatch(StatusLine::throughRegistry)
                || (!ofRepository && !through.isEmpty())) {
            throw new IllegalArgumentException("what one policy says is told as another's");
        }
    }

    /** Returns whether it stands in a registry's policy. */
    public boolean throughRegistry() {
        return holding.resource().isPresent();
    }
}
