package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Access;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The form of the statements that the bot writes: one for each access and end, with all its principals merged.
 *
 * <p>Sids have letters and digits only, as IAM wants them, though ECR takes more. An end is a condition on
 * {@code aws:CurrentTime}, a key that every request carries, so that access ends even if no bot is running.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">IAM: Sid</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM:
 *     aws:CurrentTime</a>
 */
record OwnForm(Access access, Optional<Instant> end) {
    static final String PREFIX = "EcrBot";

    private static final String OPERATOR = "DateLessThan";
    private static final String KEY = "aws:CurrentTime";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{0,4}");

    /** Returns the form of a statement that is just as the bot writes it, whoever is named in it. */
    static Optional<OwnForm> of(Statement statement) {
        return statement.form();
    }

    /** Reads the form from a statement's elements. */
    static Optional<OwnForm> read(Statement statement) {
        String sid = statement.sid().orElse("");
        if (!sid.startsWith(PREFIX)
                || !statement.grants()
                || !statement.node().path("Principal").isObject()) {
            return Optional.empty();
        }
        Optional<Instant> end = end(statement);
        return Arrays.stream(Access.values())
                .map(access -> new OwnForm(access, end))
                .filter(form -> form.isSidOf(sid))
                .filter(form -> Canonical.statement(
                                form.node(sid, statement.node().path("Principal")), false)
                        .equals(statement.canonical()))
                .findFirst();
    }

    /** Returns the end of a statement under no other condition than an end as the bot writes it. */
    static Optional<Instant> end(Statement statement) {
        JsonNode condition = statement.node().path("Condition");
        JsonNode value = condition.path(OPERATOR).path(KEY);
        if (statement.opaque()
                || condition.size() != 1
                || condition.path(OPERATOR).size() != 1) {
            return Optional.empty();
        }
        List<String> texts = StatementShape.texts(value);
        try {
            return texts.size() == 1 ? Optional.of(Instant.parse(texts.get(0))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static ObjectNode condition(Instant end) {
        ObjectNode condition = Json.NODES.objectNode();
        condition.putObject(OPERATOR).put(KEY, Ends.inCondition(end));
        return condition;
    }

    /** Returns a new statement for one principal, with a Sid that none of those taken equals. */
    Statement statement(Principal principal, Set<String> taken) {
        ObjectNode element = Json.NODES.objectNode().put(principal.type(), principal.text());
        return statement(Sids.unique(sid(), taken), element);
    }

    /** Returns the statement with one more principal. */
    static Statement with(Statement own, Principal principal) {
        ObjectNode copy = own.node().deepCopy();
        ObjectNode element = (ObjectNode) copy.path("Principal");
        var texts = new TreeSet<>(StatementShape.texts(element.path(principal.type())));
        texts.add(principal.text());
        element.set(principal.type(), written(texts));
        return Statement.of(copy);
    }

    /** Returns texts as the bot writes them: in order, a single one without brackets. */
    static JsonNode written(Collection<String> texts) {
        if (texts.size() == 1) {
            return Json.NODES.textNode(texts.iterator().next());
        }
        ArrayNode array = Json.NODES.arrayNode();
        texts.stream().sorted().forEach(array::add);
        return array;
    }

    private Statement statement(String sid, JsonNode principal) {
        return Statement.of(node(sid, principal));
    }

    private ObjectNode node(String sid, JsonNode principal) {
        ObjectNode node = Json.NODES.objectNode().put("Sid", sid).put("Effect", "Allow");
        node.set("Principal", principal);
        ArrayNode actions = node.putArray("Action");
        access.actions().forEach(actions::add);
        end.ifPresent(instant -> node.set("Condition", condition(instant)));
        return node;
    }

    private String sid() {
        var name = new StringBuilder(PREFIX);
        for (String part : access.word().split("-")) {
            name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
        }
        end.ifPresent(instant -> name.append("Until").append(Ends.inSid(instant)));
        return name.toString();
    }

    private boolean isSidOf(String text) {
        return text.startsWith(sid())
                && NUMBER.matcher(text.substring(sid().length())).matches();
    }
}
