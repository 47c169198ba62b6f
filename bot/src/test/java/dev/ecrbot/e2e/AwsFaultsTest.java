package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.AwsError;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Fault.When;
import dev.ecrbot.sandbox.ecr.FaultByRepository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * AWS throttles, refuses and loses answers. Whatever it does, card and requester are told what the policy shows, and nothing
 * is written twice. Every case has a repository of its own; all go wrong at the same time, since settling takes seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class AwsFaultsTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci-deployer";
    private static final int FOR_EVER = 1_000;

    private final Office office = new Office();
    private final FaultyRepositories all = new FaultyRepositories(office);
    private final FaultByRepository writes = new FaultByRepository();
    private final FaultByRepository reads = new FaultByRepository();
    private final FaultByRepository deletions = new FaultByRepository();

    @BeforeAll
    void everythingGoesWrongAtOnce() {
        var traffic = office.trial.ecr().traffic();
        traffic.fault(ApiOperation.SET_REPOSITORY_POLICY, FOR_EVER, writes);
        traffic.fault(ApiOperation.GET_REPOSITORY_POLICY, FOR_EVER, reads);
        traffic.fault(ApiOperation.DELETE_REPOSITORY_POLICY, FOR_EVER, deletions);
        writes.next(all.made("throttled-twice"), 2, Fault.throttle());
        writes.next(all.made("throttled-for-ever"), FOR_EVER, Fault.throttle());
        writes.next(all.made("denied"), FOR_EVER, Fault.deny());
        writes.next(all.made("refused"), FOR_EVER, Fault.refuse(AwsError.principalNotFound()));
        writes.next(all.made("dropped-before"), 1, Fault.drop(When.BEFORE));
        writes.next(all.made("dropped-after"), 1, Fault.drop(When.AFTER));
        writes.next(all.made("error-before"), 1, Fault.serverError(When.BEFORE));
        writes.next(all.made("error-after"), 1, Fault.serverError(When.AFTER));
        writes.next(all.made("broken-answer"), 1, Fault.brokenBody());
        all.made("unreadable-after");
        all.made("deletion-dropped");
        all.ask();
        all.askToRevoke("deletion-dropped");
        deletions.next(FaultyRepositories.repository("deletion-dropped"), 1, Fault.drop(When.AFTER));
        reads.next(FaultyRepositories.repository("unreadable-after"), 1, new Fault() {});
        reads.next(FaultyRepositories.repository("unreadable-after"), 12, Fault.serverError(When.BEFORE));
        all.approve();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void throttledWritesAreSentAgain() {
        applied("throttled-twice");
        assertThat(all.sent("throttled-twice")).isEqualTo(3);
    }

    @Test
    void whatAwsGoesOnThrottlingIsShownAsWaiting() {
        Message card = all.shows("throttled-for-ever", "waiting for AWS");
        assertThat(card.shown())
                .contains("Approved, waiting for AWS", "goes on trying")
                .doesNotContain("Failed");
        assertThat(office.policy("faults/throttled-for-ever")).isEmpty();
    }

    @Test
    void aMissingPermissionIsNamed() {
        failed("denied", "ecr:SetRepositoryPolicy", SeedRegistry.BOT_ROLE);
        assertThat(all.sent("denied")).isEqualTo(1);
    }

    @Test
    void aPrincipalThatAwsDoesNotKnowIsNamed() {
        failed("refused", ROLE);
    }

    @Test
    void aWriteThatGotLostOnItsWayIsToldAsNotTaken() {
        failed("dropped-before", "did not apply it");
        failed("error-before", "did not apply it");
        assertThat(all.sent("dropped-before")).isEqualTo(1);
        assertThat(all.sent("error-before")).isEqualTo(1);
    }

    @Test
    void aWriteWhoseAnswerGotLostIsFoundByReading() {
        for (String name : new String[] {"dropped-after", "error-after", "broken-answer"}) {
            applied(name);
            assertThat(all.sent(name)).isEqualTo(1);
        }
    }

    @Test
    void aWriteThatCannotBeReadBackIsToldOnceItCan() {
        applied("unreadable-after");
        assertThat(all.sent("unreadable-after")).isEqualTo(1);
    }

    @Test
    void aDeletionWhoseAnswerGotLostIsFoundByReading() {
        Message card = all.settled("deletion-dropped");
        assertThat(card.shown()).contains("Applied");
        assertThat(office.policy("faults/deletion-dropped")).isEmpty();
        office.written(Office.RITA, Office.id(card));
        assertThat(office.trial.ecr().history(FaultyRepositories.repository("deletion-dropped")))
                .hasSize(2);
    }

    private void applied(String name) {
        Message card = all.settled(name);
        assertThat(card.shown()).contains("Applied").doesNotContain("Failed");
        assertThat(office.policy("faults/" + name)).contains(ROLE);
        office.written(Office.RITA, "docker pull", "faults/" + name);
        assertThat(office.trial.ecr().history(FaultyRepositories.repository(name)))
                .hasSize(1);
        assertThat(all.messagesAbout(name, card)).isEqualTo(1);
    }

    private void failed(String name, String... texts) {
        Message card = all.settled(name);
        assertThat(card.shown()).contains("Failed").contains(texts).doesNotContain("Applied");
        assertThat(office.policy("faults/" + name)).isEmpty();
        assertThat(office.written(Office.RITA, Office.id(card)).shown())
                .contains("failed")
                .contains(texts);
        assertThat(office.trial.ecr().history(FaultyRepositories.repository(name)))
                .isEmpty();
        assertThat(all.messagesAbout(name, card)).isEqualTo(1);
    }
}
