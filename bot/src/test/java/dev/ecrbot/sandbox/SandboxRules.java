package dev.ecrbot.sandbox;

/** Rules under which everything that the bot can do can be tried: patterns, an organization, functions, two approvers. */
final class SandboxRules {
    private static final String TERMS = """
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
            """;

    static final String ALL = """
              - name: payments-pull
                repositories: ["payments/*"]
                patterns: true
                access: [pull, read]
                to: [sales, finance, acme]
                max_duration: 30d
            """ + TERMS + """
              - name: web-needs-two
                repositories: ["web/*"]
                access: [pull, push]
                to: ["*"]
                approvals: 2
            """ + TERMS + """
              - name: everything-else
                repositories: ["*"]
                patterns: true
                access: [pull, push, read, push-only]
                to: ["*", acme]
                watch: {changes: true}
            """ + TERMS;

    private SandboxRules() {}
}
