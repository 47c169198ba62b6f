package dev.ecrbot.desk.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the rule that decides finds wrong is told at the field, before anything is sent. */
final class DraftsTest {
    private static final String RULES = """
              - name: pulls
                repositories: ["payments/*"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
                max_duration: 7d
                reason: required
            """;

    private final DeskBench bench = new DeskBench(RULES);

    @AfterEach
    void close() {
        bench.close();
    }

    private Map<Draft.Field, Problem> wrong(String repository, String end, String reason) {
        return bench.staff.desk().wrongAsk(new Draft("pull", repository, "sales", "ci-deployer", end, reason));
    }

    @Test
    void theEndAndTheReasonAreJudgedByTheRule() {
        assertThat(wrong("payments/api", "for 7d", "build")).isEmpty();
        assertThat(wrong("payments/api", "", "build")).isEmpty();
        assertThat(wrong("payments/api", "for 8d", "build")).hasEntrySatisfying(Draft.Field.END, problem -> {
            assertThat(problem.code()).isEqualTo(Code.DURATION_TOO_LONG);
            assertThat(problem.text())
                    .contains("7d at most", "Choose a sooner one")
                    .doesNotContain("Ask again");
        });
        assertThat(wrong("payments/api", "for 8d", ""))
                .containsOnlyKeys(Draft.Field.END, Draft.Field.REASON)
                .hasEntrySatisfying(
                        Draft.Field.REASON,
                        problem -> assertThat(problem.text()).isEqualTo("This needs a reason. Write it here."));
    }

    @Test
    void whereNoRuleDecidesNothingIsWrongWithAField() {
        assertThat(wrong("web/frontend", "for 800d", "")).isEmpty();
    }
}
