package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Partition;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One statement of a policy, kept as it was written; immutable.
 *
 * <p>A statement whose elements can't be understood (a {@code Condition} that is no map was seen in the wild) is
 * {@linkplain #opaque() opaque}: it is kept and shown, it says nothing about anybody, and it is never edited. What is read
 * from the tree is read once, since plans ask every statement many times.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 */
public final class Statement {
    private final JsonNode node;
    private final boolean opaque;
    private final Elements elements;
    private final SortedSet<String> actions;
    private final Optional<PrincipalFormClause> clause;
    private final Optional<BotStatement> form;
    private volatile Optional<String> canonical = Optional.empty();
    private volatile Optional<Named> named = Optional.empty();
    private volatile Optional<List<String>> lines = Optional.empty();

    private Statement(JsonNode node) {
        this.node = node;
        this.opaque = !StatementShape.understood(node);
        this.elements = opaque ? Elements.NONE : Elements.of(node);
        this.actions = Collections.unmodifiableSortedSet(new TreeSet<>(elements.actions()));
        this.clause = PrincipalFormClause.read(this);
        this.form = BotStatement.read(this);
    }

    /** Returns the statement that is written like this. */
    public static Statement of(JsonNode node) {
        return new Statement(node.deepCopy());
    }

    /** Takes the tree over: whoever hands it in must not change it afterwards. */
    static Statement taking(JsonNode node) {
        return new Statement(node);
    }

    /** Returns a copy of the statement's JSON. */
    public JsonNode json() {
        return node.deepCopy();
    }

    JsonNode node() {
        return node;
    }

    /** Returns the text that statements of the same meaning and Sid share. */
    public String canonical() {
        if (canonical.isEmpty()) {
            canonical = Optional.of(Canonical.statement(node, opaque));
        }
        return canonical.orElseThrow();
    }

    /** Returns the text that statements share which say the same of those they are about, whoever that is. */
    public String terms() {
        return Canonical.terms(node, narrowing());
    }

    /** Returns whether the statement can't be understood. */
    public boolean opaque() {
        return opaque;
    }

    /**
     * Returns the statement itself; in place of one that can't be understood an understood one that is about everything which
     * that may be about. Whether it allows or denies is the other one's {@linkplain #hasEffect if it says so}.
     */
    public Statement widest() {
        return opaque ? taking(StatementShape.widest(node)) : this;
    }

    /** Returns whether it can be read whether the statement allows or denies. */
    public boolean hasEffect() {
        return StatementShape.isEffect(node);
    }

    /** Returns the Sid as written; ECR allows blanks in it, and the same one twice. */
    public Optional<String> sid() {
        return node.path("Sid").isTextual() ? Optional.of(node.path("Sid").textValue()) : Optional.empty();
    }

    /** Returns whether the statement allows what it names. */
    public boolean allows() {
        return elements.effect().equalsIgnoreCase("Allow");
    }

    /** Returns whether the statement denies what it names. */
    public boolean denies() {
        return elements.effect().equalsIgnoreCase("Deny");
    }

    /** Returns whether the statement is about everyone except those it names. */
    public boolean exceptsPrincipals() {
        return !opaque && node.has("NotPrincipal");
    }

    /** Returns whether the statement is about every action except those it names. */
    public boolean exceptsActions() {
        return !opaque && node.has("NotAction");
    }

    /** Returns whether the statement holds under conditions only, an end included. */
    public boolean conditional() {
        return !opaque && !node.path("Condition").isEmpty();
    }

    /** Returns the actions it names, as written; those it excepts if it {@linkplain #exceptsActions() excepts actions}. */
    public SortedSet<String> actions() {
        return actions;
    }

    /** Returns the {@linkplain #actions() actions} in the order written, each as often as it is. */
    public List<String> writtenActions() {
        return elements.actions();
    }

    /**
     * Returns the principals it names, each once; those it excepts if it {@linkplain #exceptsPrincipals() excepts
     * principals}.
     *
     * @param home the policy's partition, in which bare account ids are accounts
     */
    public List<Principal> principals(Partition home) {
        return named(home).principals();
    }

    /**
     * Returns those whom it is about as people would say it: an organization or functions where a condition says exactly
     * that, otherwise the {@linkplain #principals principals it names}.
     */
    public List<Principal> holders(Partition home) {
        return named(home).holders();
    }

    /** Returns whether it holds under conditions beside the one that says whom it is about, an end included. */
    public boolean narrowed() {
        return !opaque && !narrowing().isEmpty();
    }

    /** Returns the conditions beside the one that says whom it is about. */
    public ObjectNode narrowing() {
        return clause.map(telling -> telling.rest(this))
                .orElseGet(() -> node.path("Condition") instanceof ObjectNode condition
                        ? condition.deepCopy()
                        : Json.NODES.objectNode());
    }

    /** Returns the conditions under which it holds, all of which have to be met. */
    public List<Condition> conditions() {
        return elements.conditions();
    }

    /** Returns whether it says which resources it is about. */
    public boolean hasResources() {
        return !opaque && (node.has("Resource") || node.has("NotResource"));
    }

    /** Returns whether the statement is about every resource except those it names. */
    public boolean exceptsResources() {
        return !opaque && node.has("NotResource");
    }

    /** Returns the resources it names, as written; those it excepts if it {@linkplain #exceptsResources() does that}. */
    public List<String> resources() {
        return elements.resources();
    }

    /** Returns whether the action is one that the statement is about. */
    public boolean covers(String action) {
        return !opaque && AccessWords.covers(actions(), action) != exceptsActions();
    }

    /** Returns whether it allows those it names by name, so that a name can be added or taken away. */
    public boolean grants() {
        return allows() && !exceptsPrincipals();
    }

    /** Returns whether the principal is one of its {@linkplain #holders holders}. */
    public boolean names(Principal principal, Partition home) {
        return named(home).all().contains(principal);
    }

    private Named named(Partition home) {
        return named.filter(known -> known.home() == home).orElseGet(() -> {
            Named fresh = Named.by(this, home);
            named = Optional.of(fresh);
            return fresh;
        });
    }

    /** Returns the line of its condition that says whom it is about. */
    public Optional<PrincipalFormClause> clause() {
        return clause;
    }

    /** Returns the form that it has as one of the bot's own. */
    Optional<BotStatement> form() {
        return form;
    }

    /** Returns the entries of its {@code Principal} or {@code NotPrincipal} element, in the order written. */
    public List<Entry> entries() {
        return elements.principals();
    }

    /** Returns the statement line by line in its {@linkplain PolicyDocument#lines normal form}. */
    List<String> lines() {
        return lines.orElseGet(() -> {
            List<String> written = NormalForm.lines(this);
            lines = Optional.of(written);
            return written;
        });
    }

    /** Returns the actions for people to read; a statement that excepts actions has one entry that says so. */
    public SortedSet<String> shownActions() {
        return exceptsActions() ? new TreeSet<>(Set.of("* except " + String.join(", ", actions()))) : actions();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Statement statement && toString().equals(statement.toString()));
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return Json.compact(node);
    }
}
