package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.answer.Audit;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.answer.Drift;
import dev.ecrbot.desk.answer.Exported;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.FleetFinding;
import dev.ecrbot.desk.answer.Holders;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The witness hears answers about the fleet, about what happened, and as code: each kind of untruth in them is found. */
final class FleetAnswerCheckTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final Repository WORKER = SeedRegistry.west("payments/worker");
    private static final String OPEN = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}""";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aFindingWhereThereIsNothing() {
        bench.ecr.setPolicy(API, OPEN);
        bench.crawl();
        Audit audit = (Audit) found("audit payments/api");
        FleetFinding open = audit.findings().stream()
                .filter(finding -> finding.kind().equals("public_principal"))
                .findFirst()
                .orElseThrow();
        var elsewhere = new FleetFinding(
                open.severity(), open.kind(), WORKER, WORKER.text(), open.sid(), open.what(), open.next());
        assertUntrue(new Audit(
                audit.word(),
                audit.counts(),
                List.of(),
                List.of(elsewhere),
                audit.hidden(),
                audit.paging(),
                audit.coverage()));
    }

    @Test
    void nothingWhereThereIsAFinding() {
        bench.ecr.setPolicy(API, OPEN);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.crawl();
        Audit audit = (Audit) found("audit");
        assertThat(audit.sorts()).anyMatch(sort -> sort.kind().equals("public_principal"));
        List<Audit.Sort> others = audit.sorts().stream()
                .filter(sort -> !sort.kind().equals("public_principal"))
                .toList();
        assertUntrue(new Audit(audit.word(), audit.counts(), others, List.of(), 0, audit.paging(), audit.coverage()));
    }

    @Test
    void aGrantThatIsntGone() {
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.ecr.deletePolicy(API);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.crawl();
        Drift drift = (Drift) found("drift");
        assertThat(drift.differences()).hasSize(1);
        bench.sweep();
        bench.done("grant pull payments/worker sales ci-deployer");
        bench.clock.advance(Duration.ofHours(7));
        bench.crawl();
        Drift.Difference gone = drift.differences().get(0);
        assertUntrue(with(
                (Drift) found("drift"),
                new Drift.Difference(
                        WORKER, gone.principal(), gone.access(), gone.grant(), gone.sid(), gone.ask(), gone.writer())));
    }

    @Test
    void aStatementThatIsntThere() {
        bench.applied("grant pull payments/api sales ci-deployer");
        String text = bench.policy("payments/api");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.ecr.setPolicy(WORKER, text);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.crawl();
        Drift drift = (Drift) found("drift");
        Drift.Difference without = drift.differences().get(0);
        assertThat(without.target()).isEqualTo(WORKER);
        assertUntrue(with(
                drift,
                new Drift.Difference(
                        SeedRegistry.ireland("payments/api"),
                        without.principal(),
                        without.access(),
                        Optional.empty(),
                        without.sid(),
                        without.ask(),
                        without.writer())));
        bench.ecr.deletePolicy(WORKER);
    }

    @Test
    void aChangeByOthersThatWasNone() {
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.crawl();
        Chronicle history = (Chronicle) found("history payments/api");
        assertUntrue(new Chronicle(
                history.target(),
                List.of(new Chronicle.Foreign(invented(history), List.of("Somebody has more."))),
                true,
                history.age(),
                history.paging()));
    }

    private ForeignChange invented(Chronicle history) {
        return new ForeignChange(0, history.target().holder(), Optional.empty(), now(), List.of(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "terraform", "cloudformation"})
    void codeOfAnotherPolicy(String form) {
        bench.applied("grant pull payments/api sales ci-deployer");
        Exported code = (Exported) found("export payments/api " + form);
        assertUntrue(new Exported(
                code.repository(), code.form(), code.code().replace("ci-deployer", "ci-admin"), code.none()));
    }

    @Test
    void aHolderWhoIsLeftOut() {
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.crawl();
        Holders who = (Holders) found("who pull payments/api");
        assertUntrue(new Holders(who.place(), who.access(), List.of(), who.others(), who.paging(), who.newborn()));
    }

    private static Drift with(Drift some, Drift.Difference wrong) {
        return new Drift(List.of(wrong), some.grants(), some.unread(), some.hidden(), some.paging(), some.coverage());
    }

    private Finding found(String text) {
        Finding finding = ((Answer.Found) bench.types(DeskBench.BEN, text)).finding();
        assertThat(check(finding).falsehoods()).as("as it is").isEmpty();
        return finding;
    }

    private void assertUntrue(Finding finding) {
        assertThat(check(finding).falsehoods()).hasSize(1);
    }

    private AnswerCheck.Verdict check(Finding finding) {
        return new AnswerCheck(bench.ecr, now(), now()).of(new Answer.Found(finding));
    }

    private Instant now() {
        return bench.clock.instant();
    }
}
