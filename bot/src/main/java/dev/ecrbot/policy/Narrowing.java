package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccessCondition;
import dev.ecrbot.ecr.AccessConditions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What narrows a statement of the bot's beside whom it is about: an end, and the conditions of the rule that gave the access.
 */
record Narrowing(Optional<Instant> end, AccessConditions conditions) {
    private static final String OPERATOR = "DateLessThan";
    private static final String KEY = "aws:CurrentTime";
    private static final String IN_SID = "If";
    private static final int LETTERS = 8;

    /** Reads it from the lines of a condition; empty if they are none that the bot would write. */
    static Optional<Narrowing> read(ObjectNode condition) {
        ObjectNode rest = condition.deepCopy();
        Optional<Instant> end = Optional.empty();
        if (rest.path(OPERATOR) instanceof ObjectNode dates && dates.has(KEY)) {
            end = instant(dates.remove(KEY));
            if (end.isEmpty()) {
                return Optional.empty();
            }
            if (dates.isEmpty()) {
                rest.remove(OPERATOR);
            }
        }
        Optional<Instant> until = end;
        return conditions(rest).map(conditions -> new Narrowing(until, conditions));
    }

    private static Optional<AccessConditions> conditions(ObjectNode rest) {
        var lines = new ArrayList<AccessCondition>();
        for (Condition line : Condition.of(rest)) {
            if (line.values().isEmpty()) {
                return Optional.empty();
            }
            lines.add(new AccessCondition(line.operator(), line.key(), line.values()));
        }
        return AccessConditions.areApart(lines) ? Optional.of(new AccessConditions(lines)) : Optional.empty();
    }

    static Optional<Instant> instant(JsonNode value) {
        List<String> texts = StatementShape.texts(value);
        try {
            return texts.size() == 1 ? Optional.of(Instant.parse(texts.get(0))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the condition with these lines in it, too. */
    ObjectNode and(ObjectNode condition) {
        ObjectNode all = condition.deepCopy();
        conditions
                .lines()
                .forEach(line -> under(all, line.operator()).set(line.key(), BotStatement.written(line.values())));
        end.ifPresent(instant -> under(all, OPERATOR).put(KEY, Ends.inCondition(instant)));
        return all;
    }

    private static ObjectNode under(ObjectNode condition, String operator) {
        return condition.path(operator) instanceof ObjectNode keys ? keys : condition.putObject(operator);
    }

    /**
     * Returns what Sids have in them for it. Of conditions that are letters which conditions of the same meaning share: so what
     * somebody else changed about them is no longer taken for what the bot wrote.
     */
    String sidPart() {
        return (conditions.isEmpty() ? "" : IN_SID + letters())
                + end.map(instant -> "Until" + Ends.inSid(instant)).orElse("");
    }

    private String letters() {
        var letters = new StringBuilder();
        String digest = Canonical.sha256(conditions.canonical());
        for (int place = 0; place < LETTERS; place++) {
            letters.append((char) ('a' + Character.digit(digest.charAt(place), 16)));
        }
        return letters.toString();
    }
}
