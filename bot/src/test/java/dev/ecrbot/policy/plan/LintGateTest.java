package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.lint.Kind;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LintGateTest {
    private static final String PUBLIC =
            "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":" + Plans.PULL_ACTIONS + "}";
    private static final String CI =
            "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:BatchGetImage\"}";

    /** What AWS stores is taken as it is: that a statement breaks the grammar is held against nobody. */
    private static final Set<Kind> OF_GRAMMAR = EnumSet.of(
            Kind.EFFECT_INVALID,
            Kind.ELEMENT_MISSING,
            Kind.ELEMENT_UNKNOWN,
            Kind.ELEMENT_CONFLICT,
            Kind.OPAQUE_STATEMENT,
            Kind.PRINCIPAL_FORM,
            Kind.PRINCIPAL_TYPE,
            Kind.VERSION_INVALID);

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return Documents.any();
    }

    @Test
    void anErrorThatTheChangeBringsInIsRefused() {
        assertThat(new LintGate(policy(CI), policy(CI, PUBLIC), context()).refusal())
                .map(Problem::code)
                .hasValue(Code.POLICY_LINT);
    }

    @Test
    void anErrorThatWasThereStandsInNobodysWayAndIsTold() {
        Plan grant =
                Plans.plan(policy(PUBLIC), Plans.grant(Plans.role("ci"), StandardAccess.PUSH, Plans.WEEK), context());
        assertThat(grant.warnings()).extracting(Warning::kind).contains(Warning.Kind.LINT_ERROR);
        Plan removal = Plans.plan(policy(PUBLIC, CI), Plans.revokeAll(Plans.account(Plans.SALES)), context());
        assertThat(removal.warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.LINT_ERROR);
    }

    @Test
    void thatAnErrorWasMendedMeanwhileChangesNothingThatWasApproved() {
        Edit edit = Plans.grant(Plans.role("ci"), StandardAccess.PUSH, Plans.WEEK);
        Plan approved =
                Plans.plan(policy(CI, PUBLIC.replace(Plans.PULL_ACTIONS, "\"ecr:ListImages\"")), edit, context());
        Plan mended = Plans.plan(policy(CI), edit, context());
        assertThat(approved.sameMeaning(mended, Plans.NOW)).isTrue();
    }

    /** Judged by the findings themselves, place by place, and not by what the planner asks. */
    @Property(tries = 1000)
    @Sampled(80)
    void noEditAddsAnError(@ForAll("documents") PolicyDocument base, @ForAll("edits") Edit edit) {
        if (Planner.plan(base, edit, context()) instanceof Plan plan) {
            assertThat(kinds(base)).containsAll(kinds(plan.proposed()));
            // What an undone ending gives back ends again when it should.
            PlanContext again = edit instanceof Edit.End end ? context(end.owned()) : context();
            if (Planner.plan(plan.proposed(), edit.undo(plan), again) instanceof Plan undone) {
                assertThat(kinds(base)).containsAll(kinds(undone.proposed()));
            }
        }
    }

    /** No grant writes an error, so what the gate says is held by itself: of documents that nobody planned. */
    @Property(tries = 1000)
    @Sampled(80)
    void whateverHasAnErrorThatWasntThereIsRefused(
            @ForAll("documents") PolicyDocument base, @ForAll("documents") PolicyDocument proposed) {
        assertThat(new LintGate(base, proposed, context()).refusal().isEmpty())
                .isEqualTo(errors(base).containsAll(errors(proposed)));
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<Principal> principals = Arbitraries.of(
                Plans.role("ci"),
                Plans.role("other"),
                Plans.account(Plans.SALES),
                Plans.account(Plans.CENTRAL),
                new Principal.Session(Partition.AWS, Plans.SALES, "ci", "one"),
                Plans.organization(Plans.ACME));
        Arbitrary<Edit.Grant> grants = Combinators.combine(
                        principals, Arbitraries.of(StandardAccess.values()), Arbitraries.of(Plans.WEEK, Plans.FOREVER))
                .as(Edit.Grant::new);
        Arbitrary<Edit> revokes = Combinators.combine(
                        principals, Arbitraries.of(StandardAccess.values()).optional())
                .as(Edit.Revoke::new);
        return Arbitraries.oneOf(grants, revokes, grants.map(Plans::end));
    }

    /** What a revocation leaves of a statement that others wrote may stand alone, and has no Sid then. */
    private static Set<String> kinds(PolicyDocument document) {
        return findings(document)
                .map(finding -> finding.kind() + " " + finding.what())
                .collect(Collectors.toSet());
    }

    private static Set<String> errors(PolicyDocument document) {
        return findings(document)
                .map(finding -> finding.kind() + " " + finding.sid() + " " + finding.what())
                .collect(Collectors.toSet());
    }

    private static Stream<LintFinding> findings(PolicyDocument document) {
        var lint = new LintContext(
                Decider.Source.REPOSITORY,
                Optional.of(Plans.CENTRAL),
                Optional.of(Plans.REPOSITORY.region()),
                Map.of(Plans.SALES, "sales", Plans.FINANCE, "finance"),
                Plans.NOW,
                Optional.empty());
        return Linter.findings(document, lint).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> !OF_GRAMMAR.contains(finding.kind()));
    }
}
