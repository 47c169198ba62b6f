package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was approved and failed at AWS is tried again with the approvals that it has, as long as it is as it was shown. */
final class TriedAgainTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer for 7d because nightly build";
    private static final String FOREIGN = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Theirs", "Effect": "Allow",
              "Principal": {"AWS": "arn:aws:iam::333333333333:root"}, "Action": ["ecr:BatchGetImage"]}]}""";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itIsWrittenWithoutAnotherApproval() {
        Request failed = failed();

        Request again = triedAgain(DeskBench.RITA, failed);
        assertThat(again.stage().state()).isEqualTo(RequestState.APPROVED);
        bench.work();

        assertThat(bench.now(again).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.now(failed).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.grant(again).until()).isEqualTo(failed.change().end());
        assertThat(bench.events(again)).containsSubsequence(EventKind.ASKED, EventKind.TRIED_AGAIN, EventKind.APPLIED);
        assertThat(bench.ledger
                        .<CardHistory>transact(books -> CardHistory.of(books, failed))
                        .triedAgain())
                .contains(again.id());
        assertThat(bench.mailbox.of(Message.Card.class))
                .filteredOn(card -> card.request().id().equals(failed.id()))
                .last()
                .satisfies(card -> assertThat(card.history().triedAgain()).contains(again.id()));
    }

    @Test
    void anApproverMayTooAndTheSecondClickIsToldOfTheFirst() {
        Request failed = failed();
        Request again = triedAgain(DeskBench.OLGA, failed);
        refused(DeskBench.AMIR, failed, Code.NOT_TRIED_AGAIN, again.id().value());
        refused(DeskBench.RITA, failed, Code.NOT_TRIED_AGAIN, again.id().value());
    }

    @Test
    void nobodyElseMay() {
        refused(DeskBench.BEN, failed(), Code.APPROVER_REFUSED, "decide");
    }

    @Test
    void whatOthersChangedSinceHasToBeAskedForAnew() {
        Request failed = failed();
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), FOREIGN);
        refused(DeskBench.RITA, failed, Code.NOT_TRIED_AGAIN, "changed since");
        assertThat(bench.policy("payments/api")).doesNotContain("ci-deployer");
    }

    @Test
    void whatTheBotItselfWroteSinceDoesNotStandInTheWay() {
        Request failed = failed();
        bench.done("grant pull payments/api sales nightly-build for 7d");
        Request again = triedAgain(DeskBench.RITA, failed);
        bench.work();
        assertThat(bench.now(again).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void whoeverApprovedHasToBeAbleToByNow() {
        Request failed = failed();
        bench.people.group("S0OWNERS", DeskBench.OLGA);
        bench.people.is(DeskBench.AMIR, Standing.DEACTIVATED);
        refused(DeskBench.RITA, failed, Code.PERSON_REFUSED, DeskBench.AMIR.user());
    }

    @Test
    void itsEndHasToBeAhead() {
        Request failed = failed();
        bench.clock.advance(Duration.ofDays(8));
        refused(DeskBench.RITA, failed, Code.DURATION_MALFORMED, "has passed");
    }

    @Test
    void whatWasAskedForSinceWaitsInItsPlace() {
        Request failed = failed();
        bench.asks(DeskBench.RITA, PULL);
        refused(DeskBench.RITA, failed, Code.NOT_TRIED_AGAIN, "asked for the same since");
    }

    @Test
    void whatWasNotTriedAtAllIsNot() {
        Request denied = bench.asks(DeskBench.RITA, PULL);
        bench.denies(DeskBench.AMIR, denied);
        refused(DeskBench.RITA, denied, Code.NOT_TRIED_AGAIN, "reason that doesn't go away by itself");
    }

    private Request failed() {
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
        Request request = bench.approved(PULL);
        bench.work();
        Request failed = bench.now(request);
        assertThat(failed.stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(failed.mayBeTriedAgain()).isTrue();
        return failed;
    }

    private Request triedAgain(PersonId person, Request failed) {
        Answer answer =
                bench.staff().desk().wish(DeskBench.asker(person), failed.id().value(), Wish.TRY_AGAIN);
        assertThat(answer).isInstanceOf(Answer.Filed.class);
        return ((Answer.Filed) answer).request();
    }

    private void refused(PersonId person, Request failed, Code code, String... words) {
        assertThat(bench.staff()
                        .desk()
                        .wish(DeskBench.asker(person), failed.id().value(), Wish.TRY_AGAIN))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(code);
                    assertThat(List.of(words))
                            .allSatisfy(
                                    word -> assertThat(refused.problem().text()).contains(word));
                });
    }
}
