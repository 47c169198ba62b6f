package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Revocations that a rule lets people make without an approval. */
final class ImmediateRevocationTest {
    private static final String IMMEDIATE =
            DeskBench.RULES.replace("channel: C0APPROVALS", "channel: C0APPROVALS\n    revoke: immediate");
    private static final String PULL = "pull payments/api sales ci-deployer";
    private static final String FOREIGN = """
            {"Version":"2012-10-17","Statement":[{"Sid":"theirs","Effect":"Allow","Principal":{"AWS":\
            "arn:aws:iam::222222222222:role/ci-deployer"},"Action":["ecr:BatchGetImage"]}]}""";

    private DeskBench bench = new DeskBench(IMMEDIATE);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anApproverRevokesWithoutAnybodyElseAndTheCardSaysSo() {
        Request grant = granted();
        Request revocation = revokes(DeskBench.OLGA);
        bench.work();
        assertThat(bench.now(revocation).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REVOKED);
        assertThat(revocation.authority()).isEqualTo(Authority.PERSON);
        assertThat(bench.now(revocation).stage().decision().orElseThrow().by()).isEqualTo(DeskBench.OLGA);
        assertThat(bench.events(revocation))
                .containsExactly(EventKind.ASKED, EventKind.APPROVED, EventKind.APPLYING, EventKind.APPLIED);
        assertThat(bench.mailbox.cardStates(revocation.id())).last().isEqualTo(RequestState.APPLIED);
        assertThat(bench.mailbox.notes(revocation.id())).hasExactlyElementsOfTypes(Note.Revoked.class);
    }

    @Test
    void anApproverNeedNotBeOneOfThoseWhoAsk() {
        bench.close();
        bench = new DeskBench(IMMEDIATE.replace("requesters: [anyone]", "requesters: [" + DeskBench.RITA.user() + "]"));
        granted();
        revokes(DeskBench.OLGA);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();

        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), FOREIGN);
        assertThat(bench.types(DeskBench.OLGA, "revoke " + PULL))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.REQUESTER_REFUSED));
        assertThat(bench.types(DeskBench.BEN, "revoke " + PULL))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.REQUESTER_REFUSED));
    }

    @Test
    void theHolderRevokesTheirOwn() {
        granted();
        Request revocation = revokes(DeskBench.RITA);
        bench.work();
        assertThat(bench.now(revocation).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void somebodyElsesAskNeedsAnApproval() {
        granted();
        waits(revokes(DeskBench.BEN));
    }

    @Test
    void whatIsOnlyPartlyTheirsNeedsAnApproval() {
        granted();
        Request bens = bench.asks(DeskBench.BEN, "grant " + PULL + " for 30d");
        bench.approves(DeskBench.AMIR, bens);
        bench.work();
        waits(revokes(DeskBench.RITA));
    }

    @Test
    void withoutTheKeyEverythingNeedsAnApproval() {
        bench.close();
        bench = new DeskBench();
        granted();
        waits(revokes(DeskBench.AMIR));
    }

    @Test
    void whatOthersWroteNeedsAnApproval() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), FOREIGN);
        granted();
        waits(revokes(DeskBench.AMIR));
    }

    @Test
    void aHolderWhoLeftOrAGroupThatCantBeLookedUpMeansNo() {
        granted();
        bench.people.is(DeskBench.RITA, Standing.DEACTIVATED);
        assertThat(bench.types(DeskBench.RITA, "revoke " + PULL)).isInstanceOf(Answer.Refused.class);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
    }

    @Test
    void aForeignStatementThatCameMeanwhileStopsIt() {
        Request grant = granted();
        Request revocation = revokes(DeskBench.AMIR);
        bench.ecr.setPolicy(
                SeedRegistry.west("payments/api"),
                FOREIGN.replace("\"Statement\":[", "\"Statement\":[" + statement() + ","));
        String before = bench.policy("payments/api");
        bench.work();
        assertThat(bench.now(revocation).stage().problem().orElseThrow().code()).isEqualTo(Code.REVOKE_WIDER);
        assertThat(bench.policy("payments/api")).isEqualTo(before);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        waits(revokes(DeskBench.AMIR));
    }

    @Test
    void whatAwsRefusesIsToldAndCanBeAskedAgain() {
        granted();
        Request revocation = revokes(DeskBench.AMIR);
        bench.ecr.traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, Fault.deny());
        bench.work();
        assertThat(bench.now(revocation).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.mailbox.notes(revocation.id())).contains(new Note.Failed());
        revokes(DeskBench.AMIR);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    private String statement() {
        String policy = bench.policy("payments/api");
        int from = policy.indexOf('[');
        return policy.substring(from + 1, policy.lastIndexOf(']'));
    }

    private Request revokes(PersonId person) {
        return bench.asks(person, "revoke " + PULL);
    }

    private void waits(Request revocation) {
        bench.work();
        assertThat(revocation.authority()).isEqualTo(Authority.APPROVAL);
        assertThat(bench.now(revocation).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
    }

    private Request granted() {
        Request request = bench.asks(DeskBench.RITA, "grant " + PULL + " for 7d");
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        return request;
    }
}
