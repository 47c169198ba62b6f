package dev.ecrbot.ecr;

/** Every repository of a registry in a Region, there now or made later, whose name matches the pattern. */
public record MatchingRepositories(RegionalRegistry registry, NamePattern pattern) implements Target {

    @Override
    public AccountId account() {
        return registry.account();
    }

    @Override
    public Region region() {
        return registry.region();
    }

    @Override
    public String text() {
        return pattern.value();
    }

    @Override
    public String arn() {
        return "arn:" + region().partition() + ":ecr:" + region() + ":" + account() + ":repository/" + pattern;
    }

    @Override
    public RegionalRegistry holder() {
        return registry;
    }

    /** Returns it with {@code NAME} in place of each {@code *}: docker takes no capitals, so it can't be run by mistake. */
    @Override
    public String uri() {
        return host() + "/" + pattern.value().replace("*", "NAME");
    }

    @Override
    public String toString() {
        return arn();
    }
}
