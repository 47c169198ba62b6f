package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.Sids;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.Ownership;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.RevocationProblems;
import dev.ecrbot.problem.phrase.PlanWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes actions away from a principal in every Allow statement that names it. */
final class Revoking {
    private final PolicyDocument base;
    private final Edit.Revoke revoke;
    private final PlanContext context;
    private final Partition home;
    private final Ownership ownership;

    Revoking(PolicyDocument base, Edit.Revoke revoke, PlanContext context) {
        this.base = base;
        this.revoke = revoke;
        this.context = context;
        this.home = context.home();
        this.ownership = new Ownership(base, context.owned(), home);
    }

    Outcome outcome() {
        List<Statement> places = base.statements().stream()
                .filter(statement -> part(statement).isPresent())
                .toList();
        Optional<Outcome> needed = needed(places);
        if (needed.isPresent()) {
            return needed.get();
        }
        Optional<Outcome> refusal = revoke.access()
                .flatMap(access -> new PartialRevocation(revoke.principal(), access, context).refusal(places));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (places.stream().noneMatch(this::concerned) || !held(places)) {
            return new NothingToRevoke(base, revoke, context).outcome();
        }
        return broken(places).orElseGet(this::changed);
    }

    /** What a grant of the bot's gave goes as a whole: a part that is left would be nobody's. */
    private Optional<Outcome> broken(List<Statement> places) {
        String name = context.names().of(revoke.principal());
        return places.stream()
                .filter(place ->
                        concerned(place) && !place.writtenActions().stream().allMatch(this::goes))
                .flatMap(place -> BotStatement.of(place)
                        .filter(form -> part(place)
                                .filter(holder -> ownership.ours(form, holder))
                                .isPresent())
                        .stream())
                .map(BotStatement::access)
                .findFirst()
                .map(access -> Outcome.refused(RevocationProblems.givenAsWhole(PrincipalLabels.capital(name), access)));
    }

    /**
     * Returns the part of the principal that leaves the statement: the principal itself, whoever wrote that; or what the
     * grants of the principal, and of nobody else, put there beside it.
     */
    private Optional<Principal> part(Statement statement) {
        if (!statement.grants() || Reserved.is(statement)) {
            return Optional.empty();
        }
        if (statement.names(revoke.principal(), home)) {
            return Optional.of(revoke.principal());
        }
        Optional<BotStatement> form = BotStatement.of(statement);
        return revoke.principal().parts().stream()
                .filter(part -> statement.names(part, home))
                .filter(part -> form.filter(own -> givenToNobodyElse(own, part)).isPresent())
                .map(Principal.class::cast)
                .findFirst();
    }

    private boolean givenToNobodyElse(BotStatement form, Principal part) {
        List<Owned> behind = ownership.behind(form, part);
        return !behind.isEmpty()
                && behind.stream().allMatch(owned -> owned.principal().equals(revoke.principal()));
    }

    /** A place that another principal's grant needs, too, can't be cleared by halves. */
    private Optional<Outcome> needed(List<Statement> places) {
        return places.stream()
                .filter(this::concerned)
                .flatMap(place -> BotStatement.of(place).stream())
                .flatMap(form -> ownership.behind(form, revoke.principal()).stream())
                .map(Owned::principal)
                .filter(other -> !other.equals(revoke.principal()))
                .findFirst()
                .map(other -> Outcome.refused(RevocationProblems.neededForOthers(
                        context.names().of(revoke.principal()), context.names().of(other), other.text())));
    }

    /** Whoever can only pull has none of the accesses that hold pull too, and must not lose it under their name. */
    private boolean held(List<Statement> places) {
        return revoke.access()
                        .filter(access -> !access.actions().stream().allMatch(Access::servesPulling))
                        .isEmpty()
                || places.stream()
                        .filter(place -> !place.exceptsActions())
                        .flatMap(place -> place.actions().stream())
                        .anyMatch(action -> goes(action) && !Access.servesPulling(action));
    }

    private boolean concerned(Statement statement) {
        return revoke.access().isEmpty()
                || (!statement.exceptsActions() && statement.actions().stream().anyMatch(this::goes));
    }

    private boolean goes(String action) {
        return revoke.access()
                .map(access -> AccessWords.folded(access).contains(AccessWords.fold(action)))
                .orElse(true);
    }

    private Outcome changed() {
        var after = new ArrayList<Statement>();
        var touched = new ArrayList<String>();
        var warnings = new ArrayList<Warning>();
        Set<String> sids = Sids.of(base.statements());
        for (Statement statement : base.statements()) {
            Optional<Principal> part = part(statement);
            if (part.isEmpty() || !concerned(statement)) {
                after.add(statement);
                continue;
            }
            var split = new Split(statement, part.get(), home);
            touched(statement, split, part.get()).ifPresent(touched::add);
            List<String> left = statement.writtenActions().stream()
                    .filter(action -> !goes(action))
                    .toList();
            split.others().ifPresent(after::add);
            if (!left.isEmpty()) {
                Statement kept = split.alone(left, sids);
                kept.sid().ifPresent(sids::add);
                after.add(kept);
                warning(statement, split).ifPresent(warnings::add);
            }
        }
        return new Outcome.Changed(after, touched, warnings);
    }

    /** Returns what others wrote there: all of it or, in a statement of the bot's, that the principal is in it. */
    private Optional<String> touched(Statement statement, Split split, Principal part) {
        Optional<BotStatement> form = BotStatement.of(statement);
        if (form.isEmpty()) {
            return Optional.of(statement.canonical());
        }
        return ownership.ours(form.get(), part)
                ? Optional.empty()
                : Optional.of(split.alone().canonical());
    }

    private Optional<Warning> warning(Statement statement, Split split) {
        if (split.others().isEmpty() || BotStatement.of(statement).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                Kind.FOREIGN_STATEMENT_SPLIT,
                PlanWarnings.split(
                        statement.sid().map(PrincipalLabels::clean),
                        context.names().of(revoke.principal()))));
    }
}
