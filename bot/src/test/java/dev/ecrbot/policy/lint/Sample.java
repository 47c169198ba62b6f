package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry with what its owners know: account 111111111111 in us-west-2, the account sales, the organization acme. */
final class Sample {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private Sample() {}

    static LintContext context(Source source) {
        return new LintContext(
                source,
                Optional.of(new AccountId("111111111111")),
                Optional.of(new Region("us-west-2")),
                Map.of(new AccountId("222222222222"), "sales"),
                NOW,
                Optional.empty(),
                new Organizations(Map.of(new OrganizationId("o-abc123def4"), "acme"), Map.of()));
    }

    /** Returns the kinds of what is found in a policy that is written with single quotes, and with ’ for those in it. */
    static List<Kind> kinds(String policy, Source source) {
        return findings(policy, source).stream().map(LintFinding::kind).toList();
    }

    static List<LintFinding> findings(String policy, Source source) {
        String json = policy.replace('\'', '"').replace('\u2019', '\'');
        return Linter.findings(PolicyDocument.parse(json), context(source));
    }
}
