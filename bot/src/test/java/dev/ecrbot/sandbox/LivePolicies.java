package dev.ecrbot.sandbox;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.EcrModel;
import java.util.List;

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
