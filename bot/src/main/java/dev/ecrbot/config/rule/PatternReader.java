package dev.ecrbot.config.rule;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.config.place.ReadRegistries;
import dev.ecrbot.rules.RepositoryPattern;
import java.util.List;
import java.util.Optional;

/** Reads the patterns for repositories, and checks them against the registries. */
final class PatternReader {
    private final ReadRegistries registries;
    private final Optional<List<RepositoryPattern>> within;

    PatternReader(ReadRegistries registries) {
        this(registries, Optional.empty());
    }

    /** @param within patterns for all that may be meant */
    PatternReader(ReadRegistries registries, List<RepositoryPattern> within) {
        this(registries, Optional.of(within));
    }

    private PatternReader(ReadRegistries registries, Optional<List<RepositoryPattern>> within) {
        this.registries = registries;
        this.within = within;
    }

    List<RepositoryPattern> read(Item list) {
        return list.list().stream()
                .flatMap(item -> item.text().flatMap(text -> pattern(item, text)).stream())
                .toList();
    }

    private Optional<RepositoryPattern> pattern(Item item, String text) {
        Optional<RepositoryPattern> pattern =
                RepositoryPattern.parse(text).or(() -> item.wrong(RuleMistakes.noPattern(), text));
        pattern.ifPresent(p -> p.registry()
                .ifPresentOrElse(name -> checkRegistry(item, p, name), () -> checkNoRegistryNeeded(item, text)));
        return pattern.flatMap(p -> checkedWithin(item, p));
    }

    private Optional<RepositoryPattern> checkedWithin(Item item, RepositoryPattern pattern) {
        boolean fits = within.stream().allMatch(allowed -> allowed.stream().anyMatch(wider -> wider.contains(pattern)));
        return fits
                ? Optional.of(pattern)
                : item.wrong(
                        RuleMistakes.patternTooWide(within.orElse(List.of()).stream()
                                .map(RepositoryPattern::toString)
                                .toList()),
                        pattern.toString());
    }

    private void checkRegistry(Item item, RepositoryPattern pattern, String name) {
        if (!registries.declared().contains(name)) {
            item.wrong(RuleMistakes.registryUnknown(name, registries.declared()));
            return;
        }
        Optional<Registry> registry = registries.named(name);
        pattern.region()
                .filter(region ->
                        registry.filter(r -> !r.regions().contains(region)).isPresent())
                .ifPresent(region -> item.wrong(RuleMistakes.regionUnknown(name, region)));
    }

    private void checkNoRegistryNeeded(Item item, String text) {
        if (registries.declared().size() > 1) {
            String first = registries.declared().iterator().next();
            item.wrong(RuleMistakes.registryMissing(first), text);
        }
    }
}
