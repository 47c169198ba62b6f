package dev.ecrbot.rules;

import dev.ecrbot.ecr.Malformed;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.ecr.Wildcards;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The repositories a rule is for: {@code glob}, {@code registry:glob} or {@code registry/region:glob}.
 *
 * @param registry the configured name of the registry; empty for any
 * @param region empty for any Region of the registry
 * @param glob stands for the whole name; {@code *} crosses slashes
 */
public record RepositoryPattern(Optional<String> registry, Optional<Region> region, String glob) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<registry>[a-z][a-z0-9_-]*)(?:/(?<region>[a-z0-9-]+))?:)?(?<glob>[^:]+)");
    private static final Pattern GLOB = Pattern.compile("[a-z0-9._/*-]{1,256}");

    public RepositoryPattern {
        if (!GLOB.matcher(glob).matches()) {
            throw Malformed.because(
                    "a pattern for repositories has up to 256 lower-case letters, digits, . _ - / and *", glob);
        }
        if (region.isPresent() && registry.isEmpty()) {
            throw new IllegalArgumentException("a Region stands behind a registry's name");
        }
    }

    /** Returns the pattern if the text is one. */
    public static Optional<RepositoryPattern> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || !GLOB.matcher(parts.group("glob")).matches()) {
            return Optional.empty();
        }
        Optional<String> region = Optional.ofNullable(parts.group("region"));
        Optional<Region> parsed = region.flatMap(Region::parse);
        if (region.isPresent() && parsed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RepositoryPattern(Optional.ofNullable(parts.group("registry")), parsed, parts.group("glob")));
    }

    /** Returns whether the target, in the registry of this name, is among these: a pattern with all that it can match. */
    public boolean matches(String registryName, Target target) {
        return isIn(registryName, target) && Wildcards.contain(glob, target.text());
    }

    /** Returns whether this pattern stands for all that the other one stands for. */
    public boolean contains(RepositoryPattern other) {
        return (registry.isEmpty() || registry.equals(other.registry))
                && (region.isEmpty() || region.equals(other.region))
                && Wildcards.contain(glob, other.glob);
    }

    /** Returns whether some repository can be the target, or match it, and be one of these. */
    public boolean overlaps(String registryName, Target target) {
        return isIn(registryName, target) && Wildcards.overlap(glob, target.text());
    }

    private boolean isIn(String registryName, Target target) {
        return isIn(registryName, target.region());
    }

    /** Returns whether it is for repositories there, whatever they are called. */
    public boolean isIn(String registryName, Region there) {
        return registry.map(registryName::equals).orElse(true)
                && region.map(there::equals).orElse(true);
    }

    /** Returns the pattern as it is written in the config. */
    @Override
    public String toString() {
        return registry.map(name -> name + region.map(r -> "/" + r).orElse("") + ":")
                        .orElse("")
                + glob;
    }
}
