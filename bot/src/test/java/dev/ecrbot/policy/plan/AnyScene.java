package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.holding.PlanContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies of repositories and of registries, as they are found. */
final class AnyScene {
    private AnyScene() {}

    static Arbitrary<Scene> any() {
        return Arbitraries.oneOf(dated(), scenes(false), registries(false));
    }

    static Arbitrary<Scene> dated() {
        return Arbitraries.oneOf(datedRepositories(), registries(true));
    }

    static Arbitrary<Scene> datedRepositories() {
        return scenes(true);
    }

    private static Arbitrary<Scene> scenes(boolean expiryInPolicy) {
        PlanContext context = expiryInPolicy ? Plans.context() : Plans.withoutExpiry();
        return Documents.any().map(policy -> new Scene(World.OF_REPOSITORY, policy, context));
    }

    private static Arbitrary<Scene> registries(boolean expiryInPolicy) {
        return Combinators.combine(Documents.ofRegistries(), Arbitraries.of(Documents.PATTERNS))
                .as((policy, pattern) -> new Scene(World.OF_REGISTRY, policy, Documents.on(pattern, expiryInPolicy)));
    }
}
