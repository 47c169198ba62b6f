package dev.ecrbot.sandbox;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The local ECR's policies, for the page. */
final class LivePolicies implements PolicySource {
    private final EcrModel ecr;

    LivePolicies(EcrModel ecr) {
        this.ecr = ecr;
    }

    @Override
    public List<RepositoryView> repositories() {
        return Stream.concat(ecr.repositories().stream().map(this::view), registries())
                .toList();
    }

    /** A registry is shown once it has had a policy of its own. */
    private Stream<RepositoryView> registries() {
        return ecr.repositories().stream()
                .map(repository -> new RegionalRegistry(repository.account(), repository.region()))
                .distinct()
                .filter(registry -> !ecr.history(registry).isEmpty())
                .map(registry -> new RepositoryView(
                        registry.label(),
                        "registry's own (" + registry.region() + ")",
                        ecr.policy(registry).orElse(""),
                        List.of()));
    }

    /** Policies are read for the index, too, and again and again; images only for whoever asks. At first it is the one of the first example. */
    @Override
    public Optional<String> asked() {
        return ecr.traffic().calls(ApiOperation.DESCRIBE_IMAGES).stream()
                .map(ApiCall::resource)
                .reduce((first, second) -> second)
                .or(() -> Optional.of(SeedRegistry.west("payments/api").arn()));
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
