package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A repository policy, kept as it was written: unknown keys, the order of keys and the forms of numbers included;
 * immutable.
 *
 * <p>ECR stores a document re-indented and with principals in an order of its own, so documents are compared by
 * {@link #sameAs}, never by their text.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html">Repository policies</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html">SetRepositoryPolicy:
 *     the limit</a>
 */
public final class PolicyDocument {
    /** How many characters ECR takes; which of its forms it counts isn't documented, so the longest one is. */
    public static final int LIMIT = 10_240;

    /** How many characters a policy may have to be read at all: far more than AWS stores. */
    public static final int LONGEST = 200_000;

    private static final PolicyDocument EMPTY =
            reading(Json.NODES.objectNode().put("Version", "2012-10-17").set("Statement", Json.NODES.arrayNode()));

    private final ObjectNode root;
    private final List<Statement> statements;
    private volatile Optional<String> text = Optional.empty();
    private volatile Optional<String> canonical = Optional.empty();

    private PolicyDocument(ObjectNode root, List<Statement> statements) {
        this.root = root;
        this.statements = statements;
    }

    /**
     * Reads a policy.
     *
     * @throws ProblemException if the text isn't a JSON object with statements
     */
    public static PolicyDocument parse(String text) {
        return of(Marked.json("policy", text, LONGEST, false).tree());
    }

    /**
     * Takes the tree of a policy over: whoever hands it in must not change it afterwards.
     *
     * @throws ProblemException if it isn't an object with statements
     */
    public static PolicyDocument of(JsonNode tree) {
        if (!(tree instanceof ObjectNode root)) {
            throw new ProblemException(PolicyProblems.notAnObject());
        }
        JsonNode statement = root.path("Statement");
        if (!statement.isArray() && !statement.isObject()) {
            throw new ProblemException(
                    statement.isMissingNode()
                            ? PolicyProblems.statementMissing()
                            : PolicyProblems.statementMalformed());
        }
        return reading(root);
    }

    /** Returns a policy without statements, which is what a repository without a policy has. */
    public static PolicyDocument empty() {
        return EMPTY;
    }

    private static PolicyDocument reading(ObjectNode root) {
        var statements = new ArrayList<Statement>();
        JsonNode element = root.path("Statement");
        if (element.isObject()) {
            statements.add(Statement.taking(element));
        } else {
            element.forEach(node -> statements.add(Statement.taking(node)));
        }
        return new PolicyDocument(root, List.copyOf(statements));
    }

    /** Returns whether there is no statement; such a policy isn't stored, the repository's is deleted. */
    public boolean isEmpty() {
        return statements.isEmpty();
    }

    /** Returns a copy of what the document says beside its statements. */
    public ObjectNode rest() {
        ObjectNode rest = Json.NODES.objectNode();
        root.properties().stream()
                .filter(property -> !property.getKey().equals("Statement"))
                .forEach(property ->
                        rest.set(property.getKey(), property.getValue().deepCopy()));
        return rest;
    }

    /** Returns the statements in the order written, opaque ones included. */
    public List<Statement> statements() {
        return statements;
    }

    /** Returns whether the statements stand in an array; a single one may stand there without. */
    public boolean hasStatementList() {
        return root.path("Statement").isArray();
    }

    /** Returns whether <code>${…}</code> in it stands for a value of the request, which the older version of the language lacks. */
    public boolean hasVariables() {
        return root.path("Version").asText().equals("2012-10-17");
    }

    /** Returns the document without needless whitespace, as it is sent. */
    public String text() {
        return text.orElseGet(() -> {
            String compact = Json.compact(root);
            text = Optional.of(compact);
            return compact;
        });
    }

    /** Returns the document as ECR indents it. */
    public String pretty() {
        return Json.likeAws(root);
    }

    /** Returns how many characters the document has as ECR indents it, to be compared with {@link #LIMIT}. */
    public int size() {
        return pretty().length();
    }

    /**
     * Returns whether both documents say the same in the same statements, however they are written. An equivalence;
     * the order of statements, and of entries in a list, doesn't count.
     */
    public boolean sameAs(PolicyDocument other) {
        return canonical().equals(other.canonical());
    }

    /** Returns a SHA-256 in hex that two documents share exactly if they are the {@linkplain #sameAs same}. */
    public String fingerprint() {
        return Canonical.sha256(canonical());
    }

    private String canonical() {
        return canonical.orElseGet(() -> {
            String form = Canonical.document(root, statements);
            canonical = Optional.of(form);
            return form;
        });
    }

    /** Returns whether both say the same beside their statements. */
    public boolean sameRest(PolicyDocument other) {
        return Canonical.document(root, List.of()).equals(Canonical.document(other.root, List.of()));
    }

    /**
     * Returns the document line by line with its statements in another order or others in their place, each in one normal
     * form: with its elements in order and every element of a list on a line of its own.
     */
    public List<String> lines(List<Statement> shown) {
        return NormalForm.lines(root, shown);
    }

    /** Returns this document with other statements; everything else in it stays, and so does one that isn't in an array. */
    public PolicyDocument with(List<Statement> replaced) {
        if (replaced.equals(statements)) {
            return this;
        }
        ArrayNode array = Json.NODES.arrayNode();
        replaced.forEach(statement -> array.add(statement.node()));
        ObjectNode copy = Json.NODES.objectNode();
        root.properties().forEach(property -> copy.set(property.getKey(), property.getValue()));
        copy.set("Statement", array);
        return new PolicyDocument(copy, List.copyOf(replaced));
    }

    /** Returns whether both are written with the same characters, whitespace aside. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyDocument document && text().equals(document.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
