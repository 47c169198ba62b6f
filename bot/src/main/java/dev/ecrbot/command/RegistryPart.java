package dev.ecrbot.command;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RepositoryProblems;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/** Reads the part of a repository's name that says which registry and Region. */
final class RegistryPart {
    private final Names names;

    RegistryPart(Names names) {
        this.names = names;
    }

    /** Returns the default Region of the registry, where there is just one. */
    NamedRegistryRegion only() {
        return home(names.registries().keySet().iterator().next());
    }

    /**
     * Returns what {@code registry} or {@code registry/region} means, or nothing if it rather is a repository's name
     * before a tag.
     */
    Optional<NamedRegistryRegion> home(String before, String after) {
        Optional<String> whole = names.registry(before);
        if (whole.isPresent()) {
            return whole.map(this::home);
        }
        int slash = before.lastIndexOf('/');
        Optional<String> registry = slash < 0 ? Optional.empty() : names.registry(before.substring(0, slash));
        if (registry.isEmpty()) {
            return Optional.empty();
        }
        String typed = before.substring(slash + 1);
        List<Region> regions = names.registryNamed(registry.get()).regions();
        Optional<Region> region =
                regions.stream().filter(r -> r.value().equalsIgnoreCase(typed)).findFirst();
        boolean meantAsRegion = Region.parse(typed).isPresent()
                || after.contains("/")
                || Guess.near(typed, texts(regions)).isPresent();
        if (region.isEmpty() && meantAsRegion) {
            throw unknownRegion(typed, registry.get());
        }
        return region.map(r -> new NamedRegistryRegion(
                registry.get(), names.registryNamed(registry.get()).account(), r));
    }

    /** Finds the registry that a fully named repository or pattern is in. */
    TargetRef configured(Target target, String typed) {
        List<Entry<String, RegistryNames>> ofAccount = names.registries().entrySet().stream()
                .filter(e -> e.getValue().account().equals(target.account()))
                .toList();
        if (ofAccount.isEmpty()) {
            throw new ProblemException(RepositoryProblems.accountNotARegistry(
                    typed, target.account(), names.registries().keySet()));
        }
        return ofAccount.stream()
                .filter(e -> e.getValue().regions().contains(target.region()))
                .findFirst()
                .map(e -> new TargetRef(e.getKey(), target))
                .orElseThrow(() ->
                        unknownRegion(target.region().value(), ofAccount.get(0).getKey()));
    }

    /** Says that a plain name isn't enough. */
    ProblemException needed(String name) {
        if (names.registries().isEmpty()) {
            return new ProblemException(RepositoryProblems.noRegistries());
        }
        var forms =
                names.registries().keySet().stream().map(r -> r + ":" + name).toList();
        return new ProblemException(RepositoryProblems.registryNotSaid(name, forms));
    }

    /** Says that what stands before the colon isn't a registry. */
    ProblemException unknown(String before, boolean tagged) {
        String part = before.contains("/") ? before.substring(0, before.indexOf('/')) : before;
        return new ProblemException(RepositoryProblems.registryUnknown(
                part, names.registries().keySet(), tagged ? Optional.of(before) : Optional.empty()));
    }

    private ProblemException unknownRegion(String typed, String registry) {
        List<String> regions = texts(names.registryNamed(registry).regions());
        return new ProblemException(RepositoryProblems.regionUnknown(registry, typed, regions));
    }

    private NamedRegistryRegion home(String registry) {
        RegistryNames known = names.registryNamed(registry);
        return new NamedRegistryRegion(registry, known.account(), known.defaultRegion());
    }

    private static List<String> texts(List<Region> regions) {
        return regions.stream().map(Region::value).toList();
    }
}
