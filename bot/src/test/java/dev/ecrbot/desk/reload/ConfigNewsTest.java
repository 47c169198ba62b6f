package dev.ecrbot.desk.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.DeskBench;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What channels are told of other rules. */
final class ConfigNewsTest {
    private static final Instant SINCE = Instant.parse("2026-11-30T10:00:30Z");
    private static final String HEADING = "ecr-bot uses another configuration since 2026-11-30 10:00 UTC.";
    private static final String RULE = """
              - name: web
                repositories: ["web/*"]
                access: [pull]
                to: [sales]
                requesters: [U0REQUESTER]
                approvers: [U0APPROVER1, S0OWNERS]
                approvals: 2
                channel: C0APPROVALS
                max_duration: 7d
                reason: required
            """;

    @Test
    void whoMayAskOnceAnyoneMay() {
        assertThat(lines("requesters: [U0REQUESTER]", "requesters: [anyone]"))
                .containsExactly(
                        HEADING,
                        "Now, where web decides: anyone may ask for it (pull on web/* for sales 222222222222)",
                        "Rule web has other requesters");
    }

    @Test
    void whoMayDecideAndWhoMayNoLonger() {
        assertThat(lines("[U0APPROVER1, S0OWNERS]", "[U0APPROVER1, U0NEW]"))
                .containsExactly(
                        HEADING,
                        "Now, where web decides: U0NEW may approve it (pull on web/* for sales 222222222222)",
                        "No longer, where web decided: S0OWNERS may approve it (pull on web/* for sales 222222222222)",
                        "Rule web has other approvers");
    }

    @Test
    void whoIsCalledLateAndNotListedAmongTheApprovers() {
        assertThat(lines("approvals: 2", "approvals: 2\n    escalate: {to: [U0DEPUTY], after: 2h}"))
                .contains("Rule web has other handling, and calls U0DEPUTY late, who isn't listed among its approvers:"
                        + " doctor says whether a group has them in");
        assertThat(lines("approvals: 2", "approvals: 2\n    escalate: {to: [S0OWNERS], after: 2h}"))
                .contains("Rule web has other handling");
    }

    @Test
    void whatItTakesNoLonger() {
        assertThat(lines("approvals: 2", "approvals: 1"))
                .contains(
                        "Now, where web decides: fewer approvals are enough: 1 instead of 2 (pull on web/* for sales 222222222222)");
        assertThat(lines("max_duration: 7d", "max_duration: 30d"))
                .contains(
                        "Now, where web decides: it may last longer: 30d instead of 7d (pull on web/* for sales 222222222222)");
        assertThat(lines("    max_duration: 7d\n", ""))
                .contains(
                        "Now, where web decides: it may last longer: for good instead of 7d (pull on web/* for sales 222222222222)");
        assertThat(lines("reason: required", "reason: optional"))
                .contains(
                        "Now, where web decides: no reason is needed any more (pull on web/* for sales 222222222222)");
        assertThat(lines("reason: required", "reason: required\n    revoke: immediate"))
                .contains(
                        "Now, where web decides: approvers and holders may take it away without an approval (pull on web/*)");
    }

    @Test
    void forWhomElse() {
        assertThat(lines("to: [sales]", "to: [sales, finance]\n    principals: [role]"))
                .contains(
                        "Now, where web decides: U0REQUESTER may ask for it (pull on web/* for finance 333333333333, as role)",
                        "No longer, where web decided: U0REQUESTER may ask for it (pull on web/* for sales 222222222222, as account or user)");
    }

    @Test
    void anEarlierRuleTakesRepositoriesFromALaterOne() {
        String earlier = RULE.replace("name: web", "name: api")
                .replace("web/*", "web/api")
                .replace("U0REQUESTER", "U0OTHER");
        assertThat(ConfigNewsTest.news(DeskBench.config(RULE), DeskBench.config(earlier + RULE))
                        .get("C0APPROVALS")
                        .lines())
                .contains(
                        "Now, where api decides: U0OTHER may ask for it (pull on web/api for sales 222222222222)",
                        "No longer, where web decided: U0REQUESTER may ask for it (pull on web/api for sales 222222222222)");
    }

    @Test
    void eachChannelIsToldOfItsOwnRulesAndTheFallbackChannelOfEverything() {
        String other = RULE.replace("name: web", "name: data")
                .replace("web/*", "data/*")
                .replace("C0APPROVALS", "C0DATA");
        String fallback = "slack: {fallback_channel: C0FALLBACK}\nlimits: {pending_per_person: 9}\n";
        Map<String, ConfigNews.Told> told =
                news(DeskBench.config(RULE + other), DeskBench.config(RULE + other.replace("7d", "30d"), fallback));

        assertThat(told).containsOnlyKeys("C0DATA", "C0FALLBACK");
        assertThat(told.get("C0DATA").lines()).noneMatch(line -> line.contains("limits"));
        assertThat(told.get("C0FALLBACK").lines())
                .contains(
                        "Now, where data decides: it may last longer: 30d instead of 7d (pull on data/* for sales 222222222222)")
                .contains("slack.fallback_channel changed", "limits changed");
    }

    @Test
    void nobodyIsToldOfWhatMeansNothing() {
        assertThat(news(DeskBench.config(RULE), DeskBench.config(RULE + "# a comment\n")))
                .isEmpty();
    }

    @Test
    void whoIsAMachineNowIsToldWhereRulesNameIt() {
        String rule = RULE.replace("[U0REQUESTER]", "[U0REQUESTER, \"machine:ci\"]");
        String other = RULE.replace("name: web", "name: data")
                .replace("web/*", "data/*")
                .replace("C0APPROVALS", "C0DATA");
        String fallback = "slack: {fallback_channel: C0FALLBACK}\n";
        BotConfig before =
                DeskBench.config(rule + other, fallback + machines("[\"repo:acme/pay:ref:refs/heads/main\"]", ""));
        BotConfig after = DeskBench.config(
                rule + other,
                fallback
                        + machines(
                                "[\"repo:acme/pay:ref:refs/heads/main\", \"repo:acme/pay:environment:prod\"]",
                                ", iam: \"arn:aws:iam::222222222222:role/ci\", questions: true, limits: {asks_per_day: 300}"));

        Map<String, ConfigNews.Told> told = news(before, after);
        assertThat(told).containsOnlyKeys("C0APPROVALS", "C0FALLBACK");
        assertThat(told.get("C0APPROVALS").lines())
                .containsExactly(
                        HEADING,
                        "machine:ci is now whoever has a token of https://token.example.com for repo:acme/pay:environment:prod",
                        "machine:ci is now the role ci of account 222222222222, too, as AWS proves it",
                        "machine:ci is now told how things are, as every member is",
                        "machine:ci may now ask more: 10 asks a minute, 300 a day, 120 questions a minute instead of"
                                + " 10 asks a minute, 200 a day, 120 questions a minute");
        assertThat(told.get("C0FALLBACK").lines()).contains("machines changed");
        assertThat(new ConfigNews(before, after, List.of()).summary()).contains("repo:acme/pay:environment:prod");

        assertThat(news(after, before).get("C0APPROVALS").lines())
                .containsExactly(
                        HEADING,
                        "machine:ci is no longer whoever has a token of https://token.example.com for"
                                + " repo:acme/pay:environment:prod",
                        "machine:ci is no longer the role ci of account 222222222222",
                        "machine:ci is no longer told how things are");
    }

    @Test
    void tokensOfAnotherIssuerAndForAnotherAudienceAreTold() {
        String rule = RULE.replace("[U0REQUESTER]", "[U0REQUESTER, \"machine:ci\"]");
        String main = "[\"main\"]";
        assertThat(news(
                                DeskBench.config(rule, machines(main, "")),
                                DeskBench.config(
                                        rule,
                                        machines(main, "")
                                                .replace("token.example", "other.example")
                                                .replace("https://bot.", "https://bot2.")))
                        .get("C0APPROVALS")
                        .lines())
                .containsExactly(
                        HEADING,
                        "Machines prove who they are to “https://bot2.example.com” now",
                        "machine:ci is now whoever has a token of https://other.example.com for main",
                        "machine:ci is no longer whoever has a token of https://token.example.com for main");
    }

    @Test
    void anAccessWordThatStandsForMoreIsTold() {
        String rule = RULE.replace("[pull]", "[look]");
        String set = "access_sets: {look: [DescribeImages]}\n";
        assertThat(news(DeskBench.config(rule, set), DeskBench.config(rule, set.replace("[", "[BatchGetImage, ")))
                        .get("C0APPROVALS")
                        .lines())
                .contains(
                        "Now, where web decides: look gives ecr:BatchGetImage, too (look on web/* for sales 222222222222)");
    }

    @Test
    void whoMayLookOnceNoRuleIsLeft() {
        String other = RULE.replace("name: web", "name: data").replace("web/*", "data/*");
        String narrow = other + "    viewers: [U0REQUESTER]\n";
        assertThat(news(DeskBench.config(RULE + narrow), DeskBench.config(RULE))
                        .get("C0APPROVALS")
                        .lines())
                .contains("Now, where data decided: anyone may look, since no rule is left for it (data/*)");
    }

    @Test
    void whoTakesAwayOnceAnotherRuleComesFirst() {
        String finance = RULE.replace("name: web", "name: finance")
                .replace("[sales]", "[finance]")
                .replace("U0REQUESTER", "U0FINANCE")
                .replace("U0APPROVER1, S0OWNERS", "U0CFO, U0CTO");
        assertThat(news(DeskBench.config(RULE + finance), DeskBench.config(finance + RULE))
                        .get("C0APPROVALS")
                        .lines())
                .contains(
                        "Now, where finance decides: U0FINANCE may ask to have it taken away (pull on web/*)",
                        "Now, where finance decides: U0CFO, U0CTO may approve that it is taken away (pull on web/*)");
    }

    @Test
    void looserSettingsAreToldInWords() {
        String fallback = "slack: {fallback_channel: C0FALLBACK}\n";
        BotConfig before = DeskBench.config(RULE, fallback + "limits: {pending_per_person: 9}\n");
        BotConfig after =
                DeskBench.config(RULE, fallback + "policy: {expiry_in_policy: false}\nadmins: {who: [U0ADMIN]}\n");
        assertThat(news(before, after).get("C0FALLBACK").lines())
                .contains(
                        "U0ADMIN may now look at how the bot's set-up is, with doctor",
                        "One person may now have 50 requests that wait instead of 9",
                        "Policies no longer hold the end of access that is given from now on: while no bot runs, nothing ends it");
        assertThat(news(after, before).get("C0FALLBACK").lines())
                .noneMatch(line -> line.contains("may now") || line.contains("no policy"));
    }

    @Test
    void whoWasToldOfEverythingHearsThatSomebodyElseIs() {
        BotConfig before = DeskBench.config(RULE, "slack: {fallback_channel: C0FALLBACK}\nadmins: {who: [U0ADMIN]}\n");
        String more = "admins: {who: [U0ADMIN, U0MORE]}\n";
        for (String now : List.of("slack: {fallback_channel: C0OTHER}\n", "")) {
            assertThat(news(before, DeskBench.config(RULE, now + more))
                            .get("C0FALLBACK")
                            .lines())
                    .contains(
                            "slack.fallback_channel changed",
                            "U0MORE may now look at how the bot's set-up is, with doctor");
        }
        assertThat(news(before, DeskBench.config(RULE, "slack: {fallback_channel: C0OTHER}\n" + more)))
                .containsOnlyKeys("C0FALLBACK", "C0OTHER");
    }

    @Test
    void aRuleThatApprovesForProductionByItselfSinceNothingIsMarkedSo() {
        String auto = RULE + "    auto_approve: {for_at_most: 7d, per_day: 5}\n";
        String other = RULE.replace("name: web", "name: data")
                .replace("web/*", "data/*")
                .replace("C0APPROVALS", "C0DATA");
        String production = "production: {tag: env, values: [prod, live]}\n";
        BotConfig before = DeskBench.config(auto + other, production);
        String said =
                "Now, where web decides: it approves by itself, too, where the repository's tag env is %s, which isn't"
                        + " marked as production any more";

        Map<String, ConfigNews.Told> told = news(before, DeskBench.config(auto + other));
        assertThat(told).containsOnlyKeys("C0APPROVALS");
        assertThat(told.get("C0APPROVALS").lines()).containsExactly(HEADING, said.formatted("live or prod"));
        assertThat(news(before, DeskBench.config(auto + other, production.replace("[prod, live]", "[live, blue]")))
                        .get("C0APPROVALS")
                        .lines())
                .containsExactly(HEADING, said.formatted("prod"));
        assertThat(news(before, DeskBench.config(auto + other, production.replace("env", "stage")))
                        .get("C0APPROVALS")
                        .lines())
                .containsExactly(HEADING, said.formatted("live or prod"));
        assertThat(news(DeskBench.config(auto + other), before)).isEmpty();
    }

    private static String machines(String subjects, String more) {
        return """
                machines:
                  audience: https://bot.example.com
                  identities:
                    ci: {oidc: {issuer: "https://token.example.com", subjects: %s}%s}
                """.formatted(subjects, more);
    }

    private static List<String> lines(String from, String to) {
        assertThat(RULE).contains(from);
        return news(DeskBench.config(RULE), DeskBench.config(RULE.replace(from, to)))
                .get("C0APPROVALS")
                .lines();
    }

    private static Map<String, ConfigNews.Told> news(BotConfig before, BotConfig now) {
        return new ConfigNews(before, now, List.of()).byChannel(SINCE);
    }
}
