package dev.ecrbot.desk.sight;

import dev.ecrbot.ecr.Repository;
import java.util.List;

/**
 * Where a repository's images are copied to by replication, and where they come from. AWS copies no policies: what is given at one of
 * them isn't given at the others.
 */
public record Copies(List<Repository> to, List<Repository> from) {
    public static final Copies NONE = new Copies(List.of(), List.of());

    public Copies {
        to = List.copyOf(to);
        from = List.copyOf(from);
    }
}
