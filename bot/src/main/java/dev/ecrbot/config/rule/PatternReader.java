package dev.ecrbot.config.rule;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.place.ReadRegistries;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.rules.RepositoryPattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        Optional<RepositoryPattern> pattern = RepositoryPattern.parse(text)
                .or(() -> item.wrong(
                        "takes a pattern like payments/*, central:payments/* or central/us-west-2:payments/*, of"
                                + " lower-case letters, digits, . _ - / and *",
                        text));
        pattern.ifPresent(p -> p.registry()
                .ifPresentOrElse(name -> checkRegistry(item, p, name), () -> checkNoRegistryNeeded(item, text)));
        return pattern.flatMap(p -> checkedWithin(item, p));
    }

    private Optional<RepositoryPattern> checkedWithin(Item item, RepositoryPattern pattern) {
        boolean fits = within.stream().allMatch(allowed -> allowed.stream().anyMatch(wider -> wider.contains(pattern)));
        return fits
                ? Optional.of(pattern)
                : item.wrong(
                        "is for more than this file may rule, which the main file says under include: "
                                + within.orElse(List.of()).stream()
                                        .map(RepositoryPattern::toString)
                                        .collect(Collectors.joining(", ")),
                        pattern.toString());
    }

    private void checkRegistry(Item item, RepositoryPattern pattern, String name) {
        if (!registries.declared().contains(name)) {
            String hint = Guess.near(name, registries.declared())
                    .map(near -> "did you mean “" + near + "”?")
                    .orElse("there are " + String.join(", ", registries.declared()));
            item.wrong("there is no registry “" + name + "”; " + hint);
            return;
        }
        Optional<Registry> registry = registries.named(name);
        pattern.region()
                .filter(region ->
                        registry.filter(r -> !r.regions().contains(region)).isPresent())
                .ifPresent(region -> item.wrong("registry " + name + " has no Region " + region));
    }

    private void checkNoRegistryNeeded(Item item, String text) {
        if (registries.declared().size() > 1) {
            String first = registries.declared().iterator().next();
            item.wrong("with several registries a pattern names its own: " + first + ":…", text);
        }
    }
}
