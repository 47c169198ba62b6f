package dev.ecrbot.denial;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegistryHost;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import java.util.Optional;

/** What a text says of where a repository is; any part of it can be missing, cut off or masked. */
public record ImagePlace(Optional<RepositoryName> repository, Optional<AccountId> registry, Optional<Region> region) {
    static final ImagePlace UNKNOWN = new ImagePlace(Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns the repository, if all that it takes to identify it is known. */
    public Optional<Repository> whole() {
        return repository.flatMap(
                name -> registry.flatMap(account -> region.map(in -> new Repository(account, in, name))));
    }

    /** Returns the host of the registry, if account and Region are known. */
    Optional<String> host() {
        return registry.flatMap(account -> region.map(in -> new RegistryHost(account, in).plain()));
    }

    /** Returns this place with what it lacks taken from the other, unless the other is another place. */
    ImagePlace orElse(ImagePlace other) {
        boolean apart = differ(repository, other.repository)
                || differ(registry, other.registry)
                || differ(region, other.region);
        return apart
                ? this
                : new ImagePlace(
                        repository.or(other::repository), registry.or(other::registry), region.or(other::region));
    }

    private static boolean differ(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
