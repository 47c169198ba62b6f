package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.answer.Conclusion;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Look;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.desk.sight.DecidingStatement;
import dev.ecrbot.ecr.IdentityPolicy;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The witness hears what errors are explained with: what follows passes, and each thing that the policies don't show is found. */
final class ExplanationCheckTest {
    private static final String CALLER = "arn:aws:sts::222222222222:assumed-role/ci-deployer/build";
    private static final String ASK =
            "grant pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api arn:aws:iam::222222222222:role/ci-deployer";
    private static final String ALLOW = policy("Allow", "");
    private static final String LIMITED =
            policy("Allow", ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}");
    private static final String UNLESS =
            policy("Allow", ",\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}");
    private static final String DENY = policy("Deny", "");

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** The conclusions that say something of policies, as text and policies lead to them. */
    private enum Case {
        NO_ALLOW("", " because no resource-based policy allows the action", Conclusion.NO_ALLOW),
        BOTH_MISSING("", " because no identity-based policy allows the action", Conclusion.BOTH_MISSING),
        DENIED(DENY, " with an explicit deny", Conclusion.DENIED),
        CALLERS_SIDE(ALLOW, " because no identity-based policy allows the action", Conclusion.CALLERS_SIDE),
        ALLOWED_NOW(ALLOW, " because no resource-based policy allows the action", Conclusion.ALLOWED_NOW),
        DEPENDS(LIMITED, " because no resource-based policy allows the action", Conclusion.DEPENDS),
        DEPENDS_ON_ABSENCE(UNLESS, " because no resource-based policy allows the action", Conclusion.DEPENDS);

        private final String policy;
        private final String reason;
        private final Conclusion conclusion;

        Case(String policy, String reason, Conclusion conclusion) {
            this.policy = policy;
            this.reason = reason;
            this.conclusion = conclusion;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherConclusionIsFound(Case one) {
        Explanation told = explained(one);
        assertThat(told.conclusion()).isEqualTo(one.conclusion);
        assertThat(check(told).falsehoods()).isEmpty();
        assertThat(check(told).checked()).isEqualTo(1);
        Set<Conclusion> others = EnumSet.complementOf(EnumSet.of(told.conclusion(), Conclusion.TEXT));
        others.forEach(other -> assertUntrue(with(told, told.look(), other)));
    }

    @ParameterizedTest
    @EnumSource
    void allowedAndRefusedTheOtherWayRoundIsFound(Case one) {
        Explanation told = explained(one);
        Capability says = says(told);
        if (says.depends().isEmpty()) {
            var allowed = says.refused();
            var refused = says.allowed();
            assertUntrue(with(
                    told,
                    new Capability(says.whom(), allowed, refused, says.depends(), says.deciding(), says.reason())));
        } else {
            for (boolean yes : List.of(true, false)) {
                var some = new TreeSet<>(says.depends().keySet());
                var none = new TreeSet<String>();
                assertUntrue(with(
                        told,
                        new Capability(
                                says.whom(),
                                yes ? some : none,
                                yes ? none : some,
                                new TreeMap<>(),
                                says.deciding(),
                                says.reason())));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "sid", "part", "source"})
    void aStatementThatIsNotThereIsFound(String wrong) {
        Explanation told = explained(Case.DENIED);
        DecidingStatement real = says(told).deciding().get(0);
        var made = new DecidingStatement(
                wrong.equals("source") ? Decider.Source.REGISTRY : real.source(),
                real.place() + (wrong.equals("place") ? 1 : 0),
                wrong.equals("sid") ? Optional.of("another") : real.sid(),
                wrong.equals("part") ? Decider.Part.ALLOWS : real.part(),
                real.conditions());
        assertUntrue(deciding(told, List.of(made)));
    }

    @Test
    void aStatementAboutOthersIsFound() {
        Explanation told = explained(Case.DENIED);
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), DENY.replace("222222222222", "333333333333"));
        bench.clock.advance(Duration.ofMinutes(1));
        assertUntrue(told, now());
    }

    @Test
    void aDenyThatIsKeptQuietAboutIsFound() {
        assertUntrue(with(deciding(explained(Case.DENIED), List.of()), Conclusion.NO_ALLOW));
    }

    @Test
    void somebodyElseAndAnotherAccountAreFound() {
        Explanation told = explained(Case.NO_ALLOW);
        Capability says = says(told);
        assertUntrue(with(
                told,
                new Capability(
                        Principals.parse("AWS", CALLER.replace("ci-deployer", "nightly-build")),
                        says.allowed(),
                        says.refused(),
                        says.depends(),
                        says.deciding(),
                        says.reason())));
        assertUntrue(with(told, new Look.Seen(says, true), told.conclusion()));
    }

    @Test
    void aRepositoryThatIsThereIsNotMissing() {
        Explanation told = explained(Case.NO_ALLOW);
        assertUntrue(with(told, new Look.Missing(), Conclusion.MISSING));
        bench.ecr.deleteRepository(SeedRegistry.west("payments/api"));
        Explanation missing = explained(Case.NO_ALLOW.reason);
        assertThat(missing.conclusion()).isEqualTo(Conclusion.MISSING);
        assertThat(check(missing).falsehoods()).isEmpty();
        assertThat(check(missing).checked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly-build", "222222222223", "payments/worker", "us-west-1"})
    void anAskForSomethingElseIsFound(String other) {
        Explanation told = explained(Case.NO_ALLOW);
        assertThat(told.ask()).contains(ASK);
        String wrong = ASK.replaceFirst(
                switch (other) {
                    case "nightly-build" -> "ci-deployer";
                    case "222222222223" -> "222222222222";
                    case "us-west-1" -> "us-west-2";
                    default -> "payments/api";
                },
                other);
        assertUntrue(offering(told, Optional.of(wrong), told.identity()));
    }

    @Test
    void anAskThatCannotHelpAndTheWrongIdentityPolicyAreFound() {
        assertUntrue(offering(explained(Case.DENIED), Optional.of(ASK), Optional.empty()));
        assertUntrue(offering(explained(Case.CALLERS_SIDE), Optional.of(ASK), Optional.empty()));
        Explanation told = explained(Case.BOTH_MISSING);
        assertUntrue(offering(
                told,
                told.ask(),
                Optional.of(new IdentityPolicy(SeedRegistry.west("payments/worker"), StandardAccess.PULL))));
        assertUntrue(offering(explained(Case.NO_ALLOW), Optional.of(ASK), told.identity()));
    }

    @Test
    void whatWasSoWhenItWasAskedIsNoFalsehood() {
        Instant asked = now();
        Explanation told = explained(Case.CALLERS_SIDE);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.ecr.deletePolicy(SeedRegistry.west("payments/api"));
        assertThat(new AnswerCheck(bench.ecr, asked, now())
                        .of(new Answer.Found(told))
                        .falsehoods())
                .isEmpty();
        bench.clock.advance(Duration.ofMinutes(1));
        assertUntrue(told, now());
    }

    private Explanation explained(Case one) {
        if (one.policy.isEmpty()) {
            bench.ecr.deletePolicy(SeedRegistry.west("payments/api"));
        } else {
            bench.ecr.setPolicy(SeedRegistry.west("payments/api"), one.policy);
        }
        // What was so a moment ago is no falsehood.
        bench.clock.advance(Duration.ofMinutes(1));
        return explained(one.reason);
    }

    private Explanation explained(String reason) {
        String text =
                "explain denied: User: " + CALLER + " is not authorized to perform: ecr:BatchGetImage on resource:"
                        + " arn:aws:ecr:us-west-2:111111111111:repository/payments/api" + reason;
        return (Explanation) ((Answer.Found) bench.types(DeskBench.RITA, text)).finding();
    }

    private static Capability says(Explanation told) {
        return ((Look.Seen) told.look()).says();
    }

    private static Explanation deciding(Explanation told, List<DecidingStatement> deciding) {
        Capability says = says(told);
        return with(
                told,
                new Capability(says.whom(), says.allowed(), says.refused(), says.depends(), deciding, says.reason()));
    }

    private static Explanation with(Explanation told, Capability says) {
        return with(told, new Look.Seen(says, ((Look.Seen) told.look()).within()), told.conclusion());
    }

    private static Explanation with(Explanation told, Conclusion conclusion) {
        return with(told, told.look(), conclusion);
    }

    private static Explanation with(Explanation told, Look look, Conclusion conclusion) {
        return new Explanation(told.denial(), look, conclusion, Copies.NONE, Optional.empty(), Optional.empty());
    }

    private static Explanation offering(Explanation told, Optional<String> ask, Optional<IdentityPolicy> identity) {
        return new Explanation(told.denial(), told.look(), told.conclusion(), Copies.NONE, ask, identity);
    }

    private void assertUntrue(Explanation told) {
        assertUntrue(told, now());
    }

    private void assertUntrue(Explanation told, Instant asked) {
        assertThat(new AnswerCheck(bench.ecr, asked, now())
                        .of(new Answer.Found(told))
                        .falsehoods())
                .as(told.conclusion() + " " + told.look())
                .hasSize(1);
    }

    private AnswerCheck.Verdict check(Explanation told) {
        return new AnswerCheck(bench.ecr, now(), now()).of(new Answer.Found(told));
    }

    private Instant now() {
        return bench.clock.instant();
    }

    private static String policy(String effect, String more) {
        return """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"%s",
                "Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"ecr:*"%s}]}""".formatted(effect, more);
    }
}
