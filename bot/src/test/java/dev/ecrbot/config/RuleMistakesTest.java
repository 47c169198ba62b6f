package dev.ecrbot.config;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with rules, and with what has to fit them, is blamed on the line where it stands. */
final class RuleMistakesTest {

    /** What is written instead of what; the path and line that are blamed; what the text says. */
    static Stream<Arguments> replaced() {
        String approvers = "approvers: [U0APPROVER1]";
        return Stream.of(
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
        ConfigText.LEAST.with(from, to).blames(path, line, says);
    }
}
