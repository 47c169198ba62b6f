package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An access word of the configuration's own, from the ask to its end. */
final class OwnWordsTest {
    private static final String RULES = """
              - name: scans
                repositories: ["payments/*"]
                access: [pull, scan]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;
    private static final String SETS = "access_sets:\n  scan: [DescribeImages, DescribeImageScanFindings]\n";

    private final DeskBench bench = new DeskBench(RULES, SETS);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isGivenExtendedAndTakenAsAnyOther() {
        var grant = bench.applied("grant scan payments/api sales ci-deployer for 7d");
        assertThat(bench.policy("payments/api"))
                .contains("EcrBotScan", "ecr:DescribeImageScanFindings")
                .doesNotContain("ecr:BatchGetImage");
        bench.applied("extend " + grant.id() + " for 14d");
        bench.applied("grant pull payments/api sales ci-deployer for 7d");
        bench.applied("revoke scan payments/api sales ci-deployer");
        assertThat(bench.policy("payments/api"))
                .contains("ecr:BatchGetImage")
                .doesNotContain("ecr:DescribeImageScanFindings");
    }

    @Test
    void isNamedWhereAWordIsMissedAndInHelp() {
        assertThat(((Answer.Guessed) bench.types(DeskBench.RITA, "grant scann payments/api sales ci-deployer for 7d"))
                        .line()
                        .text())
                .isEqualTo("grant scan payments/api sales ci-deployer for 7d");
        assertThat(bench.refused("grant look payments/api sales ci-deployer for 7d")
                        .text())
                .contains("scan");
        assertThat(bench.refused("grant push payments/api sales ci-deployer for 7d")
                        .code())
                .isEqualTo(Code.NO_RULE);
        assertThat(((Answer.Help) bench.types(DeskBench.RITA, "help grant"))
                        .page()
                        .toString())
                .contains("scan: as the configuration says: ecr:DescribeImages, ecr:DescribeImageScanFindings.");
    }
}
