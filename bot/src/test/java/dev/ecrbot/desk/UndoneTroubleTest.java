package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Undoing when something comes between. */
final class UndoneTroubleTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNeverWiped() {
        Request grant = bench.done(PULL + " for 7d");
        Request undo = bench.asks(DeskBench.RITA, "undo " + grant.id());
        bench.ecr.setPolicy(
                SeedRegistry.west("payments/api"),
                bench.policy("payments/api").replace("\"Statement\"", "\"Id\" : \"somebody-else\", \"Statement\""));
        PolicyDocument theirs = live();
        approved(undo);
        assertThat(bench.now(undo).stage().problem().orElseThrow().code()).isEqualTo(Code.POLICY_CHANGED);
        assertThat(live().sameAs(theirs)).isTrue();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.mailbox.notes(undo.id())).contains(new Note.Failed());
        assertThat(refusal(DeskBench.RITA, "undo " + grant.id()).code()).isEqualTo(Code.POLICY_CHANGED);
    }

    @Test
    void aGrantThatIsBeingEndedIsLeftToThat() {
        Request grant = bench.done(PULL + " for 7d");
        Request undo = bench.asks(DeskBench.RITA, "undo " + grant.id());
        bench.approves(DeskBench.AMIR, undo);
        bench.types(DeskBench.RITA, "end " + grant.id());
        bench.work();
        assertThat(bench.now(undo).stage().problem().orElseThrow().code()).isEqualTo(Code.GRANT_ENDED);
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.ENDED_EARLY);
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void whatAwsRefusesLeavesTheGrantInForce() {
        Request grant = bench.done(PULL + " for 7d");
        PolicyDocument before = live();
        Request other = bench.done("grant push payments/api sales ci-deployer for 7d");
        Request undo = bench.asks(DeskBench.RITA, "undo " + other.id());
        bench.approves(DeskBench.AMIR, undo);
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
        bench.work();
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.FAILED);
        assertThat(bench.grant(other).state()).isEqualTo(Grant.State.ACTIVE);
        undone(DeskBench.RITA, other);
        assertThat(live().sameAs(before)).isTrue();
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
    }

    @Test
    void anAnswerThatGotLostIsSettledByReadingWhateverOthersWroteSince() {
        Request grant = bench.done(PULL + " for 7d");
        Request revocation = bench.done("revoke pull payments/api sales ci-deployer");
        Request undo = bench.asks(DeskBench.RITA, "undo " + revocation.id());
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.AFTER));
        approved(undo);
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);

        Request back = bench.asks(DeskBench.RITA, "undo " + grant.id());
        bench.ecr.traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        approved(back);
        assertThat(bench.now(back).stage().problem().orElseThrow().code()).isEqualTo(Code.WRITE_NOT_TAKEN);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
    }

    @Test
    void whatOthersAddWhileTheAnswerIsLostDoesntHideThatItTook() {
        Request grant = bench.done(PULL + " for 7d");
        Request revocation = bench.done("revoke pull payments/api sales ci-deployer");
        Request undo = bench.asks(DeskBench.RITA, "undo " + revocation.id());
        bench.ecr.onPolicyChange(change -> {
            if (bench.policy("payments/api").contains("ci-deployer")
                    && !bench.policy("payments/api").contains("somebody-else")) {
                bench.ecr.setPolicy(
                        SeedRegistry.west("payments/api"),
                        bench.policy("payments/api")
                                .replace("\"Statement\"", "\"Id\" : \"somebody-else\", \"Statement\""));
            }
        });
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.AFTER));
        approved(undo);
        assertThat(bench.policy("payments/api")).contains("somebody-else");
        assertThat(bench.now(undo).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
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

    private Problem refusal(PersonId person, String text) {
        return ((Answer.Refused) bench.types(person, text)).problem();
    }
}
