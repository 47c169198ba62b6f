package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.FleetReader;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.index.ReplicationRule;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a crawl reads through, straight on the model; keeps the contract that the real adapter keeps. */
public final class ModelFleet implements FleetReader {
    private final EcrService service;
    private final int page;

    public ModelFleet(EcrModel model) {
        this(model, 1000);
    }

    /** One that lists so many repositories at a time. */
    public ModelFleet(EcrModel model, int page) {
        this.service = new EcrService(model);
        this.page = page;
    }

    @Override
    public Listing list(RegionalRegistry registry, Optional<String> token) {
        return told(registry, () -> {
            var part = service.describeRepositories(caller(registry), Place.of(registry), List.of(), token, page);
            return new Listing(
                    part.items().stream().map(state -> state.repository.name()).toList(), part.nextToken());
        });
    }

    @Override
    public PolicyDocument policy(PolicyHolder holder) {
        try {
            return told(
                    holder,
                    () -> PolicyDocument.parse(
                            holder instanceof Repository
                                    ? service.getRepositoryPolicy(caller(holder), Place.of(holder), holder.key())
                                    : service.getRegistryPolicy(caller(holder), Place.of(holder))));
        } catch (NoPolicy none) {
            return PolicyDocument.empty();
        }
    }

    @Override
    public Map<String, String> tags(Repository repository) {
        return told(
                repository,
                () -> service.listTags(
                        caller(repository),
                        Place.of(repository),
                        repository.name().value()));
    }

    @Override
    public boolean decidesOnImages(RegionalRegistry registry) {
        return told(
                registry,
                () -> !service.getAccountSetting(caller(registry), Place.of(registry), "REGISTRY_POLICY_SCOPE")
                        .equals("V1"));
    }

    @Override
    public List<CreationTemplate> templates(RegionalRegistry registry) {
        return told(
                registry,
                () -> service.creationTemplates(caller(registry), Place.of(registry), Optional.empty(), 1000)
                        .items());
    }

    @Override
    public List<PullThroughRule> pullThroughRules(RegionalRegistry registry) {
        return told(
                registry,
                () -> service.pullThroughRules(caller(registry), Place.of(registry), Optional.empty(), 1000)
                        .items());
    }

    @Override
    public List<ReplicationRule> replication(RegionalRegistry registry) {
        return told(registry, () -> service.replication(caller(registry), Place.of(registry)));
    }

    private static final class NoPolicy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static <T> T told(PolicyHolder about, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsError e) {
            if (e.code().endsWith("PolicyNotFoundException")) {
                throw new NoPolicy();
            }
            throw new ProblemException(ModelProblems.of(e, about.toString()));
        } catch (BrokenAnswer e) {
            throw new ProblemException(ModelProblems.unavailable(about.toString()));
        }
    }

    private static Caller caller(PolicyHolder holder) {
        AccountId account = holder.account();
        return Caller.assumed("arn:aws:iam::" + account + ":role/ecr-bot", "ecr-bot");
    }
}
