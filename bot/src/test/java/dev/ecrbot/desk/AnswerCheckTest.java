package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.Holders;
import dev.ecrbot.desk.answer.Possibility;
import dev.ecrbot.desk.answer.PrincipalReach;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The witness hears answers: what is true passes, and each kind of answer that says something else is found. */
final class AnswerCheckTest {
    private static final String OTHER = "arn:aws:iam::222222222222:role/nightly-build";

    private final DeskBench bench = new DeskBench();

    @BeforeEach
    void given() {
        bench.applied("grant pull payments/api sales ci-deployer for 7d");
        bench.crawl();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aYesThatIsANo() {
        Possibility yes = (Possibility) found("can sales ci-deployer pull payments/api");
        Possibility no = (Possibility) found("can sales nightly-build pull payments/api");
        assertThat(List.of(yes.says().verdict(), no.says().verdict()))
                .containsExactly(Capability.Verdict.YES, Capability.Verdict.NO);
        assertUntrue(with(yes, turned(yes.says())));
        assertUntrue(with(no, turned(no.says())));
    }

    @Test
    void aHolderWhoIsNone() {
        var who = (Holders) found("who pull payments/api");
        Capability one = who.named().get(0);
        var other = new Capability(
                Principals.parse("AWS", OTHER),
                one.allowed(),
                one.refused(),
                one.depends(),
                one.deciding(),
                one.reason());
        assertUntrue(
                new Holders(who.place(), who.access(), List.of(one, other), who.others(), who.paging(), who.newborn()));
    }

    @Test
    void aRepositoryThatIsOutOfReach() {
        var reach = (PrincipalReach) found("access sales ci-deployer");
        PrincipalReach.Way way = reach.ways().stream()
                .filter(each -> each.allowed().contains("ecr:BatchGetImage"))
                .findFirst()
                .orElseThrow();
        var wrong = new PrincipalReach.Way(
                way.registry(),
                way.through(),
                way.allowed(),
                way.depends(),
                way.keys(),
                List.of(SeedRegistry.west("payments/worker")));
        assertUntrue(
                new PrincipalReach(reach.whom(), List.of(wrong), 1, reach.hidden(), reach.paging(), reach.coverage()));
    }

    @Test
    void anEntryThatIsntThere() {
        var status = (Answer.Status) bench.types(DeskBench.BEN, "status payments/api");
        Holding real = status.lines().get(0).holding();
        var made = new Holding(
                Principals.parse("AWS", OTHER), real.actions(), true, false, real.until(), real.sid(), 0, true);
        var wrong = new Answer.Status(
                status.target(),
                List.of(new StatusLine(made, List.of())),
                status.through(),
                status.derived(),
                status.notes(),
                status.length(),
                status.open(),
                status.waiting());
        assertThat(check(status, now()).falsehoods()).isEmpty();
        assertThat(check(wrong, now()).falsehoods()).hasSize(1);
    }

    @Test
    void whatWasSoWhenTheIndexReadItIsNoFalsehood() {
        Answer answer = bench.types(DeskBench.BEN, "can sales ci-deployer pull payments/api");
        Instant asked = now();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.ecr.deletePolicy(SeedRegistry.west("payments/api"));
        assertThat(check(answer, asked).falsehoods())
                .as("it was so as it was asked")
                .isEmpty();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.crawl();
        var live = (Possibility)
                ((Answer.Found) bench.types(DeskBench.BEN, "can sales ci-deployer pull payments/api fresh")).finding();
        assertThat(live.says().verdict()).isEqualTo(Capability.Verdict.NO);
        assertUntrue(with(live, turned(live.says())));
    }

    private Finding found(String text) {
        return ((Answer.Found) bench.types(DeskBench.BEN, text)).finding();
    }

    private static Capability turned(Capability says) {
        var wrong = says.refused();
        var rest = says.allowed();
        return new Capability(says.whom(), wrong, rest, says.depends(), says.deciding(), says.reason());
    }

    private static Possibility with(Possibility some, Capability says) {
        return new Possibility(some.place(), some.access(), says, some.within(), some.newborn(), some.ask());
    }

    private void assertUntrue(Finding finding) {
        var verdict = check(new Answer.Found(finding), now());
        assertThat(verdict.checked()).isPositive();
        assertThat(verdict.falsehoods()).hasSize(1);
    }

    private AnswerCheck.Verdict check(Answer answer, Instant asked) {
        return new AnswerCheck(bench.ecr, asked, now()).of(answer);
    }

    private Instant now() {
        return bench.clock.instant();
    }
}
