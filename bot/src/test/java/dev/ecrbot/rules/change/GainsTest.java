package dev.ecrbot.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of rules that ask for less than they did. */
final class GainsTest {
    private static final RegistryPlace HERE =
            new RegistryPlace("central", new AccountId("111111111111"), new Region("us-west-2"));
    private static final String RULE = """
              - name: inside
                repositories: ["payments/*"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;

    private static List<String> gained(String before, String now) {
        return RuleComparison.gained(
                        DeskBench.config(RULE + before).rules(),
                        DeskBench.config(RULE + now).rules(),
                        List.of(HERE))
                .stream()
                .map(Gain::what)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        StringEquals: {"aws:SourceVpce": vpce-1}        |                                                        | it is given without conditions instead of if aws:SourceVpce is vpce-1
        StringEquals: {"aws:SourceVpce": vpce-1}        | StringEquals: {"aws:SourceVpce": [vpce-1, vpce-2]}     | it is given if aws:SourceVpce is vpce-1 or vpce-2 instead of if aws:SourceVpce is vpce-1
        StringEquals: {"aws:SourceVpce": vpce-1}        | StringEquals: {"aws:SourceVpc": vpc-1}                 | it is given if aws:SourceVpc is vpc-1 instead of if aws:SourceVpce is vpce-1
        StringNotEquals: {"aws:SourceVpce": [vpce-1, vpce-2]} | StringNotEquals: {"aws:SourceVpce": vpce-1}      | it is given if aws:SourceVpce isn't vpce-1 instead of if aws:SourceVpce isn't vpce-1 or vpce-2
        """)
    void conditionsThatLetInMoreAreTold(String before, String now, String what) {
        assertThat(gained(conditions(before), conditions(now == null ? "" : now)))
                .containsExactly(what);
    }

    @Test
    void machinesThatMayAskOrLookAreToldWhereAnyoneCouldBefore() {
        String machines = """
                machines:
                  audience: https://ecr-bot.example.com
                  identities: {ci: {iam: "arn:aws:iam::222222222222:role/ci"}}
                """;
        String named = RULE.replace("[anyone]", "[anyone, \"machine:ci\"]") + "    viewers: [\"machine:ci\"]\n";
        assertThat(RuleComparison.gained(
                        DeskBench.config(RULE).rules(),
                        DeskBench.config(named, machines).rules(),
                        List.of(HERE)))
                .extracting(Gain::what)
                .containsExactlyInAnyOrder("machine:ci may ask for it", "machine:ci may look");
        assertThat(RuleComparison.gained(
                        DeskBench.config(named, machines).rules(),
                        DeskBench.config(RULE).rules(),
                        List.of(HERE)))
                .extracting(Gain::what)
                .containsExactly("anyone may look");
    }

    @Test
    void conditionsThatOnlyKeepMoreOutAreNoNews() {
        String one = conditions("StringEquals: {\"aws:SourceVpce\": vpce-1}");
        String two = conditions("StringEquals: {\"aws:SourceVpce\": [vpce-1, vpce-2]}");
        assertThat(gained("", one)).isEmpty();
        assertThat(gained(two, one)).isEmpty();
        assertThat(gained(one, conditions("StringEquals: {\"aws:SourceVpce\": vpce-1, \"aws:SourceVpc\": vpc-1}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        | for_at_most: 7d, per_day: 3 | the rule approves it by itself for a named role: for 7d at most, 3 a day
        for_at_most: 7d, per_day: 3 | for_at_most: 7d, per_day: 4 | the rule approves it by itself for a named role: for 7d at most, 4 a day instead of for 7d at most, 3 a day
        """)
    void whatARuleApprovesByItselfIsTold(String before, String now, String what) {
        assertThat(gained(auto(before), auto(now))).containsExactly(what);
        assertThat(gained(auto(now), auto(before))).isEmpty();
    }

    @Test
    void whoMayDecideByATagIsToldByItsValue() {
        String tagged = RULE.replace("[U0APPROVER1]", "{tag: owner, people: {pay: [U0APPROVER1], web: [S0WEB]}}");
        assertThat(between(RULE, tagged))
                .containsExactly("S0WEB may approve it where the repository's tag owner is web");
        assertThat(between(tagged, tagged.replace("[S0WEB]", "[U0APPROVER1]")))
                .containsExactly("U0APPROVER1 may approve it where the repository's tag owner is web");
        assertThat(between(tagged, RULE)).containsExactly("U0APPROVER1 may approve it");
        assertThat(between(tagged, tagged)).isEmpty();
    }

    private static List<String> between(String before, String now) {
        return RuleComparison.gained(
                        DeskBench.config(before).rules(), DeskBench.config(now).rules(), List.of(HERE))
                .stream()
                .map(Gain::what)
                .distinct()
                .toList();
    }

    @Test
    void whoMayBreakTheGlassIsTold() {
        String glass =
                "    breakglass: {people: [U0ONCALL], for: 4h, review_within: 1h, per_day: 3, channel: C0SECURITY}\n";
        String told = "U0ONCALL may have it at once in an emergency, for 1h, or for 4h once reviewed, 3 a day";
        assertThat(gained("", glass)).containsExactly(told);
        assertThat(gained(glass, glass.replace("per_day: 3", "per_day: 2"))).isEmpty();
        assertThat(gained(glass.replace("per_day: 3", "per_day: 2"), glass)).containsExactly(told);
        assertThat(gained(glass, "")).isEmpty();
    }

    @Test
    void widerLimitsAreTold() {
        String five = "    limits: {pending_per_person: 5}\n";
        assertThat(gained(five, five.replace("5", "6")))
                .containsExactly(
                        "one person may have more of it at once: 6 requests and any number of grants instead of"
                                + " 5 requests and any number of grants");
        assertThat(gained(five, five.replace("5", "4"))).isEmpty();
        assertThat(gained("", five)).isEmpty();
        assertThat(gained(five, "")).hasSize(1);
    }

    private static String auto(String terms) {
        return terms == null ? "" : "    auto_approve: {" + terms + "}\n";
    }

    private static String conditions(String lines) {
        return lines.isEmpty() ? "" : "    conditions: {" + lines + "}\n";
    }
}
