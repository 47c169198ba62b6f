package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Problem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists with commas stand for each of the things in them, where lists are meant, and nowhere else. */
final class ChangeListsTest {

    @Test
    void eachRepositoryAccountAndRoleIsCombinedWithEach() {
        Several several = several("grant pull payments/api,payments/worker sales,finance ci,cd for 7d because x");
        assertThat(several.changes())
                .hasSize(8)
                .doesNotHaveDuplicates()
                .allSatisfy(grant -> assertThat(grant.reason()).contains("x"))
                .extracting(grant ->
                        grant.target().target().text() + " " + grant.principal().text())
                .contains(
                        "payments/api arn:aws:iam::222222222222:role/ci",
                        "payments/worker arn:aws:iam::333333333333:role/cd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/api,payments/worker sales",
                "grant pull payments/api sales,finance",
                "grant pull payments/api sales ci,cd until 2026-12-31 because it's late",
                "grant push payments/api arn:aws:iam::222222222222:role/ci,arn:aws:iam::222222222222:role/cd for 8h",
                "grant pull \"payments/api\" sales user/anna,user/ben",
                "grant pull central/us-west-2:payments/api,payments/worker sales"
            })
    void whatItSaysIsReadAgainAsTheSame(String typed) {
        Several several = several(typed);
        assertThat(Here.understood(Here.PARSER, several.text())).isEqualTo(several);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/api arn:aws:iam::222222222222:role/ci,cd",
                "grant pull payments/api sales ci because a, b,c and payments/worker,sales",
                "grant pull payments/api sales ci for 7d because payments/api,payments/worker"
            })
    void whatIsNoListIsOneGrant(String typed) {
        assertThat(Here.understood(Here.PARSER, typed)).isInstanceOf(Command.Grant.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/api, payments/worker sales ci",
                "grant pull payments/api ,payments/worker sales ci",
                "grant pull payments/api, sales ci",
                "grant pull payments/api sales, ci",
                "grant pull payments/api sales , ci",
                "grant pull payments/api sales ci,",
                "grant pull payments/api sales \"ci,cd\"",
                "grant pull payments/api,, sales",
                "grant pull , sales",
                "grant pull,push payments/api sales",
                "grant pull payments/api sales,,finance ci",
                "grant pull payments/api,payments/api sales",
                "grant pull payments/api,payments/* sales",
                "grant own pull payments/api,payments/worker sales",
                "grant instead pull payments/api,payments/worker sales",
                "grant pull payments/{api,worker} sales",
                "grant pull payments/api sales,arn:aws:iam::222222222222:role/ci",
                "grant pull payments/api,payments/worker nobody ci",
                "revoke pull,push payments/api sales",
                "revoke all payments/api,payments/* sales",
                "revoke all payments/api,payments/worker sales for 7d",
                "status payments/api,payments/worker",
                "who pull payments/api,payments/worker",
                "extend req-00000001,req-00000002 for 7d",
                "end req-00000001,req-00000002",
                "cancel req-00000001,req-00000002",
                "undo req-00000001,req-00000002"
            })
    void whatMayBeMeantOtherwiseIsRefused(String typed) {
        Problem problem = Here.misunderstood(Here.PARSER, typed);
        assertThat(problem.text()).hasSizeLessThan(600);
    }

    @Test
    void soManyAndNoMore() {
        assertThat(several("grant pull " + repositories(20) + " sales").changes())
                .hasSize(20);
        assertThat(Here.misunderstood(Here.PARSER, "grant pull " + repositories(21) + " sales")
                        .text())
                .contains("21 grants", "at most 20");
        assertThat(Here.misunderstood(Here.PARSER, "grant pull " + repositories(11) + " sales,finance")
                        .text())
                .contains("22 grants");
    }

    @Test
    void revocationsToo() {
        Several several = several("revoke all payments/api,payments/worker sales ci,cd because clean-up");
        assertThat(several.changes())
                .extracting(Command::text)
                .containsExactly(
                        "revoke all central/us-west-2:payments/api arn:aws:iam::222222222222:role/ci because clean-up",
                        "revoke all central/us-west-2:payments/api arn:aws:iam::222222222222:role/cd because clean-up",
                        "revoke all central/us-west-2:payments/worker arn:aws:iam::222222222222:role/ci because clean-up",
                        "revoke all central/us-west-2:payments/worker arn:aws:iam::222222222222:role/cd because clean-up");
        assertThat(Here.understood(Here.PARSER, several.text())).isEqualTo(several);
        assertThat(Here.misunderstood(Here.PARSER, "revoke all " + repositories(21) + " sales")
                        .text())
                .contains("21 revocations", "at most 20");
    }

    private static String repositories(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> "payments/r" + number)
                .collect(Collectors.joining(","));
    }

    private static Several several(String typed) {
        Command command = Here.understood(Here.PARSER, typed);
        assertThat(command).isInstanceOf(Several.class);
        return (Several) command;
    }
}
