package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalForm;
import dev.ecrbot.policy.Sids;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Allowance;
import dev.ecrbot.policy.evaluation.Comparison.Side;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.Ownership;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.holding.Remaining;
import dev.ecrbot.problem.PlanProblems;
import dev.ecrbot.problem.phrase.AlreadySo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a principal into the bot's statements for its access and end, which are added if there are none. */
final class Granting {
    private final PolicyDocument base;
    private final Edit.Grant grant;
    private final PlanContext context;
    private final Partition home;
    private final Ownership ownership;

    Granting(PolicyDocument base, Edit.Grant grant, PlanContext context) {
        this.base = base;
        this.grant = grant;
        this.context = context;
        this.home = context.home();
        this.ownership = new Ownership(base, context.owned(), home);
    }

    Outcome outcome() {
        return refusal().orElseGet(this::granted);
    }

    Optional<Outcome> refusal() {
        return new GrantRefusal(grant, context).outcome();
    }

    private Outcome granted() {
        boolean held = held();
        if (held && !grant.own()) {
            return there(true);
        }
        boolean denied = Deny.isPresent(base, grant, context);
        if (standsAsLong()) {
            return held || (!denied && !grant.access().conditions().isEmpty())
                    ? there(held)
                    : Outcome.nothing(keptOut(denied));
        }
        return stranger()
                .orElseGet(() -> new Outcome.Changed(added(), List.of(), GrantWarnings.of(grant, context, denied)));
    }

    private String keptOut(boolean denied) {
        String whom = context.names().of(grant.principal());
        return denied
                ? AlreadySo.givenAndPerhapsDenied(grant.access(), whom)
                : AlreadySo.givenAndPerhapsKeptOut(grant.access(), whom);
    }

    // Never from what depends on something, nor from what ends sooner: that would be less than what is asked for.
    private boolean held() {
        Side policy = DatedStatements.side(withoutLoans(), context.owned(), context);
        return grant.principal().parts().stream()
                .allMatch(part -> Allowance.lasts(
                        policy, part, List.copyOf(grant.access().actions()), grant.until(), context.setting()));
    }

    private Outcome there(boolean certain) {
        List<Holding> holdings = holdings();
        boolean byOthers = !holdings.isEmpty() && holdings.stream().noneMatch(this::isOurs);
        return Outcome.nothing(new HeldText(grant, context, certain).text(holdings, byOthers), byOthers);
    }

    private List<Holding> holdings() {
        return Remaining.of(base, grant.principal(), context).stream()
                .filter(holding -> !holding.conditional()
                        || BotStatement.end(base.statements().get(holding.statement()))
                                .isPresent())
                .filter(holding -> grant.access().actions().stream()
                        .anyMatch(action -> AccessWords.covers(holding.actions(), action)))
                .toList();
    }

    private boolean isOurs(Holding holding) {
        return BotStatement.of(base.statements().get(holding.statement()))
                .filter(form -> ownership.ours(form, holding.principal()))
                .isPresent();
    }

    // What stands there as long has not to be written again, even if something else in the policy makes it doubtful.
    boolean standsAsLong() {
        return grant.principal().parts().stream()
                .allMatch(part -> base.statements().stream()
                        .filter(statement -> statement.names(part, home))
                        .flatMap(statement -> BotStatement.of(statement).stream())
                        .filter(form -> form.access()
                                .actions()
                                .containsAll(grant.access().actions()))
                        .filter(form -> form.access().conditions().isEmpty()
                                || form.access()
                                        .conditions()
                                        .equals(grant.access().conditions()))
                        .filter(form -> !isLoan(form, part))
                        .anyMatch(form -> asLong(ownership.until(form, part))));
    }

    private boolean asLong(Optional<Instant> until) {
        return until.isEmpty()
                || grant.until().filter(end -> !end.isAfter(until.get())).isPresent();
    }

    // What stands there for other grants alone goes when they go.
    private PolicyDocument withoutLoans() {
        return base.with(base.statements().stream()
                .flatMap(statement -> BotStatement.of(statement)
                        .map(form -> new PrincipalRemoval(home, holder -> isLoan(form, holder)).from(statement))
                        .orElse(Optional.of(statement))
                        .stream())
                .toList());
    }

    private boolean isLoan(BotStatement form, Principal holder) {
        if (!grant.principal().parts().contains(holder)) {
            return false;
        }
        List<Owned> behind = ownership.behind(form, holder);
        return !behind.isEmpty()
                && behind.stream().noneMatch(owned -> owned.principal().equals(grant.principal()));
    }

    /**
     * Returns a refusal if somebody else has put there what has to stand beside the principal: when the grant ends, the two
     * couldn't be told apart.
     */
    Optional<Outcome> stranger() {
        List<? extends Principal.Grantable> parts = parts();
        return parts.stream()
                .filter(part -> parts.size() > 1)
                .filter(part -> base.statements().stream()
                        .filter(statement -> statement.names(part, home))
                        .flatMap(statement -> BotStatement.of(statement).stream())
                        .filter(own -> own.equals(form(part)) || own.equals(dated(part)))
                        .anyMatch(own -> !ownership.ours(own, part)))
                .findFirst()
                .map(this::strange);
    }

    private Outcome strange(Principal part) {
        return Outcome.refused(PlanProblems.putIntoOurStatement(
                context.names().of(part), context.names().of(grant.principal()), grant.access(), part.text()));
    }

    // To anybody else a grant is refused.
    private List<? extends Principal.Grantable> parts() {
        return ((Principal.Grantable) grant.principal()).parts();
    }

    private BotStatement form(Principal.Grantable part) {
        return context.expiryInPolicy()
                ? dated(part)
                : new BotStatement(grant.access(), Optional.empty(), PrincipalForm.of(part));
    }

    private BotStatement dated(Principal.Grantable part) {
        return new BotStatement(grant.access(), grant.until(), PrincipalForm.of(part));
    }

    /** Returns whether the principal, and all that stands beside it, is in the statements that the grant would put it into. */
    boolean stands() {
        return parts().stream()
                .allMatch(part ->
                        stands(base.statements(), form(part), part) || stands(base.statements(), dated(part), part));
    }

    /** Returns the statements with the principal in those for its access and end. */
    List<Statement> added() {
        List<Statement> statements = base.statements();
        for (Principal.Grantable part : parts()) {
            // Written while ends stood in the policy, it is there already; without the end it would be another grant.
            statements = stands(statements, dated(part), part) ? statements : added(statements, form(part), part);
        }
        return statements;
    }

    private List<Statement> added(List<Statement> before, BotStatement form, Principal.Grantable part) {
        var statements = new ArrayList<>(before);
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            if (BotStatement.of(statement).equals(Optional.of(form))) {
                if (!statement.names(part, home)) {
                    statements.set(index, form.with(statement, part));
                }
                return statements;
            }
        }
        // A Sid that goes with an orphan is free, or the order of two grants would show.
        Set<String> taken = Sids.of(Orphans.dropped(statements, home));
        statements.add(form.statement(part, taken));
        return statements;
    }

    private boolean stands(List<Statement> statements, BotStatement form, Principal part) {
        return statements.stream()
                .filter(statement -> BotStatement.of(statement).equals(Optional.of(form)))
                .anyMatch(statement -> statement.names(part, home));
    }
}
