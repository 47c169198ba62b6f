package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes that are taken back. */
final class UndoneTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");
    private static final String FOREIGN = """
            {"Version": "2008-10-17", "Statement": [{"Sid": "Theirs", "Effect": "Allow",
              "Principal": {"AWS": ["arn:aws:iam::222222222222:role/ci-deployer", "arn:aws:iam::333333333333:root"]},
              "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"]}]}""";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aGrantUndoneLeavesThePolicyAsItWasBefore() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), FOREIGN);
        PolicyDocument before = live();
        Request grant = bench.done("grant push payments/api sales ci-deployer for 7d");
        Request undo = bench.asks(DeskBench.BEN, "undo " + grant.id() + " because the wrong role");
        assertThat(undo.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);

        approved(undo);

        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(live().sameAs(before)).isTrue();
        assertThat(bench.grant(grant).ended())
                .contains(new Grant.End(
                        bench.now(undo).stage().changedAt(), Grant.Reason.UNDONE, Optional.of(undo.id())));
        assertThat(bench.events(grant)).endsWith(EventKind.APPLIED, EventKind.UNDONE, EventKind.GRANT_ENDED);
        assertThat(lastEvent(grant, EventKind.UNDONE)).satisfies(event -> {
            assertThat(event.actor()).contains(DeskBench.BEN);
            assertThat(event.details()).containsEntry("by", undo.id().value());
        });
        assertThat(bench.mailbox.notes(undo.id())).contains(new Note.Undid());
        assertThat(bench.mailbox.notes(grant.id())).contains(new Note.Undone(bench.now(undo)));
        assertThat(bench.mailbox.of(Message.Undone.class)).singleElement().satisfies(told -> {
            assertThat(told.request().id()).isEqualTo(grant.id());
            assertThat(told.by().id()).isEqualTo(undo.id());
        });
        assertThat(bench.mailbox.of(Message.GrantEnded.class)).isEmpty();
    }

    @Test
    void aRevocationUndoneGivesBackWhatItTookWithTheRecords() {
        Request pull = bench.done(PULL + " for 7d");
        Request push = bench.done("grant push-only payments/api sales ci-deployer for 8h");
        PolicyDocument before = live();
        Request revocation = bench.done("revoke all payments/api sales ci-deployer");
        assertThat(bench.policy("payments/api")).isEmpty();
        bench.clock.advance(Duration.ofHours(1));

        Request undo = undone(DeskBench.BEN, revocation);

        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(live().sameAs(before)).isTrue();
        for (Request given : List.of(pull, push)) {
            assertThat(bench.grant(given).state()).isEqualTo(Grant.State.ACTIVE);
            assertThat(bench.grant(given).ended()).isEmpty();
            assertThat(lastEvent(given, EventKind.GRANT_RESTORED).details())
                    .containsEntry("by", undo.id().value());
            assertThat(bench.mailbox.notes(given.id()))
                    .filteredOn(GrantNote.Restored.class::isInstance)
                    .extracting(note -> ((GrantNote.Restored) note).held().owned())
                    .containsExactly(bench.grant(given).owned());
        }
        assertThat(bench.mailbox.of(Message.GrantRestored.class))
                .extracting(told -> told.request().id())
                .containsExactlyInAnyOrder(pull.id(), push.id());
        assertThat(bench.mailbox.notes(revocation.id())).contains(new Note.Undone(bench.now(undo)));
        until(WEEK);
        bench.sweep();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(pull).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void whatWouldHaveEndedMeanwhileStaysAway() {
        Request pull = bench.done(PULL + " for 7d");
        Request push = bench.done("grant push-only payments/api sales ci-deployer for 8h");
        Request revocation = bench.done("revoke all payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofHours(9));

        undone(DeskBench.RITA, revocation);

        assertThat(bench.policy("payments/api")).contains("ecr:BatchGetImage").doesNotContain("ecr:PutImage");
        assertThat(bench.grant(pull).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.grant(push).ended().orElseThrow().by()).contains(revocation.id());
    }

    @Test
    void aStatementOfOthersThatARevocationDividedIsWholeAgain() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), FOREIGN);
        PolicyDocument before = live();
        Request revocation = bench.done("revoke pull payments/api sales ci-deployer");
        assertThat(live().sameAs(before)).isFalse();
        Request undo = undone(DeskBench.RITA, revocation);
        assertThat(bench.now(undo).revision().plan().touchedForeign()).isNotEmpty();
        assertThat(live().sameAs(before)).isTrue();
    }

    @Test
    void anExtensionUndoneGivesTheOldEndBack() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.done("extend " + grant.id() + " for 30d");
        Request undo = undone(DeskBench.BEN, extension);
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api")).contains(WEEK.toString());
        assertThat(bench.grant(grant).until()).contains(WEEK);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(lastEvent(grant, EventKind.GRANT_RESTORED).details()).containsEntry("until", WEEK.toString());
        assertThat(bench.mailbox.of(Message.GrantRestored.class)).hasSize(1);
        until(WEEK);
        bench.sweep();
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void anExtensionWhoseOldEndHasPassedStays() {
        Request grant = bench.done(PULL + " for 7d");
        Request extension = bench.done("extend " + grant.id() + " for 30d");
        Request early = bench.asks(DeskBench.RITA, "undo " + extension.id());
        until(WEEK);
        assertThat(refusal(DeskBench.RITA, "undo " + extension.id()).text()).contains("/ecr end " + grant.id());
        approved(early);
        assertThat(bench.now(early).stage().problem().orElseThrow().code()).isEqualTo(Code.UNDO_REFUSED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
    }

    @Test
    void anEarlyEndUndoneGivesTheGrantBack() {
        Request grant = bench.done(PULL + " for 7d");
        bench.types(DeskBench.AMIR, "end " + grant.id());
        bench.work();
        RequestId ending = bench.grant(grant).ended().flatMap(Grant.End::by).orElseThrow();
        Request undo = bench.asks(DeskBench.RITA, "undo " + ending);
        approved(undo);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.grant(grant).until()).contains(WEEK);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        assertThat(bench.mailbox.notes(ending)).contains(new Note.Undone(bench.now(undo)));
        assertThat(bench.mailbox.of(Message.GrantRestored.class)).hasSize(1);
    }

    @Test
    void isOneRequestHoweverOftenItIsAskedAndDoneOnce() {
        Request grant = bench.done(PULL + " for 7d");
        Request undo = bench.asks(DeskBench.RITA, "undo " + grant.id());
        assertThat(bench.types(DeskBench.BEN, "undo " + grant.id()))
                .isInstanceOfSatisfying(
                        Answer.WaitingAlready.class,
                        waiting -> assertThat(waiting.request().id()).isEqualTo(undo.id()));
        approved(undo);
        assertThat(refusal(DeskBench.RITA, "undo " + grant.id()).text())
                .contains(undo.id().value());
        assertThat(refusal(DeskBench.RITA, "undo " + undo.id()).code()).isEqualTo(Code.UNDO_REFUSED);
    }

    @Test
    void onlyWhatWasAppliedCanBeUndone() {
        Request waiting = bench.asks(DeskBench.RITA, PULL + " for 7d");
        assertThat(refusal(DeskBench.RITA, "undo " + waiting.id()).text()).contains("/ecr cancel " + waiting.id());
        bench.denies(DeskBench.AMIR, waiting);
        assertThat(refusal(DeskBench.RITA, "undo " + waiting.id()).text()).contains("never applied");
        assertThat(refusal(DeskBench.RITA, "undo req-00000000").code()).isEqualTo(Code.REQUEST_NOT_FOUND);
        Request grant = bench.done(PULL + " for 7d");
        bench.ecr.deleteRepository(SeedRegistry.west("payments/api"));
        Problem gone = refusal(DeskBench.RITA, "undo " + grant.id());
        assertThat(gone.code()).isEqualTo(Code.REPOSITORY_NOT_FOUND);
        assertThat(gone.text()).startsWith(grant.id() + " can't be undone.").contains("went with the repository");
    }

    @Test
    void aGrantOnAPatternIsTakenBackAndGivenBackInTheRegistrysPolicy() {
        var registry = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
        bench.ecr.setPolicy(registry, """
                {"Version": "2008-10-17", "Statement": [{"Sid": "Theirs", "Effect": "Allow",
                  "Principal": {"AWS": "arn:aws:iam::333333333333:root"}, "Action": "ecr:ReplicateImage",
                  "Resource": "arn:aws:ecr:us-west-2:111111111111:repository/*"}]}""");
        PolicyDocument before =
                OwnWriteChain.document(bench.ecr.policy(registry).orElse(""));
        Request grant = bench.done("grant pull payments/* sales ci-deployer for 7d");
        Request revocation = bench.done("revoke pull payments/* sales ci-deployer");
        Request undo = undone(DeskBench.RITA, revocation);
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.now(undo).revision().plan().effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.until()).contains(WEEK));
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.ecr.policy(registry).orElse("")).contains("ci-deployer", "payments/*");

        Request other = bench.done("grant push-only payments/* sales ci-deployer for 8h");
        undone(DeskBench.RITA, other);
        assertThat(bench.ecr.policy(registry).orElse(""))
                .contains("ci-deployer")
                .doesNotContain("ecr:PutImage");
        assertThat(bench.grant(other).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.UNDONE);
        bench.types(DeskBench.RITA, "end " + grant.id());
        bench.work();
        assertThat(OwnWriteChain.document(bench.ecr.policy(registry).orElse("")).sameAs(before))
                .isTrue();
    }

    private Request undone(PersonId by, Request request) {
        Request undo = bench.asks(by, "undo " + request.id());
        approved(undo);
        return undo;
    }

    private void approved(Request request) {
        bench.approves(DeskBench.AMIR, request);
        bench.work();
    }

    private PolicyDocument live() {
        return OwnWriteChain.document(bench.policy("payments/api"));
    }

    private void until(Instant end) {
        bench.clock.advance(Duration.between(bench.clock.instant(), end.plusSeconds(1)));
    }

    private Problem refusal(PersonId person, String text) {
        return ((Answer.Refused) bench.types(person, text)).problem();
    }

    private Event lastEvent(Request request, EventKind kind) {
        return bench.ledger.transact(books -> books.events().of(request.id())).stream()
                .filter(event -> event.kind() == kind)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
