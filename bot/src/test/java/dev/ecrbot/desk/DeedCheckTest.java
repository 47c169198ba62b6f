package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.policy.diff.ForeignChange.Step;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others are said to have done: what they did passes, and whatever else is said of them is found. */
final class DeedCheckTest {
    private static final Repository API = SeedRegistry.west("payments/api");

    private final DeskBench bench = new DeskBench();
    private Instant begin = Instant.EPOCH;
    private PolicyDocument first = PolicyDocument.empty();
    private PolicyDocument byOthers = PolicyDocument.empty();
    private PolicyDocument byTheBot = PolicyDocument.empty();
    private PolicyDocument last = PolicyDocument.empty();

    /** Others write, then the bot, then others. */
    @BeforeEach
    void written() {
        first = now();
        begin = bench.clock.instant();
        byOthers = others("by hand 1");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.applied("grant pull payments/api sales ci-deployer");
        byTheBot = now();
        last = others("by hand 2");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatTheyDidPasses() {
        assertThat(untrue(API, step(first, byOthers), step(byTheBot, last))).isEmpty();
        assertThat(untrue(API, step(first, byOthers))).isEmpty();
        assertThat(untrue(API)).as("they did something").isEmpty();
    }

    @Test
    void whatTheBotDidIsFound() {
        assertThat(untrue(API, step(byOthers, byTheBot))).isPresent();
        assertThat(untrue(API, step(first, byTheBot))).as("and others").isPresent();
        assertThat(untrue(API, step(first, last))).as("between two of others").isPresent();
    }

    @Test
    void whatWasTheOtherWayRoundIsFound() {
        assertThat(untrue(API, step(byOthers, first))).isPresent();
        assertThat(untrue(API, step(byTheBot, last), step(first, byOthers))).isPresent();
    }

    @Test
    void whatNobodyWroteOrElsewhereIsFound() {
        assertThat(untrue(API, step(first, PolicyDocument.parse("{\"Statement\":[{\"Sid\":\"x\"}]}"))))
                .isPresent();
        assertThat(untrue(SeedRegistry.west("payments/worker"), step(first, byOthers)))
                .isPresent();
        assertThat(untrue(SeedRegistry.west("empty/new")))
                .as("nobody did anything")
                .isPresent();
    }

    @Test
    void whatWasAtAnotherTimeIsFound() {
        assertThat(falsehood(API, Optional.of(begin), begin.minusSeconds(60), step(first, byOthers)))
                .as("noticed before it was done")
                .isPresent();
        assertThat(falsehood(API, Optional.of(begin.plusSeconds(120)), bench.clock.instant(), step(first, byOthers)))
                .as("before it was read last")
                .isPresent();
    }

    private Optional<String> untrue(PolicyHolder on, Step... steps) {
        return falsehood(on, Optional.of(begin), bench.clock.instant(), steps);
    }

    private Optional<String> falsehood(PolicyHolder on, Optional<Instant> since, Instant noticed, Step... steps) {
        var told = new ForeignChange(1, on, since, noticed, List.of(steps), steps.length > 0);
        return new DeedCheck(bench.ecr, told, true).falsehood();
    }

    private static Step step(PolicyDocument from, PolicyDocument to) {
        return new Step(from, to);
    }

    private PolicyDocument others(String sid) {
        bench.clock.advance(Duration.ofMinutes(1));
        ForeignPen.write(bench.ecr, API, true, sid);
        return now();
    }

    private PolicyDocument now() {
        return bench.ecr.policy(API).map(PolicyDocument::parse).orElseGet(PolicyDocument::empty);
    }
}
