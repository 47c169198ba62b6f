package dev.ecrbot.sandbox;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import java.util.Optional;

/** The local ECR's policies, for the page. */
final class LivePolicies implements PolicySource {
    private final EcrModel ecr;

    LivePolicies(EcrModel ecr) {
        this.ecr = ecr;
    }

    @Override
    public List<RepositoryView> repositories() {
        return ecr.repositories().stream().map(this::view).toList();
    }

    /** Before the bot has looked at any, it is the one that the first example is about. */
    @Override
    public Optional<String> asked() {
        List<ApiCall> reads = ecr.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY);
        return Optional.of(
                reads.isEmpty()
                        ? SeedRegistry.west("payments/api").arn()
                        : reads.get(reads.size() - 1).resource());
    }

    private RepositoryView view(Repository repository) {
        return new RepositoryView(
                repository.arn(),
                repository.name() + " (" + repository.region() + ")",
                ecr.policy(repository).orElse(""),
                List.of());
    }

    @Override
    public void onChange(Runnable listener) {
        ecr.onPolicyChange(change -> listener.run());
    }
}
