package dev.ecrbot.desk.live;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Linter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what is wrong with policies, by what is configured of accounts and organizations. Thread-safe. */
public record PolicyLint(BotConfig config, Clock clock) {

    /** Returns what is wrong with a policy that stands where it belongs; nothing if there is none. */
    public List<LintFinding> of(PolicyDocument policy, PolicyHolder holder) {
        return of(policy, holder, holder instanceof Repository ? Source.REPOSITORY : Source.REGISTRY);
    }

    /** As {@link #of(PolicyDocument, PolicyHolder)}, of a policy that is to stand somewhere else. */
    public List<LintFinding> of(PolicyDocument policy, PolicyHolder holder, Source source) {
        var context = new LintContext(
                source,
                Optional.of(holder.account()),
                Optional.of(holder.region()),
                names(),
                clock.instant(),
                Optional.empty(),
                config.knownOrganizations());
        return policy.isEmpty() ? List.of() : Linter.findings(policy, context);
    }

    /** Returns the name that people know each account by. */
    private Map<AccountId, String> names() {
        return config.accounts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));
    }
}
