package dev.ecrbot.command.guess;

import dev.ecrbot.command.Names;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Knows where a repository is that was named without its registry.
 *
 * @param homes tells of a name under which full names there are some
 */
record Home(Names names, Function<String, List<String>> homes) {

    /** Returns a text with the full name of the repository that it begins with; as the other. */
    Optional<String> named(String text) {
        int blank = text.indexOf(' ');
        return only(text.substring(0, blank)).map(full -> full + text.substring(blank));
    }

    /** Returns the full name of the only repository with this one; empty where one registry is configured, and needs no naming. */
    Optional<String> only(String name) {
        boolean bare = name.length() > 1 && name.indexOf(':') < 0;
        if (!bare || names.registries().size() < 2) {
            return Optional.empty();
        }
        List<String> all = homes.apply(name);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}
