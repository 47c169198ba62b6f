package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.Mailbox;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about one repository are answered from the index, and say how old that is. */
final class IndexedAnswersTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final RegionalRegistry WEST = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final String EVERYBODY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:*"%s}]}""";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Answer asked(String text) {
        return bench.types(DeskBench.BEN, text);
    }

    private Optional<Age> age(String text) {
        Answer answer = asked(text);
        if (answer instanceof Answer.Status status) {
            return status.extras().age();
        }
        Finding finding = ((Answer.Found) answer).finding();
        return finding instanceof Holders holders
                ? holders.place().age()
                : ((Possibility) finding).place().age();
    }

    private static String everybody(PolicyHolder holder) {
        return EVERYBODY.formatted(
                holder instanceof RegionalRegistry
                        ? ",\"Resource\":\"arn:aws:ecr:us-west-2:111111111111:repository/*\""
                        : "");
    }

    private int readings() {
        return bench.ecr.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY).size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status payments/api", "who pull payments/api", "can sales nightly pull payments/api"})
    void whatTheIndexHasIsToldWithItsAgeAndWithoutACallToAws(String question) {
        bench.crawl();
        var crawled = bench.clock.instant();
        bench.clock.advance(Duration.ofHours(2));
        int before = readings();
        assertThat(age(question)).contains(new Age(crawled, fresh(question)));
        assertThat(readings()).isEqualTo(before);
    }

    private static String fresh(String question) {
        return question.replace("payments/api", "central/us-west-2:payments/api")
                        .replace("sales nightly", "arn:aws:iam::222222222222:role/nightly")
                + " fresh";
    }

    @ParameterizedTest
    @ValueSource(strings = {"status payments/api", "who pull payments/api", "can sales nightly pull payments/api"})
    void beforeTheFirstCrawlAndWhereItIsAskedForAwsIsRead(String question) {
        assertThat(age(question)).isEmpty();
        bench.crawl();
        assertThat(age(question)).isPresent();
        bench.ecr.setPolicy(API, everybody(API));
        int before = readings();
        assertThat(age(question + " fresh")).isEmpty();
        assertThat(readings()).isGreaterThan(before);
    }

    @Test
    void whatOthersChangedIsToldOnceItIsReadForWhateverReason() {
        bench.crawl();
        bench.ecr.setPolicy(API, everybody(API));
        assertThat(verdict("can finance any pull payments/api")).isEqualTo(Capability.Verdict.NO);
        assertThat(verdict("can finance any pull payments/api fresh")).isEqualTo(Capability.Verdict.YES);
        assertThat(verdict("can finance any pull payments/api")).isEqualTo(Capability.Verdict.YES);
    }

    /** However freshly the policies are read, templates are as a crawl found them; one that couldn't doesn't make them younger. */
    @Test
    void whatTemplatesWouldDoIsToldWithItsAge() {
        var template = new CreationTemplate("payments", Set.of("CREATE_ON_PUSH"), PolicyDocument.parse(everybody(API)));
        bench.ecr.addTemplate(Place.of(WEST), template);
        bench.crawl();
        var crawled = bench.clock.instant();
        bench.clock.advance(Duration.ofHours(7));
        bench.ecr.traffic().fault(ApiOperation.DESCRIBE_REPOSITORY_CREATION_TEMPLATES, 4, Fault.deny());
        bench.crawl();
        for (String fresh : List.of("", " fresh")) {
            Finding born = ((Answer.Found) asked("can sales nightly pull payments/newborn" + fresh)).finding();
            assertThat(((Possibility) born).place().templatesRead()).contains(crawled);
            var status = (Answer.Status) asked("status payments/api" + fresh);
            assertThat(status.extras().births()).isNotEmpty();
            assertThat(status.extras().around()).contains(crawled);
        }
    }

    @Test
    void theRegistrysPolicyIsInItAtOnceToo() {
        bench.crawl();
        bench.ecr.setPolicy(WEST, everybody(WEST));
        assertThat(verdict("can finance any pull payments/api")).isEqualTo(Capability.Verdict.NO);
        asked("status payments/*");
        assertThat(verdict("can finance any pull payments/api")).isEqualTo(Capability.Verdict.YES);
        bench.index.refresh();
        bench.index.refresh();
        assertThat(verdict("can finance any pull payments/api")).isEqualTo(Capability.Verdict.YES);
        assertThat(bench.index.changesSince(bench.clock.instant().minusSeconds(1), 0, 100))
                .anySatisfy(change -> assertThat(change.holder()).isEqualTo(WEST));
    }

    @Test
    void whatAnotherReplicaHasWrittenIsNeverTakenForMissing() {
        DeskAssembly other = replica();
        bench.crawl();
        other.keepUp();
        bench.applied(PULL);
        assertThat(other.desk().command(DeskBench.asker(DeskBench.BEN), "status payments/api"))
                .isInstanceOfSatisfying(Answer.Status.class, status -> {
                    assertThat(status.notes()).noneMatch(note -> note.contains("isn't in the policy"));
                    assertThat(status.lines())
                            .filteredOn(line -> !line.grants().isEmpty())
                            .hasSize(1);
                    assertThat(status.extras().age()).isEmpty();
                });
    }

    @Test
    void whatAnotherReplicaHasTakenOutIsNeverTakenForALostRecord() {
        bench.applied(PULL + " for 1h");
        bench.crawl();
        DeskAssembly other = replica();
        other.keepUp();
        bench.clock.advance(Duration.ofHours(2));
        bench.work();
        assertThat(other.desk().command(DeskBench.asker(DeskBench.BEN), "status payments/api"))
                .isInstanceOfSatisfying(
                        Answer.Status.class,
                        status -> assertThat(status.lines()).noneMatch(line -> line.lost()));
    }

    @Test
    void whatCouldNotBeReadWhenItWasTriedLastIsReadForTheAnswer() {
        bench.crawl();
        bench.ledger.index().trouble(WEST, "AWS said no.");
        bench.index.refresh();
        assertThat(age("status payments/api")).isEmpty();
    }

    /** Another process's desk: it has an index of its own. */
    private DeskAssembly replica() {
        var config = DeskBench.config(DeskBench.RULES);
        var deaf = new Consequences.Listener() {
            @Override
            public void apply(RequestId id) {}

            @Override
            public void deliver() {}
        };
        return DeskAssembly.of(
                new DeskAssembly.Ports(
                        bench.ledger,
                        new ModelPolicies(bench.ecr),
                        new FleetIndex(bench.ledger.index(), config.regionalRegistries(), bench.clock),
                        bench.people,
                        new Mailbox()),
                new DeskAssembly.Engine(deaf, pause -> {}, code -> {}, SendingLimits.NONE),
                config,
                bench.clock);
    }

    private Capability.Verdict verdict(String question) {
        return ((Possibility) ((Answer.Found) asked(question)).finding()).says().verdict();
    }
}
