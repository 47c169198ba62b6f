package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule approves by itself, and what it leaves to people. */
final class AutoApprovalTest {
    private static final String RULE = """
              - name: low-risk
                repositories: ["payments/*"]
                patterns: true
                access: [pull, push, read]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
            """;
    private static final String AUTO = RULE + "    auto_approve: {for_at_most: 7d, per_day: 2}\n";
    private static final String MORE = "production: {tag: env, values: [prod]}\n";
    private static final String PULL = "grant pull payments/api sales ci-deployer for 7d";

    private final DeskBench bench = new DeskBench(AUTO, MORE);

    @BeforeEach
    void letSalesBeKnown() {
        bench.applied("grant push payments/worker sales role2-1 for 7d");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isAppliedWithoutAClickAndShownAllTheSame() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.work();
        assertThat(request.authority()).isEqualTo(Authority.RULE);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.events(request))
                .containsExactly(EventKind.ASKED, EventKind.APPROVED_BY_RULE, EventKind.APPLYING, EventKind.APPLIED);
        Event event = bench.ledger
                .<List<Event>>transact(books -> books.events().of(request.id()))
                .get(1);
        assertThat(event.actor()).isEmpty();
        assertThat(event.details()).containsEntry("rule", "low-risk");
        assertThat(bench.mailbox.cardStates(request.id())).last().isEqualTo(RequestState.APPLIED);
        assertThat(bench.mailbox.notes(request.id())).hasExactlyElementsOfTypes(Note.Granted.class);
        bench.types(DeskBench.AMIR, "end " + request.id());
        bench.work();
        assertThat(bench.policy("payments/api")).doesNotContain("ci-deployer");
    }

    @Test
    void oneTooManyADayWaitsForPeople() {
        assertThat(bench.asks(DeskBench.RITA, PULL).authority()).isEqualTo(Authority.RULE);
        assertThat(bench.asks(DeskBench.BEN, PULL.replace("ci-deployer", "role2-1"))
                        .authority())
                .isEqualTo(Authority.RULE);
        bench.work();
        Request third = bench.asks(DeskBench.RITA, PULL.replace("ci-deployer", "nightly-build"));
        assertThat(third.authority()).isEqualTo(Authority.APPROVAL);
        assertThat(third.stage().state()).isEqualTo(RequestState.PENDING);
        bench.clock.advance(Duration.ofDays(1));
        assertThat(bench.asks(DeskBench.RITA, PULL.replace("ci-deployer", "ecsInstanceRole"))
                        .authority())
                .isEqualTo(Authority.RULE);
        bench.work();
    }

    @Test
    void theSameAskTwiceIsCountedOnce() {
        Request first = bench.asks(DeskBench.RITA, PULL);
        assertThat(bench.types(DeskBench.RITA, PULL)).isInstanceOf(Answer.WaitingAlready.class);
        assertThat(first.authority()).isEqualTo(Authority.RULE);
        assertThat(bench.asks(DeskBench.RITA, PULL.replace("ci-deployer", "role2-1"))
                        .authority())
                .isEqualTo(Authority.RULE);
        bench.work();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/api sales",
                "grant pull payments/api sales user/role2-2 for 7d",
                "grant pull payments/* sales ci-deployer for 7d",
                "grant push payments/api sales ci-deployer for 7d",
                "grant read payments/api sales ci-deployer for 7d",
                "grant pull payments/api sales ci-deployer for 8d",
                "grant pull payments/api sales ci-deployer",
                "grant own pull payments/api sales ci-deployer for 7d",
                "grant pull payments/api finance ci-deployer for 7d"
            })
    void allElseWaitsForPeople(String ask) {
        assertThat(bench.asks(DeskBench.RITA, ask).stage().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void neitherAnExtensionNorARevocationIsApproved() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.work();
        bench.clock.advance(Duration.ofDays(2));
        assertThat(bench.asks(DeskBench.RITA, "extend " + request.id() + " for 7d")
                        .authority())
                .isEqualTo(Authority.APPROVAL);
        assertThat(bench.asks(DeskBench.RITA, "revoke pull payments/api sales ci-deployer")
                        .authority())
                .isEqualTo(Authority.APPROVAL);
    }

    @Test
    void aDenyAnErrorOrProductionIsForPeople() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"ecr:BatchGetImage",
                "Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}}}]}""");
        assertThat(bench.asks(DeskBench.RITA, PULL).authority()).isEqualTo(Authority.APPROVAL);
        bench.ecr.addRepository(SeedRegistry.west("payments/worker"), Map.of("env", "prod"));
        assertThat(bench.asks(DeskBench.RITA, PULL.replace("api", "worker")).authority())
                .isEqualTo(Authority.APPROVAL);
    }

    @Test
    void tagsThatCannotBeReadAreForPeople() {
        bench.ecr.traffic().fault(ApiOperation.LIST_TAGS_FOR_RESOURCE, 9, Fault.deny());
        assertThat(bench.asks(DeskBench.RITA, PULL).authority()).isEqualTo(Authority.APPROVAL);
    }

    @Test
    void aGuestGetsNothing() {
        bench.people.is(DeskBench.BEN, Standing.GUEST);
        assertThat(bench.types(DeskBench.BEN, PULL)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotWritten() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Allow","Principal":{"AWS":"333333333333"},
                "Action":"ecr:BatchGetImage"}]}""");
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.policy("payments/api")).doesNotContain("ci-deployer");
    }

    @Test
    void whatHadToWaitForAwsIsJudgedAnewByTheRuleOfThen() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.clock.advance(Duration.ofMinutes(20));
        bench.people.is(DeskBench.RITA, Standing.DEACTIVATED);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.FAILED);
    }

    @Test
    void severalAtOnceWaitForPeople() {
        Answer answer = bench.types(DeskBench.RITA, "grant pull payments/api sales ci-deployer,role2-1 for 7d");
        bench.deliver();
        assertThat(answer).isNotInstanceOf(Answer.Refused.class);
        bench.work();
        assertThat(bench.policy("payments/api")).doesNotContain("ci-deployer");
        assertThat(bench.mailbox.of(Message.class)).isNotEmpty();
    }
}
