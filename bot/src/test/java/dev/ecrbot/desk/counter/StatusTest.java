package dev.ecrbot.desk.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.ReplicationRule;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.lint.Kind;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What status offers to whom, and what it finds wrong. */
class StatusTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whoeverHoldsAGrantIsOfferedWhatTheyMayDoWithIt() {
        Request given = bench.done(PULL + " for 7d");
        assertThat(steps(DeskBench.RITA)).contains(new GrantSteps(bench.grant(given), true, true, true));
        Request more = bench.done("grant push payments/api sales ci-deployer");
        assertThat(bench.types(DeskBench.RITA, "status payments/api"))
                .isInstanceOfSatisfying(
                        Answer.Status.class,
                        status -> assertThat(status.extras().steps())
                                .contains(
                                        // Undoing it would wipe what was given since.
                                        new GrantSteps(bench.grant(given), true, true, false),
                                        new GrantSteps(bench.grant(more), false, true, true)));
    }

    @Test
    void nothingIsOfferedThatWouldBeRefused() {
        Request given = bench.done(PULL + " for 7d");
        for (PersonId person : List.of(DeskBench.RITA, DeskBench.AMIR, DeskBench.OLGA, DeskBench.BEN)) {
            Optional<GrantSteps> offered = steps(person);
            Answer end = bench.staff()
                    .desk()
                    .endNow(DeskBench.asker(person), given.id().value(), Optional.of(Instant.EPOCH));
            boolean may =
                    end instanceof Answer.Refused refused && refused.problem().code() == Code.REVISION_REPLACED;
            assertThat(offered.filter(GrantSteps::end).isPresent())
                    .as("%s may end it", person)
                    .isEqualTo(may);
            Answer later = bench.staff()
                    .desk()
                    .wish(DeskBench.asker(person), given.id().value(), Wish.LATER_END);
            assertThat(offered.filter(GrantSteps::extend).isPresent())
                    .as("%s may ask for a later end", person)
                    .isEqualTo(later instanceof Answer.FieldWanted);
        }
    }

    @Test
    void thatSomebodyLooksIsNoRefusalOnRecord() {
        Request given = bench.done(PULL + " for 7d");
        int before = bench.events(given).size();
        assertThat(steps(DeskBench.BEN)).contains(new GrantSteps(bench.grant(given), true, false, true));
        assertThat(bench.events(given)).hasSize(before);
    }

    @Test
    void whatHasNoEndIsEndedByTheButtonToo() {
        Request given = bench.done(PULL);
        assertThat(bench.staff()
                        .desk()
                        .endNow(DeskBench.asker(DeskBench.RITA), given.id().value(), Optional.empty()))
                .isInstanceOf(Answer.Ending.class);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void anEndThatWasMovedSinceIsNotTheOneThatWasShown() {
        Request given = bench.done(PULL + " for 7d");
        assertThat(bench.staff()
                        .desk()
                        .endNow(DeskBench.asker(DeskBench.RITA), given.id().value(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.REVISION_REPLACED));
    }

    @Test
    void undoIsAskedForWithAClickAndAReason() {
        Request given = bench.done(PULL + " for 7d");
        assertThat(bench.staff()
                        .desk()
                        .wish(DeskBench.asker(DeskBench.RITA), given.id().value(), Wish.UNDO))
                .isEqualTo(new Answer.FieldWanted(bench.now(given)));
        assertThat(bench.staff().desk().wish(DeskBench.asker(DeskBench.RITA), "req-none", Wish.UNDO))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void whatIsWrongWithThePolicyIsTold() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"open","Effect":"Allow","Principal":"*","Action":"ecr:*"}]}""");
        assertThat(bench.types(DeskBench.RITA, "status payments/api"))
                .isInstanceOfSatisfying(
                        Answer.Status.class,
                        status -> assertThat(status.extras().findings())
                                .extracting(finding -> finding.kind())
                                .contains(Kind.PUBLIC_PRINCIPAL, Kind.ALL_ACTIONS));
    }

    @Test
    void whatATemplateWouldGiveIsToldApartFromWhatThePolicyGives() {
        var policy = PolicyDocument.parse("""
                {"Version":"2012-10-17","Statement":[{"Sid":"born","Effect":"Allow","Action":"ecr:BatchGetImage",
                "Principal":{"AWS":"arn:aws:iam::333333333333:root"}}]}""");
        bench.ecr.addTemplate(
                Place.of(new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST)),
                new CreationTemplate("payments", Set.of("CREATE_ON_PUSH", "REPLICATION"), policy));
        bench.crawl();
        assertThat(bench.types(DeskBench.RITA, "status payments/api"))
                .isInstanceOfSatisfying(Answer.Status.class, status -> {
                    assertThat(status.lines()).isEmpty();
                    assertThat(status.extras().births()).singleElement().satisfies(birth -> {
                        assertThat(birth.template()).isEqualTo("payments");
                        assertThat(birth.ways()).containsExactly("CREATE_ON_PUSH", "REPLICATION");
                        assertThat(birth.gives())
                                .singleElement()
                                .satisfies(holding -> assertThat(
                                                holding.principal().text())
                                        .isEqualTo("arn:aws:iam::333333333333:root"));
                    });
                });
        assertThat(bench.types(DeskBench.RITA, "status web/frontend"))
                .isInstanceOfSatisfying(
                        Answer.Status.class,
                        status -> assertThat(status.extras().births()).isEmpty());
    }

    @Test
    void whereImagesAreCopiedToIsToldAtBothEnds() {
        bench.ecr.addReplication(
                Place.of(new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST)),
                new ReplicationRule(
                        List.of(new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.IRELAND)),
                        List.of("payments/")));
        bench.crawl();
        assertThat(copies("status " + SeedRegistry.west("payments/api").uri()))
                .isEqualTo(new Copies(List.of(SeedRegistry.ireland("payments/api")), List.of()));
        assertThat(copies("status " + SeedRegistry.ireland("payments/api").uri()))
                .isEqualTo(new Copies(List.of(), List.of(SeedRegistry.west("payments/api"))));
        assertThat(copies("status web/frontend")).isEqualTo(Copies.NONE);
    }

    private Copies copies(String text) {
        return ((Answer.Status) bench.types(DeskBench.RITA, text)).extras().copies();
    }

    private Optional<GrantSteps> steps(PersonId person) {
        return bench.types(person, "status payments/api") instanceof Answer.Status status
                ? status.extras().steps().stream().findFirst()
                : Optional.empty();
    }
}
