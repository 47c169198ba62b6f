package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of a request, step by step. */
final class DeskTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anAskIsShownApprovedAppliedProvenAndTold() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 7d because nightly build");
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.mailbox.notes(request.id())).containsExactly(new Note.Asked());

        assertThat(bench.approves(DeskBench.AMIR, request)).isInstanceOf(Answer.Approved.class);
        bench.work();

        assertThat(bench.policy("payments/api")).contains(ROLE, "ecr:BatchGetImage", "EcrBotPull");
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.now(request).stage().proof()).isPresent();
        assertThat(bench.grant(request).until()).contains(Instant.parse("2026-11-29T10:00:00Z"));
        assertThat(bench.mailbox.cardStates(request.id())).containsExactly(RequestState.PENDING, RequestState.APPLIED);
        assertThat(bench.mailbox.notes(request.id()))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        Note.Granted.class,
                        granted -> assertThat(granted.snippet().docker())
                                .containsExactly(
                                        "docker pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1.4.2"));
        assertThat(bench.events(request))
                .containsExactly(
                        EventKind.ASKED,
                        EventKind.APPROVAL_GIVEN,
                        EventKind.APPROVED,
                        EventKind.APPLYING,
                        EventKind.APPLIED);
    }

    @Test
    void whoIsOnlyToHearOfItIsOnTheCardAndDecidesNothing() {
        try (var informing = new DeskBench(DeskBench.RULES.replaceFirst(
                "channel: C0APPROVALS", "channel: C0APPROVALS\n    notify: [U0BYSTANDER, S0AUDIT]"))) {
            Request request = informing.asks(DeskBench.RITA, PULL);
            assertThat(informing.now(request).ask().orElseThrow().informed())
                    .contains(new People(false, Set.of("U0BYSTANDER"), Set.of("S0AUDIT")));
            assertThat(code(informing.approves(DeskBench.BEN, request))).isEqualTo(Code.APPROVER_REFUSED);
        }
    }

    @Test
    void theSameAskTwiceIsOneCard() {
        Request request = bench.asks(DeskBench.RITA, PULL + " for 7d because one");
        bench.clock.advance(Duration.ofMinutes(3));
        assertThat(bench.types(DeskBench.BEN, PULL + " for 7d because two"))
                .isInstanceOfSatisfying(
                        Answer.WaitingAlready.class,
                        waiting -> assertThat(waiting.request().id()).isEqualTo(request.id()));
    }

    @Test
    void whatIsThereAlreadyNeedsNoRequest() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.types(DeskBench.BEN, PULL)).isInstanceOf(Answer.NothingToChange.class);
    }

    @Test
    void nobodyApprovesTheirOwnAskEvenIfListed() {
        Request request = bench.asks(DeskBench.AMIR, PULL);
        assertThat(code(bench.approves(DeskBench.AMIR, request))).isEqualTo(Code.SELF_APPROVAL);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.events(request)).contains(EventKind.DECISION_REFUSED);
    }

    @Test
    void aRequesterWhoIsNoMemberAnyMoreGetsNothing() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.people.is(DeskBench.RITA, Standing.DEACTIVATED);
        assertThat(code(bench.approves(DeskBench.AMIR, request))).isEqualTo(Code.PERSON_REFUSED);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void twoApprovalsMeansTwoPeople() {
        Request request = bench.asks(DeskBench.RITA, "grant pull web/frontend sales nightly-build");
        bench.approves(DeskBench.AMIR, request);
        assertThat(code(bench.approves(DeskBench.AMIR, request))).isEqualTo(Code.APPROVED_ALREADY);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        bench.approves(DeskBench.OLGA, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void anAskWithoutAnEndGetsTheRulesLongest() {
        Request request = bench.asks(DeskBench.RITA, "grant pull web/frontend sales nightly-build");
        assertThat(request.ask().orElseThrow().endFromRule()).isTrue();
        assertThat(((dev.ecrbot.policy.plan.Edit.Grant) request.change().edit()).until())
                .contains(Instant.parse("2026-12-22T10:00:00Z"));
    }

    @Test
    void aDecidedRequestCantBeDecidedAgain() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.denies(DeskBench.AMIR, request);
        assertThat(code(bench.approves(DeskBench.OLGA, request))).isEqualTo(Code.REQUEST_DECIDED);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.mailbox.notes(request.id())).contains(new Note.Denied());
    }

    @Test
    void theDeniersReasonReachesTheRequester() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.denies(DeskBench.AMIR, request);
        bench.staff
                .desk()
                .written(
                        DeskBench.asker(DeskBench.AMIR),
                        request.id().value(),
                        Counter.Writing.REASON,
                        " use\nread\u202E ");
        bench.deliver();
        bench.staff
                .desk()
                .written(DeskBench.asker(DeskBench.AMIR), request.id().value(), Counter.Writing.REASON, "use read");
        bench.deliver();
        assertThat(bench.mailbox.notes(request.id()))
                .filteredOn(Note.DenialReason.class::isInstance)
                .containsExactly(new Note.DenialReason("use read"));
        assertThat(bench.mailbox.of(DenialExplained.class))
                .extracting(DenialExplained::reason)
                .containsExactly("use read");
    }

    @Test
    void onlyTheRequesterCancels() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(code(bench.types(DeskBench.BEN, "cancel " + request.id()))).isEqualTo(Code.CANCEL_REFUSED);
        assertThat(bench.types(DeskBench.RITA, "cancel " + request.id())).isInstanceOf(Answer.Cancelled.class);
        assertThat(code(bench.approves(DeskBench.AMIR, request))).isEqualTo(Code.REQUEST_DECIDED);
    }

    @Test
    void aPolicyChangedByOthersIsShownAgainAndNeedsANewClick() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        String foreign = """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow",
                "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"ecr:BatchGetImage"}]}""";
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), foreign);
        bench.approves(DeskBench.AMIR, request);
        bench.work();

        Request revised = bench.now(request);
        assertThat(revised.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(revised.revision().number()).isEqualTo(2);
        assertThat(bench.policy("payments/api")).contains("by hand").doesNotContain(ROLE);
        assertThat(bench.mailbox.of(Message.ApproversCalled.class)).hasSize(1);
        assertThat(code(bench.approves(DeskBench.AMIR, request))).isEqualTo(Code.REVISION_REPLACED);

        bench.approves(DeskBench.AMIR, revised);
        bench.work();
        assertThat(bench.policy("payments/api")).contains("by hand", ROLE);
    }

    @Test
    void tenAsksOnOneBaseAllTakeEffectWithOneClickEach() {
        List<String> principals = List.of(
                "sales ci-deployer",
                "sales role2-1",
                "sales role2-2",
                "sales ecsInstanceRole",
                "sales nightly-build",
                "sales service/checkout-task",
                "finance ci-deployer",
                "finance report-runner",
                "finance ecsTaskExecutionRole",
                "finance");
        List<Request> requests = principals.stream()
                .map(principal -> bench.asks(DeskBench.RITA, "grant pull payments/api " + principal + " for 7d"))
                .toList();
        requests.forEach(request -> bench.approves(DeskBench.AMIR, request));
        bench.work();
        assertThat(requests)
                .allSatisfy(r -> assertThat(bench.now(r).stage().state()).isEqualTo(RequestState.APPLIED));
        assertThat(bench.policy("payments/api"))
                .contains("role/service/checkout-task", "333333333333:role/report-runner", "333333333333:root");
    }

    @Test
    void anUnknownRepositoryIsGuessed() {
        assertThat(bench.types(DeskBench.RITA, "grant pull payments/apii sales ci-deployer"))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(Code.REPOSITORY_NOT_FOUND);
                    assertThat(refused.problem().next()).contains("payments/api");
                });
    }

    @Test
    void aRepositoryOfTerraformIsWarnedOf() {
        Request request = bench.asks(DeskBench.RITA, "grant pull infra/gateway sales ci-deployer");
        assertThat(request.revision().plan().warnings())
                .anySatisfy(warning -> assertThat(warning.text()).contains("Terraform"));
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void aCardThatCantBeShownFailsItsRequestAndSaysSo() {
        bench.mailbox.trouble(message -> message instanceof Message.Card
                ? Optional.of(new Courier.Delivery.Undeliverable("not_in_channel"))
                : Optional.empty());
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.mailbox.notes(request.id())).contains(new Note.Failed());
    }

    @Test
    void statusTellsTheBotsOwnFromWhatOthersWrote() {
        Request request = bench.asks(DeskBench.RITA, "grant pull legacy/mixed sales ci-deployer for 7d");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.types(DeskBench.BEN, "status legacy/mixed"))
                .isInstanceOfSatisfying(Answer.Status.class, status -> {
                    assertThat(status.lines())
                            .filteredOn(l -> !l.grants().isEmpty())
                            .hasSize(1);
                    assertThat(status.lines())
                            .filteredOn(l -> l.grants().isEmpty())
                            .isNotEmpty();
                    assertThat(status.notes()).isEmpty();
                });
    }

    @Test
    void onlyMembersAreServed() {
        bench.people.is(DeskBench.BEN, Standing.GUEST);
        for (String text : List.of("status payments/api", "requests", "login payments/api", PULL)) {
            assertThat(code(bench.types(DeskBench.BEN, text))).as(text).isEqualTo(Code.PERSON_REFUSED);
        }
        assertThat(bench.ecr.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY))
                .isEmpty();
    }

    private static Code code(Answer answer) {
        return ((Answer.Refused) answer).problem().code();
    }
}
