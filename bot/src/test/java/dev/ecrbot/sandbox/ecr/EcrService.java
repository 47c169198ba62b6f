package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.index.ReplicationRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What callers can do with an {@link EcrModel}. Names and texts arrive as they were sent, right or wrong; a refusal is an
 * {@link AwsError}.
 */
final class EcrService {

    private final EcrModel model;

    EcrService(EcrModel model) {
        this.model = model;
    }

    String getRepositoryPolicy(Caller caller, Place place, String name) {
        return on(ApiOperation.GET_REPOSITORY_POLICY, caller, place, name, Map.of(), () -> {
            var state = repository(place, name);
            return model.shown(state.policy).orElseThrow(() -> AwsError.noRepositoryPolicy(name, place));
        });
    }

    String setRepositoryPolicy(Caller caller, Place place, String name, String text, boolean force) {
        var arguments = Map.of("policyText", text, "force", String.valueOf(force));
        return on(
                ApiOperation.SET_REPOSITORY_POLICY,
                caller,
                place,
                name,
                arguments,
                () -> model.replacePolicy(repository(place, name).policy, text, caller, force));
    }

    String deleteRepositoryPolicy(Caller caller, Place place, String name) {
        return on(
                ApiOperation.DELETE_REPOSITORY_POLICY,
                caller,
                place,
                name,
                Map.of(),
                () -> model.removePolicy(repository(place, name).policy, caller)
                        .orElseThrow(() -> AwsError.noRepositoryPolicy(name, place)));
    }

    String getRegistryPolicy(Caller caller, Place place) {
        return on(
                ApiOperation.GET_REGISTRY_POLICY,
                caller,
                place,
                "*",
                Map.of(),
                () -> model.shown(slot(place)).orElseThrow(() -> AwsError.noRegistryPolicy(place)));
    }

    String putRegistryPolicy(Caller caller, Place place, String text) {
        return on(
                ApiOperation.PUT_REGISTRY_POLICY,
                caller,
                place,
                "*",
                Map.of("policyText", text),
                () -> model.replacePolicy(slot(place), text, caller, false));
    }

    String deleteRegistryPolicy(Caller caller, Place place) {
        return on(
                ApiOperation.DELETE_REGISTRY_POLICY,
                caller,
                place,
                "*",
                Map.of(),
                () -> model.removePolicy(slot(place), caller).orElseThrow(() -> AwsError.noRegistryPolicy(place)));
    }

    private PolicySlot slot(Place place) {
        return model.locked(() -> model.registry(place).policy);
    }

    String getAccountSetting(Caller caller, Place place, String setting) {
        return inRegistry(ApiOperation.GET_ACCOUNT_SETTING, caller, place, Map.of("name", setting), () -> {
            if (!setting.equals("REGISTRY_POLICY_SCOPE")) {
                throw AwsError.invalid("name", "Invalid account setting name");
            }
            return model.registry(place).policyScope;
        });
    }

    Page<RepositoryState> describeRepositories(
            Caller caller, Place place, List<String> names, Optional<String> token, int size) {
        var arguments = new HashMap<>(Map.of("maxResults", String.valueOf(size)));
        token.ifPresent(text -> arguments.put("nextToken", text));
        return inRegistry(ApiOperation.DESCRIBE_REPOSITORIES, caller, place, arguments, () -> {
            if (names.isEmpty()) {
                return Page.of(List.copyOf(model.registry(place).repositories.values()), token, size);
            }
            if (token.isPresent()) {
                throw AwsError.invalid("nextToken", "Member must be null when repositoryNames is specified");
            }
            return new Page<>(
                    names.stream().map(name -> repository(place, name)).toList(), Optional.empty());
        });
    }

    Page<CreationTemplate> creationTemplates(Caller caller, Place place, Optional<String> token, int size) {
        return inRegistry(
                ApiOperation.DESCRIBE_REPOSITORY_CREATION_TEMPLATES,
                caller,
                place,
                Map.of(),
                () -> Page.of(List.copyOf(model.registry(place).templates), token, size));
    }

    List<ReplicationRule> replication(Caller caller, Place place) {
        return inRegistry(
                ApiOperation.DESCRIBE_REGISTRY,
                caller,
                place,
                Map.of(),
                () -> List.copyOf(model.registry(place).replication));
    }

    Page<PullThroughRule> pullThroughRules(Caller caller, Place place, Optional<String> token, int size) {
        return inRegistry(
                ApiOperation.DESCRIBE_PULL_THROUGH_CACHE_RULES,
                caller,
                place,
                Map.of(),
                () -> Page.of(List.copyOf(model.registry(place).pullThroughRules), token, size));
    }

    Map<String, String> listTags(Caller caller, Place place, String name) {
        return on(ApiOperation.LIST_TAGS_FOR_RESOURCE, caller, place, name, Map.of(), () -> {
            var state = repository(place, name);
            return model.locked(() -> Map.copyOf(state.tags));
        });
    }

    /** Lists images; {@code tagged} keeps those with tags, or those without. */
    Page<Image> describeImages(
            Caller caller, Place place, String name, Optional<Boolean> tagged, Optional<String> token, int size) {
        var arguments = Map.of("maxResults", String.valueOf(size));
        return on(ApiOperation.DESCRIBE_IMAGES, caller, place, name, arguments, () -> {
            var state = repository(place, name);
            return model.locked(() -> Page.of(
                    state.images.stream()
                            .filter(image -> tagged.isEmpty()
                                    || tagged.get() != image.tags().isEmpty())
                            .toList(),
                    token,
                    size));
        });
    }

    private RepositoryState repository(Place place, String name) {
        if (RepositoryName.parse(name).isEmpty()) {
            throw AwsError.invalid(
                    "repositoryName",
                    "must satisfy regular expression"
                            + " '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*'");
        }
        return model.locked(() ->
                        Optional.ofNullable(model.registry(place).repositories.get(name)))
                .orElseThrow(() -> AwsError.noRepository(name, place));
    }

    private <T> T inRegistry(
            ApiOperation operation, Caller caller, Place place, Map<String, String> arguments, Supplier<T> effect) {
        return on(operation, caller, place, "*", arguments, () -> model.locked(effect));
    }

    /** Registry policies that would let other accounts in are stored but not evaluated: only the owner's people may call. */
    private <T> T on(
            ApiOperation operation,
            Caller caller,
            Place place,
            String name,
            Map<String, String> arguments,
            Supplier<T> effect) {
        var call = new ApiCall(model.now(), operation, caller, place.arn(name), arguments);
        return model.traffic().pass(call, () -> {
            if (!caller.account().equals(place.account())) {
                throw AwsError.denied(caller, operation.permission(), call.resource(), "resource-based");
            }
            if (caller.limit()
                    .filter(most -> !most.allows(operation.permission(), call.resource(), place.region()))
                    .isPresent()) {
                throw AwsError.denied(caller, operation.permission(), call.resource(), "session");
            }
            return effect.get();
        });
    }
}
