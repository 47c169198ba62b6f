package dev.ecrbot.policy.holding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Sids;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The part of a policy that an edit can be about. Of a repository's policy it is all of it. Of a registry's it is what the
 * statements for exactly one pattern say, written without their {@code Resource} as in a repository's policy; beside them
 * stand those that deny something to repositories of the pattern, with their resources only where these aren't all of them.
 * All else in the document stays as it is.
 */
public final class EditScope {
    private final PolicyDocument whole;
    private final Optional<MatchingRepositories> pattern;

    private EditScope(PolicyDocument whole, Optional<MatchingRepositories> pattern) {
        this.whole = whole;
        this.pattern = pattern;
    }

    public static EditScope of(PolicyDocument whole, Target target) {
        return new EditScope(
                whole,
                target instanceof MatchingRepositories some
                        ? Optional.of(some)
                        : Optional.<MatchingRepositories>empty());
    }

    /** Returns the part, to be planned on. */
    public PolicyDocument document() {
        return pattern.map(some -> part(statement -> ResourceReach.names(statement, some)))
                .orElse(whole);
    }

    /**
     * Returns the part with what else holds for all of the pattern's repositories, to be read only. Without statements of
     * the bot's for other patterns that don't tell their end: they may end sooner than they say.
     */
    public PolicyDocument reach() {
        return pattern.map(some -> part(statement -> ResourceReach.names(statement, some)
                        || (ResourceReach.covers(statement, some) && !endless(statement))))
                .orElse(whole);
    }

    /** Returns the statements of the whole document with this part in place of the present one. */
    public List<Statement> with(List<Statement> part) {
        return pattern.map(some -> put(part, some)).orElse(part);
    }

    private PolicyDocument part(Predicate<Statement> ours) {
        MatchingRepositories some = pattern.orElseThrow();
        return whole.with(whole.statements().stream()
                .filter(statement -> ours.test(statement) || denies(statement, some))
                .map(statement -> inPart(statement, some))
                .toList());
    }

    // What is denied on only some of the repositories keeps its resources: whether it is denied depends on them.
    private static Statement inPart(Statement statement, MatchingRepositories some) {
        boolean everywhere = statement.denies() && ResourceReach.covers(statement, some);
        return statement.grants() || everywhere ? bare(statement) : statement;
    }

    private static boolean denies(Statement statement, MatchingRepositories some) {
        return statement.denies() && ResourceReach.concerns(statement, some);
    }

    private static boolean endless(Statement statement) {
        return BotStatement.of(bare(statement))
                .filter(form -> form.end().isEmpty())
                .isPresent();
    }

    private List<Statement> put(List<Statement> part, MatchingRepositories some) {
        var left = new ArrayList<>(part);
        var places = new ArrayList<Optional<Statement>>();
        for (Statement statement : whole.statements()) {
            boolean ours = statement.grants() && ResourceReach.names(statement, some);
            boolean there = left.remove(ours || statement.denies() ? inPart(statement, some) : statement);
            places.add(there || !ours ? Optional.of(statement) : Optional.empty());
        }
        Set<String> taken =
                new HashSet<>(Sids.of(places.stream().flatMap(Optional::stream).toList()));
        var statements = new ArrayList<Statement>();
        for (Optional<Statement> place : places) {
            if (place.isPresent()) {
                statements.add(place.get());
            } else if (!left.isEmpty()) {
                statements.add(about(left.remove(0), some, taken));
            }
        }
        left.forEach(statement -> statements.add(about(statement, some, taken)));
        return statements;
    }

    /** Returns a registry's statement as one of a repository's policy. */
    static Statement bare(Statement statement) {
        ObjectNode copy = (ObjectNode) statement.json();
        copy.remove(List.of("Resource", "NotResource"));
        return Statement.of(copy);
    }

    /** A Sid that is unique in the part need not be so in the document. */
    private static Statement about(Statement statement, MatchingRepositories some, Set<String> taken) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        statement.json().properties().forEach(property -> {
            if (property.getKey().equals("Condition")) {
                named.put("Resource", some.arn());
            }
            named.set(property.getKey(), property.getValue());
        });
        if (!named.has("Resource")) {
            named.put("Resource", some.arn());
        }
        statement.sid().ifPresent(sid -> {
            String unique = Sids.unique(sid, taken);
            taken.add(unique);
            named.put("Sid", unique);
        });
        return Statement.of(named);
    }
}
