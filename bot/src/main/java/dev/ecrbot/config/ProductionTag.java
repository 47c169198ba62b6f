package dev.ecrbot.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tag by which repositories of production are known. What it says is shown to those who decide, and decides nothing. */
public record ProductionTag(String tag, Set<String> values) {
    public ProductionTag {
        values = Set.copyOf(values);
    }

    /** Returns the value that makes a repository with these tags one of production; empty if it isn't. */
    public Optional<String> in(Map<String, String> tags) {
        return Optional.ofNullable(tags.get(tag)).filter(values::contains);
    }
}
