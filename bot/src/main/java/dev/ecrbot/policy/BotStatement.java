package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Partition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The form of the statements that the bot writes: one for each access, its conditions included, end and way of saying who,
 * with all its principals merged.
 *
 * <p>The access is the word in the Sid together with the actions: what a word stands for may change, and statements that were
 * written for what it stood for stay what they are.
 *
 * <p>Sids have letters and digits only, as IAM wants them, though ECR takes more. An end is a condition on
 * {@code aws:CurrentTime}, a key that every request carries, so that access ends even if no bot is running.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">IAM: Sid</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM:
 *     aws:CurrentTime</a>
 */
public record BotStatement(Access access, Optional<Instant> end, PrincipalForm who) {
    public static final String PREFIX = "EcrBot";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{0,4}");
    private static final Pattern LAST_NUMBER = Pattern.compile("[0-9]{1,4}$");
    private static final Pattern HUMP = Pattern.compile("(?<=[A-Za-z])(?=[A-Z])");

    /** Returns the form of a statement that is just as the bot writes it, whoever is meant in it. */
    public static Optional<BotStatement> of(Statement statement) {
        return statement.form();
    }

    /**
     * Returns whether a role or user to which the bot gave this access was deleted: AWS puts an id where it stood, and changes nothing
     * else of the statement.
     */
    public static boolean namesDeleted(PolicyDocument policy, Access access, Optional<Instant> end, Partition home) {
        return policy.statements().stream()
                .filter(statement -> of(statement)
                        .filter(form -> form.access().equals(access))
                        .filter(form -> form.end().isEmpty() || form.end().equals(end))
                        .isPresent())
                .anyMatch(
                        statement -> statement.principals(home).stream().anyMatch(Principal.Orphan.class::isInstance));
    }

    /** Reads the form from a statement's elements. */
    static Optional<BotStatement> read(Statement statement) {
        String sid = statement.sid().orElse("");
        if (!sid.startsWith(PREFIX)
                || !statement.grants()
                || !statement.node().path("Principal").isObject()) {
            return Optional.empty();
        }
        Optional<Narrowing> narrowing = Narrowing.read(statement.narrowing());
        if (narrowing.isEmpty()) {
            return Optional.empty();
        }
        Optional<PrincipalFormClause> clause = PrincipalFormClause.of(statement);
        PrincipalForm who = clause.map(PrincipalFormClause::who).orElse(PrincipalForm.NAMED);
        if (clause.filter(said -> !said.operator().equals(who.operator())).isPresent()) {
            return Optional.empty();
        }
        Narrowing found = narrowing.get();
        return Access.of(word(sid, found, who), statement.writtenActions())
                .map(access -> new BotStatement(access.under(found.conditions()), found.end(), who))
                .filter(form -> form.isSidOf(sid) && form.terms().equals(statement.terms()));
    }

    /** Returns what stands where the Sid has the access word; if the bot wrote the Sid, it is the word. */
    private static String word(String sid, Narrowing narrowing, PrincipalForm who) {
        String name = LAST_NUMBER.matcher(sid).replaceFirst("");
        int length = name.length() - rest(narrowing, who).length();
        return length <= PREFIX.length()
                ? ""
                : HUMP.matcher(name.substring(PREFIX.length(), length))
                        .replaceAll("-")
                        .toLowerCase(Locale.ROOT);
    }

    /** Returns the end of a statement that holds under no other condition than who is meant, and an end as the bot writes it. */
    public static Optional<Instant> end(Statement statement) {
        if (statement.opaque()) {
            return Optional.empty();
        }
        return Narrowing.read(statement.narrowing())
                .filter(narrowing -> narrowing.conditions().isEmpty())
                .flatMap(Narrowing::end);
    }

    /** Returns a new statement for one part of a principal, with a Sid that none of those taken equals. */
    public Statement statement(Principal.Grantable part, Set<String> taken) {
        String sid = Sids.unique(sid(), taken);
        return Statement.taking(
                who == PrincipalForm.NAMED
                        ? naming(sid, Json.NODES.objectNode().put(part.type(), part.text()))
                        : telling(sid, List.of(who.value(part))));
    }

    /** Returns a statement of this form with one more part. */
    public Statement with(Statement own, Principal.Grantable part) {
        ObjectNode copy = own.node().deepCopy();
        ObjectNode list = who == PrincipalForm.NAMED
                ? (ObjectNode) copy.path("Principal")
                : (ObjectNode) copy.path("Condition").path(who.operator());
        String key = who == PrincipalForm.NAMED
                ? part.type()
                : PrincipalFormClause.of(own).orElseThrow().key();
        var texts = new TreeSet<>(StatementShape.texts(list.path(key)));
        texts.add(who.value(part));
        list.set(key, written(texts));
        return Statement.taking(copy);
    }

    /** Returns texts as the bot writes them: in order, a single one without brackets. */
    public static JsonNode written(Collection<String> texts) {
        if (texts.size() == 1) {
            return Json.NODES.textNode(texts.iterator().next());
        }
        ArrayNode array = Json.NODES.arrayNode();
        texts.stream().sorted().forEach(array::add);
        return array;
    }

    /** Returns a statement of this form about all of them. */
    public Statement statement(String sid, List<Principal> holders) {
        if (who != PrincipalForm.NAMED) {
            return Statement.taking(
                    telling(sid, holders.stream().map(who::value).toList()));
        }
        ObjectNode element = Json.NODES.objectNode();
        holders.forEach(holder -> element.withArray(holder.type()).add(holder.text()));
        return Statement.taking(naming(sid, element));
    }

    private String terms() {
        ObjectNode nobody = Json.NODES.objectNode();
        return Canonical.terms(node(sid(), nobody, nobody), narrowing().and(nobody));
    }

    private ObjectNode naming(String sid, JsonNode principal) {
        return node(sid, principal, Json.NODES.objectNode());
    }

    private ObjectNode telling(String sid, List<String> values) {
        ObjectNode condition = Json.NODES.objectNode();
        condition.putObject(who.operator()).set(who.key(), written(values));
        return node(sid, who.element(), condition);
    }

    private ObjectNode node(String sid, JsonNode principal, ObjectNode telling) {
        ObjectNode node = Json.NODES.objectNode().put("Sid", sid).put("Effect", "Allow");
        node.set("Principal", principal);
        ArrayNode actions = node.putArray("Action");
        access.actions().forEach(actions::add);
        JsonNode condition = narrowing().and(telling);
        if (!condition.isEmpty()) {
            node.set("Condition", condition);
        }
        return node;
    }

    private String sid() {
        var name = new StringBuilder(PREFIX);
        for (String part : access.word().split("-")) {
            name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
        }
        return name + rest(narrowing(), who);
    }

    private Narrowing narrowing() {
        return new Narrowing(end, access.conditions());
    }

    private static String rest(Narrowing narrowing, PrincipalForm who) {
        return who.sidPart() + narrowing.sidPart();
    }

    private boolean isSidOf(String text) {
        return text.startsWith(sid())
                && NUMBER.matcher(text.substring(sid().length())).matches();
    }
}
