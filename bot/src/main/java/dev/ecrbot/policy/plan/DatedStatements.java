package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Comparison.Side;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.Ownership;
import dev.ecrbot.policy.holding.PlanContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The statements of a policy with the ends that only the bot's records know written into them: what the policy comes to if
 * grants end when they should. An end that has passed and isn't in the policy hasn't come yet.
 */
public final class DatedStatements {
    private DatedStatements() {}

    public static Side side(PolicyDocument document, Set<Owned> owned, PlanContext context) {
        return new Side(of(document, owned, context), document.hasVariables());
    }

    private static List<Statement> of(PolicyDocument document, Set<Owned> owned, PlanContext context) {
        if (owned.stream().allMatch(grant -> grant.until().isEmpty())) {
            return document.statements();
        }
        var ownership = new Ownership(document, owned, context.home());
        return document.statements().stream()
                .flatMap(statement -> BotStatement.of(statement)
                        .filter(form -> form.end().isEmpty())
                        .map(form -> divided(statement, form, ownership, context))
                        .orElseGet(() -> Stream.of(statement)))
                .toList();
    }

    private static Stream<Statement> divided(
            Statement statement, BotStatement form, Ownership ownership, PlanContext context) {
        Map<Optional<Instant>, List<Principal>> byEnd =
                new TreeMap<>(Comparator.comparing(until -> until.orElse(Instant.MAX)));
        for (Principal holder : statement.holders(context.home())) {
            Optional<Instant> until = ownership.until(form, holder).filter(context.now()::isBefore);
            byEnd.computeIfAbsent(until, u -> new ArrayList<>()).add(holder);
        }
        return byEnd.size() == 1 && byEnd.containsKey(Optional.<Instant>empty())
                ? Stream.of(statement)
                : byEnd.entrySet().stream()
                        .map(entry -> new BotStatement(form.access(), entry.getKey(), form.who())
                                .statement(statement.sid().orElse(""), entry.getValue()));
    }
}
