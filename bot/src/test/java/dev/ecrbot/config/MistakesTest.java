package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MistakesTest {

    /** What is written instead of what; the path and line that are blamed; what the text says. */
    static Stream<Arguments> replaced() {
        String account = "account: \"111111111111\"";
        String regions = "[us-west-2, eu-west-1]";
        String role = account + "\n    role: ";
        String sales = "sales: \"222222222222\"";
        String approvers = "approvers: [U0APPROVER1]";
        return Stream.of(
                arguments("accounts:", "acounts:", "acounts", 5, "did you mean “accounts”"),
                arguments("accounts:", "zebra:", "zebra", 5, "known here are slack, registries, accounts"),
                arguments("channel: C", "chanel: C", "rules[0].chanel", 15, "did you mean “channel”"),
                arguments("accounts:", "? [a]\n: 1\naccounts:", "", 5, "a key that isn't text"),
                arguments(account, account + "\n    " + account, "registries.central.account", 4, "twice"),
                arguments(regions, "[us-west-2]\n  central: {}", "registries.central", 5, "twice"),
                arguments(account, "account: 111111111111", "registries.central.account", 3, "\"111111111111\""),
                arguments(account, "account: 012345670123", "registries.central.account", 3, "\"012345670123\""),
                arguments(account, "account: \"1111\"", "registries.central.account", 3, "12 digits"),
                arguments(account, "role: x", "registries.central", 3, "needs the key “account”"),
                arguments(regions, "[]", "registries.central.regions", 4, "at least one"),
                arguments(regions, "us-west-2", "registries.central.regions", 4, "takes a list"),
                arguments(regions, "[atlantis]", "registries.central.regions[0]", 4, "us-west-2"),
                arguments(regions, "[us-west-2, us-west-2]", "registries.central.regions[1]", 4, "twice"),
                arguments(regions, "[us-west-2, cn-north-1]", "registries.central.regions[1]", 4, "aws-cn"),
                arguments("  central:", "  Central One:", "registries.Central One", 2, "a name begins with"),
                arguments(
                        account,
                        account + "\n    attribution: request",
                        "registries.central.attribution",
                        4,
                        "this registry has none"),
                arguments(
                        account,
                        role + "arn:aws:iam::111111111111:role/b\n    attribution: people",
                        "registries.central.attribution",
                        5,
                        "none, request, source_identity, tags"),
                arguments(account, role + "ecr-bot", "registries.central.role", 4, "a role's ARN"),
                arguments(
                        account,
                        role + "arn:aws:iam::999999999999:role/b",
                        "registries.central.role",
                        4,
                        "account 111111111111"),
                arguments(
                        account,
                        role + "arn:aws-cn:iam::111111111111:role/b",
                        "registries.central.role",
                        4,
                        "partition aws"),
                arguments(
                        account, role + "arn:aws:iam::111111111111:user/b", "registries.central.role", 4, "role's ARN"),
                arguments(
                        "accounts:",
                        "  east: {account: \"111111111111\", regions: [eu-west-1]}\naccounts:",
                        "registries.east.regions[0]",
                        5,
                        "registry central already"),
                arguments(
                        "accounts:",
                        "  east: {account: \"999999999999\", regions: [eu-west-1]}\naccounts:",
                        "rules[0].repositories[0]",
                        11,
                        "a pattern names its own: central:"),
                arguments(sales, "222222222222: \"222222222222\"", "accounts.222222222222", 6, "a name begins with"),
                arguments(sales, "sales: 222222222222", "accounts.sales", 6, "\"222222222222\""),
                arguments(sales, "sales: \"22\"", "accounts.sales", 6, "12 digits"),
                arguments(sales, "sales: [x]", "accounts.sales", 6, "not a list"),
                arguments("name: payments-pull", "access: [pull]", "rules[0].access", 11, "twice"),
                arguments("- name: payments-pull", "- approvals: 1", "rules[0]", 9, "needs the key “name”"),
                arguments("name: payments-pull", "name: ''", "rules[0].name", 9, "blank"),
                arguments("name: payments-pull", "name: \"a\\u202eb\"", "rules[0].name", 9, "visible"),
                arguments("name: payments-pull", "name: 12", "rules[0].name", 9, "not a number"),
                arguments("[\"payments/*\"]", "[Payments/*]", "rules[0].repositories[0]", 10, "lower-case"),
                arguments("[\"payments/*\"]", "[]", "rules[0].repositories", 10, "at least one"),
                arguments("[\"payments/*\"]", "['centrl:x']", "rules[0].repositories[0]", 10, "mean “central”"),
                arguments("[\"payments/*\"]", "['zebra:x']", "rules[0].repositories[0]", 10, "there are central"),
                arguments("[\"payments/*\"]", "['central/us-east-1:x']", "rules[0].repositories[0]", 10, "no Region"),
                arguments("[\"payments/*\"]", "['central/mars:x']", "rules[0].repositories[0]", 10, "takes a pattern"),
                arguments(
                        "[U0APPROVER1]", "[U0APPROVER1]\n    notify: [anyone]", "rules[0].notify[0]", 15, "hear of it"),
                arguments(
                        "[U0APPROVER1]",
                        "[U0APPROVER1]\n    notify: [bob]",
                        "rules[0].notify[0]",
                        15,
                        "user group ids"),
                arguments("[U0APPROVER1]", "[U0APPROVER1]\n    notify: []", "rules[0].notify", 15, "at least one"),
                arguments(
                        "[U0APPROVER1]",
                        "[U0APPROVER1]\n    revoke: sometimes",
                        "rules[0].revoke",
                        15,
                        "approval or immediate"),
                arguments(
                        "[U0APPROVER1]",
                        "[U0APPROVER1]\n    request_timeout: 0h",
                        "rules[0].request_timeout",
                        15,
                        "30m, 8h"),
                arguments(
                        "rules:",
                        "slack: {fallback_channel: general}\nrules:",
                        "slack.fallback_channel",
                        8,
                        "C… or G…"),
                arguments(
                        "rules:",
                        "limits: {pending_per_person: 0}\nrules:",
                        "limits.pending_per_person",
                        8,
                        "1 or more"),
                arguments(
                        "rules:",
                        "limits: {commands_per_hour: 9}\nrules:",
                        "limits.commands_per_hour",
                        8,
                        "commands_per_minute"),
                arguments("[pull, read]", "[pull, all]", "rules[0].access[1]", 11, "push-only"),
                arguments("[pull, read]", "pull", "rules[0].access", 11, "takes a list"),
                arguments("[sales, finance]", "[sale]", "rules[0].to[0]", 12, "did you mean “sales”"),
                arguments("[sales, finance]", "[222222222222]", "rules[0].to[0]", 12, "\"222222222222\""),
                arguments("[sales, finance]", "['2222']", "rules[0].to[0]", 12, "12 digits in quotes"),
                arguments("[anyone]", "[]", "rules[0].requesters", 13, "at least one"),
                arguments("[anyone]", "anyone", "rules[0].requesters", 13, "takes a list"),
                arguments("[anyone]", "[everyone]", "rules[0].requesters[0]", 13, "or anyone"),
                arguments("[anyone]", "['@bob']", "rules[0].requesters[0]", 13, "user ids"),
                arguments("[anyone]", "[T0TEAM]", "rules[0].requesters[0]", 13, "user ids"),
                arguments(approvers, "approvers: []", "rules[0].approvers", 14, "at least one"),
                arguments(approvers, "approvers: [anyone]", "rules[0].approvers[0]", 14, "can't be an approver"),
                arguments(approvers, approvers + "\n    approvals: 0", "rules[0].approvals", 15, "1 or more"),
                arguments(approvers, approvers + "\n    approvals: 2", "rules[0].approvals", 15, "approvers is 1"),
                arguments(approvers, approvers + "\n    approvals: two", "rules[0].approvals", 15, "whole number"),
                arguments(approvers, approvers + "\n    approvals: 1.5", "rules[0].approvals", 15, "whole number"),
                arguments(approvers, approvers + "\n    self_approval: never", "rules[0].self_approval", 15, "true or"),
                arguments(approvers, approvers + "\n    principals: []", "rules[0].principals", 15, "at least one"),
                arguments(
                        approvers, approvers + "\n    principals: [group]", "rules[0].principals[0]", 15, "role, user"),
                arguments(approvers, approvers + "\n    max_duration: 30", "rules[0].max_duration", 15, "a number"),
                arguments(approvers, approvers + "\n    max_duration: 0d", "rules[0].max_duration", 15, "30m, 8h"),
                arguments(approvers, approvers + "\n    max_duration: 600w", "rules[0].max_duration", 15, "ten years"),
                arguments(approvers, approvers + "\n    max_duration: 1y", "rules[0].max_duration", 15, "30m, 8h"),
                arguments(approvers, approvers + "\n    reason: '(x'", "rules[0].reason", 15, "Unclosed group"),
                arguments(approvers, approvers + "\n    reason: yes", "rules[0].reason", 15, "not true or false"),
                arguments(approvers, approvers + "\n    reason:", "rules[0].reason", 15, "not nothing"),
                arguments(
                        approvers,
                        approvers + "\n    conditions: {StringEquals: {\"aws:SourceVpcc\": x}}",
                        "rules[0].conditions.StringEquals.aws:SourceVpcc",
                        15,
                        "Did you mean aws:SourceVpc"),
                arguments(
                        approvers,
                        approvers + "\n    conditions: {StringEqual: {\"aws:SourceVpc\": x}}",
                        "rules[0].conditions.StringEqual.aws:SourceVpc",
                        15,
                        "isn't a condition operator"),
                arguments(
                        approvers,
                        approvers + "\n    conditions: {IpAddress: {\"aws:SourceIp\": here}}",
                        "rules[0].conditions.IpAddress.aws:SourceIp",
                        15,
                        "here"),
                arguments(
                        approvers,
                        approvers + "\n    conditions: {StringEquals: {\"aws:SourceAccount\": \"222222222222\"}}",
                        "rules[0].conditions.StringEquals.aws:SourceAccount",
                        15,
                        "never have aws:SourceAccount"),
                arguments(
                        approvers,
                        approvers + "\n    conditions: {DateLessThan: {\"aws:CurrentTime\": \"2027-01-01T00:00:00Z\"}}",
                        "rules[0].conditions.DateLessThan.aws:CurrentTime",
                        15,
                        "max_duration"),
                arguments(
                        approvers,
                        approvers + "\n    conditions: {StringEquals: {\"aws:SourceVpc\": x, \"aws:sourcevpc\": y}}",
                        "rules[0].conditions",
                        15,
                        "twice"),
                arguments(
                        approvers,
                        approvers + "\n    auto_approve: {for_at_most: 7d}",
                        "rules[0].auto_approve",
                        15,
                        "needs the key “per_day”"),
                arguments(
                        approvers,
                        approvers + "\n    auto_approve: {access: [read], for_at_most: 7d, per_day: 2}",
                        "rules[0].auto_approve.access[0]",
                        15,
                        "only pull"),
                arguments(
                        approvers,
                        approvers + "\n    auto_approve: {access: [push], for_at_most: 7d, per_day: 2}",
                        "rules[0].auto_approve.access[0]",
                        15,
                        "the rule's own access"),
                arguments(approvers, "approvers: {tag: owner}", "rules[0].approvers", 14, "needs the key “people”"),
                arguments(approvers, "approvers: {tag: owner, people: {}}", "rules[0].approvers.people", 14, "nobody"),
                arguments(
                        approvers,
                        "approvers: {tag: owner, people: {pay: [anyone]}}",
                        "rules[0].approvers.people.pay[0]",
                        14,
                        "can't be an approver"),
                arguments(
                        approvers,
                        "approvers: {tag: owner, people: {pay: [U0APPROVER1]}}\n    patterns: true",
                        "rules[0].approvers",
                        14,
                        "take out patterns"),
                arguments(
                        approvers,
                        "approvers: {tag: owner, people: {pay: [U0APPROVER1, U0B]}}\n    approvals: 3",
                        "rules[0].approvals",
                        15,
                        "approvers is 2"),
                arguments(
                        approvers,
                        approvers
                                + "\n    breakglass: {people: [U0A], for: 1h, review_within: 1h, per_day: 1, channel: C0SEC}",
                        "rules[0].breakglass",
                        15,
                        "longer than “review_within”"),
                arguments(
                        approvers,
                        approvers
                                + "\n    breakglass: {people: [anyone], for: 2h, review_within: 1h, per_day: 1, channel: C0SEC}",
                        "rules[0].breakglass.people[0]",
                        15,
                        "anyone"),
                arguments("C0APPROVALS", "'#approvals'", "rules[0].channel", 15, "a channel's id"),
                arguments("C0APPROVALS", "D0DIRECT", "rules[0].channel", 15, "a channel's id"));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("replaced")
    void isReportedWithPathAndLine(String from, String to, String path, int line, String says) {
        assertThat(ConfigText.LEAST.with(from, to).mistakes()).anySatisfy(mistake -> {
            assertThat(mistake.path()).isEqualTo(path);
            assertThat(mistake.line()).isEqualTo(line);
            assertThat(mistake.text()).contains(says);
        });
    }

    /** Sections that stand behind the others, from line 16. */
    static Stream<Arguments> added() {
        return Stream.of(
                arguments("slack: x", "slack", "keys with values"),
                arguments("slack:", "slack", "not nothing"),
                arguments("slack: {mode: https}", "slack.mode", "socket or http"),
                arguments("slack: {mode: http, port: 8080}", "slack", "have to differ"),
                arguments("slack: {mode: http}\nops: {port: 3000}", "slack", "have to differ"),
                arguments("slack: {mode: http, host: 10.0.0.1}\nops: {port: 3000}", "slack", "have to differ"),
                arguments("slack: {port: 65536}", "slack.port", "0 to 65535"),
                arguments("slack: {port: -1}", "slack.port", "0 to 65535"),
                arguments("slack: {port: 010}", "slack.port", "0 to 65535"),
                arguments("slack: {port: '3000'}", "slack.port", "not a text"),
                arguments("slack: {port: 99999999999}", "slack.port", "0 to 65535"),
                arguments("slack: {api_url: 'https://slack.com/api'}", "slack.api_url", "ends with a slash"),
                arguments("slack: {api_url: 'http://slack.com/api/'}", "slack.api_url", "begin with https"),
                arguments("slack: {api_url: 'ftp://slack.com/api/'}", "slack.api_url", "https://slack.com/api/"),
                arguments("slack: {api_url: 'https://u:p@slack.com/api/'}", "slack.api_url", "takes a URL"),
                arguments("slack: {api_url: 'slack com'}", "slack.api_url", "takes a URL"),
                arguments("slack: {tocken: x}", "slack.tocken", "unknown"),
                arguments("store: {url: 'jdbc:mysql://x'}", "store.url", "jdbc:postgresql:"),
                arguments("store: {url: 'jdbc:postgresql://x/y?password=z'}", "store.url", "STORE_PASSWORD"),
                arguments("store: {url: 'jdbc:postgresql://a:b@x/y'}", "store.url", "STORE_PASSWORD"),
                arguments("store: {url: 'jdbc:h2:mem:x;PASSWORD=z'}", "store.url", "STORE_PASSWORD"),
                arguments("store: {retention: 29d}", "store.retention", "takes 30d or more"),
                arguments("store: {retention: 400}", "store.retention", "takes a text"),
                arguments("store: {retention: forever}", "store.retention", "not “forever”"),
                arguments("ops: {port: x}", "ops.port", "whole number"),
                arguments("ops: {host: \"127.0.0.1:8080\"}", "ops.host", "without a port"),
                arguments("policy: {expiry_in_policy: 1}", "policy.expiry_in_policy", "true or false"),
                arguments("policy: {reread_every: 0s}", "policy.reread_every", "like 30s, 10m or 1h"),
                arguments("policy: {reread_every: 500ms}", "policy.reread_every", "not “500ms”"),
                arguments("policy: {reread_every: 60}", "policy.reread_every", "takes a text"),
                arguments("policy: {reread_every: 2w}", "policy.reread_every", "a week at most"),
                arguments("policy: {reread_every: -5m}", "policy.reread_every", "not “-5m”"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("added")
    void isReportedInTheOtherSections(String section, String path, String says) {
        assertThat(ConfigText.LEAST.and(section + "\n").mistakes())
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.path()).isEqualTo(path);
                    assertThat(mistake.line()).isEqualTo(16);
                    assertThat(mistake.text()).contains(says);
                });
    }

    @Test
    void areReportedAllAtOnceInTheOrderOfTheirLines() {
        var mistakes = ConfigText.LEAST
                .with("C0APPROVALS", "nowhere")
                .with("us-west-2", "mars")
                .with("[anyone]", "[me, you]")
                .and("whatever: 1\n")
                .mistakes();

        assertThat(mistakes)
                .extracting(Mistake::path)
                .containsExactly(
                        "registries.central.regions[0]",
                        "rules[0].requesters[0]",
                        "rules[0].requesters[1]",
                        "rules[0].channel",
                        "whatever");
    }

    @Test
    void doNotDrawOthersAfterThem() {
        assertThat(ConfigText.LEAST
                        .with("sales: \"222222222222\"", "sales: nonsense")
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("accounts.sales");
        assertThat(ConfigText.LEAST
                        .with("\"111111111111\"", "nonsense")
                        .with("\"payments/*\"", "central:x")
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("registries.central.account");
    }

    @Test
    void areMissedNowhereIfRegistriesAndRulesAreMissing() {
        assertThat(new ConfigText("slack: {}").mistakes())
                .extracting(Mistake::text)
                .containsExactly("needs the key “registries”", "needs the key “rules”");
        assertThat(new ConfigText("registries: {}\nrules: []").mistakes())
                .extracting(Mistake::path)
                .containsExactly("registries", "rules");
    }

    @Test
    void nameTheFirstOfTwoRulesWithTheSameName() {
        ConfigText twice = ConfigText.LEAST
                .with("rules:\n  - name", "rules:\n  - &a\n    name")
                .and("  - *a\n");

        assertThat(twice.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.toString())
                        .isEqualTo("line 10, rules[1].name: stands at rules[0].name already, not “payments-pull”"));
    }

    @Test
    void sayThatAStarMeansNobodyWithoutAccounts() {
        assertThat(ConfigText.LEAST
                        .with("accounts:\n  sales: \"222222222222\"\n  finance: \"333333333333\"\n", "")
                        .with("[sales, finance]", "['*']")
                        .mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.text()).contains("none is listed"));
    }

    @Test
    void neverShowWhatATerminalWouldObey() {
        assertThat(ConfigText.LEAST.and("\"\\e[2J\\u202e\": 1\n").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.path()).isEqualTo("?[2J?"));
    }

    @Test
    void haveAnEnd() {
        assertThat(ConfigText.LEAST
                        .with("[anyone]", "[" + "x, ".repeat(5000) + "x]")
                        .mistakes())
                .hasSize(101)
                .last()
                .satisfies(mistake -> assertThat(mistake.text()).isEqualTo("and 4901 more mistakes"));
    }
}
