package dev.ecrbot.config.place;

import dev.ecrbot.config.Registry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The registries as far as they could be read.
 *
 * @param declared every name that the file has, so that a mistake in one is not reported again wherever it is used
 */
public record ReadRegistries(Set<String> declared, List<Registry> valid) {

    public Optional<Registry> named(String name) {
        return valid.stream().filter(registry -> registry.name().equals(name)).findFirst();
    }
}
