package dev.ecrbot.sandbox;

import dev.ecrbot.store.MigratedH2;
import java.net.URI;

/**
 * What the bot of a trial is configured with.
 *
 * @param storeUrl where it keeps its records
 * @param command what the slash command is called
 * @param rules the rules, as they stand in the file below {@code rules:}
 */
public record TrialConfig(boolean socketMode, String storeUrl, String command, String rules) {

    /** One rule for everything, with the sample workspace's approvers. */
    public static final String RULES = """
              - name: payments-pull
                repositories: ["payments/*"]
                access: [pull, read]
                to: [sales, finance]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
                max_duration: 30d
              - name: web-needs-two
                repositories: ["web/*"]
                access: [pull, push]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                approvals: 2
                channel: C0APPROVALS
              - name: everything-else
                repositories: ["*"]
                access: [pull, push, read, push-only]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
            """;

    /** HTTP mode, and a database in memory of its own. */
    public static TrialConfig http() {
        return new TrialConfig(false, MigratedH2.fresh(), "/ecr", RULES);
    }

    public TrialConfig bySocket() {
        return new TrialConfig(true, storeUrl, command, rules);
    }

    public TrialConfig withRules(String others) {
        return new TrialConfig(socketMode, storeUrl, command, others);
    }

    public TrialConfig storedIn(String url) {
        return new TrialConfig(socketMode, url, command, rules);
    }

    public TrialConfig called(String name) {
        return new TrialConfig(socketMode, storeUrl, name, rules);
    }

    /** Returns the whole file. */
    public String yaml(URI slackApi) {
        return """
                slack:
                  mode: %s
                  host: 127.0.0.1
                  port: 0
                  api_url: %s
                  command: %s
                registries:
                  central:
                    account: "111111111111"
                    regions: [us-west-2, eu-west-1]
                    role: arn:aws:iam::111111111111:role/ecr-bot
                    attribution: source_identity
                accounts:
                  sales: "222222222222"
                  finance: "333333333333"
                  data: "444444444444"
                  partner: "555555555555"
                organizations:
                  acme:
                    id: o-abc123def4
                    accounts: [sales]
                    paths:
                      finance: r-ab12/ou-ab12-11111111
                store:
                  url: %s
                ops:
                  host: 127.0.0.1
                  port: 0
                rules:
                """.formatted(socketMode ? "socket" : "http", slackApi, command, storeUrl) + rules;
    }
}
