package dev.ecrbot.config.rule;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.place.ReadRegistries;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.rules.RepositoryPattern;
import java.util.List;
import java.util.Optional;

/** Reads the patterns for repositories, and checks them against the registries. */
final class PatternReader {
    private final ReadRegistries registries;

    PatternReader(ReadRegistries registries) {
        this.registries = registries;
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
        return pattern;
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
