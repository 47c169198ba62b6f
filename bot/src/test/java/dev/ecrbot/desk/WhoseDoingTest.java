package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose doing a write is, which AWS is told beside it, whatever way there was to it. */
final class WhoseDoingTest {
    private static final String RULE = """
              - name: all
                repositories: ["*"]
                access: [pull, push]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;

    private DeskBench bench = new DeskBench(RULE);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whoAskedAndWhoApproved() {
        Request request = bench.applied("grant pull payments/api sales ci-deployer for 7d");
        is(request, Optional.of(DeskBench.RITA), Optional.of(DeskBench.AMIR));
        assertThat(OnBehalf.of(bench.now(request)).byRule()).isFalse();
    }

    @Test
    void nobodyDecidedWhatARuleApproved() {
        bench.close();
        bench = new DeskBench(RULE + "    auto_approve: {for_at_most: 7d, per_day: 3}\n");
        bench.applied("grant push payments/worker sales role2-1 for 7d");
        Request request = filed("grant pull payments/worker sales ci-deployer for 7d");
        is(request, Optional.of(DeskBench.RITA), Optional.empty());
        assertThat(OnBehalf.of(bench.now(request)).byRule()).isTrue();
        bench.work();
    }

    @Test
    void whoeverBreaksTheGlassDecidesAlone() {
        bench.close();
        bench = new DeskBench(RULE + "    breakglass: {people: [U0REQUESTER], for: 4h, review_within: 1h, per_day: 3,"
                + " channel: C0SECURITY}\n");
        Request request = filed("breakglass pull payments/api sales ci-deployer because production is down");
        is(request, Optional.of(DeskBench.RITA), Optional.of(DeskBench.RITA));
        bench.work();
    }

    private Request filed(String line) {
        return ((Answer.Filed) bench.types(DeskBench.RITA, line)).request();
    }

    private void is(Request request, Optional<PersonId> asked, Optional<PersonId> decided) {
        assertThat(OnBehalf.of(bench.now(request)))
                .isEqualTo(new OnBehalf(request.id().value(), asked, decided));
    }
}
