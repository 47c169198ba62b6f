package dev.ecrbot.aws;

import dev.ecrbot.desk.live.PolicyScope;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.FleetReader;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.ecr.model.RepositoryCreationTemplate;
import software.amazon.awssdk.services.ecr.model.Tag;

/** Reads for a crawl, with clients that repeat nothing. Thread-safe. */
final class AwsFleet implements FleetReader {
    private static final int PAGE = 1000;
    private static final Set<Operation> NAMING =
            Set.of(Operation.DESCRIBE_REPOSITORIES, Operation.DESCRIBE_PULL_THROUGH_CACHE_RULES);

    private final Function<PolicyHolder, RegionalEcr> places;
    private final Supplier<CallTimeout> span;

    /** @param places finds where to call; its clients for reading must not repeat what failed */
    AwsFleet(Function<PolicyHolder, RegionalEcr> places, Supplier<CallTimeout> span) {
        this.places = places;
        this.span = span;
    }

    @Override
    public Listing list(RegionalRegistry registry, Optional<String> token) {
        return calling(registry, Operation.DESCRIBE_REPOSITORIES, (ecr, settings) -> {
            var page = ecr.reading()
                    .describeRepositories(
                            describe -> describe.registryId(registry.account().value())
                                    .maxResults(PAGE)
                                    .nextToken(token.orElse(null))
                                    .overrideConfiguration(settings));
            List<RepositoryName> names = page.repositories().stream()
                    .flatMap(repository -> Optional.ofNullable(repository.repositoryName()).stream())
                    .flatMap(name -> RepositoryName.parse(name).stream())
                    .toList();
            return new Listing(names, Optional.ofNullable(page.nextToken()));
        });
    }

    @Override
    public PolicyDocument policy(PolicyHolder holder) {
        var calls = PolicyCalls.of(holder);
        return calling(holder, calls.get(), (ecr, settings) -> {
            var call = Call.on(holder, ecr.registry(), calls.get());
            try {
                String text = calls.get(ecr.reading(), settings).text();
                if (text == null) {
                    throw new ProblemException(Refusals.hollow(call));
                }
                return PolicyReader.parsed(text, call);
            } catch (EcrException e) {
                if (calls.none().isInstance(e)) {
                    return PolicyDocument.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public boolean decidesOnImages(RegionalRegistry registry) {
        return new ScopeReader(span.get()).scope(places.apply(registry), registry) != PolicyScope.V1;
    }

    @Override
    public Map<String, String> tags(Repository repository) {
        return calling(repository, Operation.LIST_TAGS_FOR_RESOURCE, (ecr, settings) -> {
            var tags = new HashMap<String, String>();
            for (Tag tag : ecr.reading()
                    .listTagsForResource(
                            list -> list.resourceArn(repository.arn()).overrideConfiguration(settings))
                    .tags()) {
                if (tag.key() != null && tag.value() != null) {
                    tags.put(tag.key(), tag.value());
                }
            }
            return tags;
        });
    }

    @Override
    public List<CreationTemplate> templates(RegionalRegistry registry) {
        return calling(registry, Operation.DESCRIBE_REPOSITORY_CREATION_TEMPLATES, (ecr, settings) -> {
            var templates = new ArrayList<CreationTemplate>();
            ecr.reading()
                    .describeRepositoryCreationTemplatesPaginator(
                            describe -> describe.maxResults(PAGE).overrideConfiguration(settings))
                    .repositoryCreationTemplates()
                    .forEach(template -> templates.add(template(template)));
            return templates;
        });
    }

    private static CreationTemplate template(RepositoryCreationTemplate template) {
        String policy = text(template.repositoryPolicy());
        return new CreationTemplate(
                text(template.prefix()),
                new HashSet<>(template.appliedForAsStrings()),
                policy.isBlank() ? PolicyDocument.empty() : PolicyDocument.parse(policy));
    }

    @Override
    public List<PullThroughRule> pullThroughRules(RegionalRegistry registry) {
        return calling(registry, Operation.DESCRIBE_PULL_THROUGH_CACHE_RULES, (ecr, settings) -> {
            var rules = new ArrayList<PullThroughRule>();
            ecr.reading()
                    .describePullThroughCacheRulesPaginator(
                            describe -> describe.registryId(registry.account().value())
                                    .maxResults(PAGE)
                                    .overrideConfiguration(settings))
                    .pullThroughCacheRules()
                    .forEach(rule -> rules.add(new PullThroughRule(
                            text(rule.ecrRepositoryPrefix()),
                            text(rule.upstreamRegistryUrl()),
                            Optional.ofNullable(rule.customRoleArn()))));
            return rules;
        });
    }

    @Override
    public List<dev.ecrbot.index.ReplicationRule> replication(RegionalRegistry registry) {
        return calling(registry, Operation.DESCRIBE_REGISTRY, (ecr, settings) -> {
            var found = ecr.reading().describeRegistry(describe -> describe.overrideConfiguration(settings));
            return Optional.ofNullable(found.replicationConfiguration())
                    .map(configuration -> configuration.rules().stream()
                            .map(AwsFleet::replication)
                            .toList())
                    .orElse(List.of());
        });
    }

    private static dev.ecrbot.index.ReplicationRule replication(
            software.amazon.awssdk.services.ecr.model.ReplicationRule rule) {
        return new dev.ecrbot.index.ReplicationRule(
                rule.destinations().stream()
                        .flatMap(to -> AccountId.parse(text(to.registryId()))
                                .flatMap(account -> Region.parse(text(to.region()))
                                        .map(region -> new RegionalRegistry(account, region)))
                                .stream())
                        .toList(),
                rule.repositoryFilters().stream()
                        .map(filter -> text(filter.filter()))
                        .toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private <T> T calling(
            PolicyHolder about,
            Operation operation,
            BiFunction<RegionalEcr, AwsRequestOverrideConfiguration, T> calls) {
        RegionalEcr ecr = places.apply(about);
        Call call = about instanceof RegionalRegistry && operation == Operation.DESCRIBE_REPOSITORIES
                ? Call.on(ecr.registry(), about.region(), operation)
                : Call.on(about, ecr.registry(), operation);
        // The calls that name no registry are about the one of the caller's own account.
        boolean names = NAMING.contains(operation);
        try {
            var deadline = Deadline.in(span.get().whole());
            Duration attempt = span.get().attempt();
            return calls.apply(ecr, names ? ecr.within(deadline, attempt) : ecr.within(about, deadline, attempt));
        } catch (ProblemException told) {
            throw told;
        } catch (RuntimeException e) {
            throw new ProblemException(Refusals.of(e, call));
        }
    }
}
