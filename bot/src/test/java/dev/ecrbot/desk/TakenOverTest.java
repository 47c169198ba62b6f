package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Takeable;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.TakeOver;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others wrote becomes a grant of the bot's, with an owner and an end. */
final class TakenOverTest {
    private static final String INSTEAD = "grant instead pull payments/worker finance for 7d";
    private static final String FINANCE = "333333333333";

    private static final String THEIRS = """
            {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow","Principal":{"AWS":
            ["arn:aws:iam::333333333333:root","arn:aws:iam::222222222222:role/ci-deployer"]},"Action":["ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer","ecr:BatchCheckLayerAvailability"]}]}""";

    private final DeskBench bench = new DeskBench();

    @BeforeEach
    void othersWrite() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/worker"), THEIRS);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void oneCardAndOneWritePutAGrantInItsPlace() {
        int writes = writes();
        Request taken = bench.applied(INSTEAD);
        assertThat(writes()).isEqualTo(writes + 1);
        assertThat(taken.change().edit()).isInstanceOf(TakeOver.class);
        assertThat(bench.grant(taken).requester()).isEqualTo(DeskBench.RITA);
        assertThat(policy().statements().get(0).toString())
                .contains("ci-deployer")
                .doesNotContain(FINANCE);
        assertThat(bench.policy("payments/worker")).contains("EcrBotPull", FINANCE);

        bench.clock.advance(Duration.ofDays(8));
        bench.sweep();
        assertThat(bench.policy("payments/worker")).doesNotContain(FINANCE, "EcrBot");
        assertThat(bench.grant(taken).state()).isEqualTo(Grant.State.ENDED);
    }

    @Test
    void anUndoGivesTheirEntryBackAndEndsTheGrant() {
        Request taken = bench.applied(INSTEAD);
        Request undo = bench.applied("undo " + taken.id());
        assertThat(policy().sameAs(PolicyDocument.parse(THEIRS))).isTrue();
        assertThat(bench.grant(taken).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.UNDONE);
        assertThat(bench.grant(taken).ended().orElseThrow().by()).contains(undo.id());
    }

    @Test
    void whatIsTakenOverForGoodIsUndoneAsAGrantIs() {
        Request taken = bench.applied("grant instead pull payments/worker finance");
        assertThat(taken.revision().plan().effects()).isEmpty();
        bench.applied("undo " + taken.id());
        assertThat(policy().sameAs(PolicyDocument.parse(THEIRS))).isTrue();
    }

    @Test
    void aChangeOfOthersMeanwhileMakesANewRevision() {
        Request asked = bench.asks(DeskBench.RITA, INSTEAD);
        bench.ecr.setPolicy(SeedRegistry.west("payments/worker"), THEIRS.replace("role/ci-deployer", "root"));
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        assertThat(bench.now(asked).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(bench.now(asked).revision().number()).isEqualTo(2);
    }

    @Test
    void itsEndCanBeShortenedOnTheCard() {
        Request asked = bench.asks(DeskBench.RITA, INSTEAD);
        assertThat(bench.staff()
                        .desk()
                        .shorten(DeskBench.asker(DeskBench.AMIR), asked.id().value(), 1, "for 1d"))
                .isInstanceOf(Answer.Shortened.class);
        assertThat(bench.now(asked).change().edit())
                .isInstanceOfSatisfying(
                        TakeOver.class,
                        edit -> assertThat(edit.until())
                                .isPresent()
                                .isNotEqualTo(asked.change().end()));
    }

    @Test
    void statusOffersItToWhoeverMayAsk() {
        assertThat(bench.types(DeskBench.RITA, "status legacy/mixed"))
                .isInstanceOfSatisfying(
                        Answer.Status.class,
                        status -> assertThat(status.extras().takeables())
                                .extracting(Takeable::line)
                                .extracting(line -> line.text())
                                // No rule is for the account of the others.
                                .containsExactly(
                                        "grant instead pull central/us-west-2:legacy/mixed arn:aws:iam::333333333333:root",
                                        "grant instead read central/us-west-2:legacy/mixed"
                                                + " arn:aws:iam::222222222222:user/ana"));
        Request taken = bench.applied(INSTEAD.replace("payments/worker", "legacy/mixed"));
        assertThat(bench.types(DeskBench.RITA, "status legacy/mixed"))
                .isInstanceOfSatisfying(
                        Answer.Status.class,
                        status -> assertThat(status.extras().takeables())
                                .noneMatch(one -> one.principal().text().contains(FINANCE)));
        assertThat(bench.grant(taken).state()).isEqualTo(Grant.State.ACTIVE);
    }

    /** A grant of the bot's in its place would give it without the condition. */
    @Test
    void whatStandsUnderAConditionIsNotOffered() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[
                {"Sid":"office","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:role/ci-deployer"},
                "Action":["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],
                "Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}},
                {"Sid":"free","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:role/nightly-build"},
                "Action":["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"]}]}""");
        assertThat(bench.types(DeskBench.RITA, "status payments/api"))
                .isInstanceOfSatisfying(
                        Answer.Status.class,
                        status -> assertThat(status.extras().takeables())
                                .extracting(one -> one.principal().text())
                                .containsExactly("arn:aws:iam::222222222222:role/nightly-build"));
    }

    @Test
    void whatNobodyElseWroteIsRefused() {
        assertThat(bench.refused("grant instead pull payments/api sales ci-deployer for 7d")
                        .code())
                .isEqualTo(Code.NOTHING_TO_REVOKE);
    }

    private PolicyDocument policy() {
        return PolicyDocument.parse(bench.policy("payments/worker"));
    }

    private int writes() {
        return bench.ecr.history(SeedRegistry.west("payments/worker")).size();
    }
}
