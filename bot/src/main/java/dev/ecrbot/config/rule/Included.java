package dev.ecrbot.config.rule;

import dev.ecrbot.rules.RepositoryPattern;
import java.util.List;

/**
 * Another file with rules.
 *
 * @param repositories those that its rules may be for
 */
public record Included(String file, List<RepositoryPattern> repositories) {
    public Included {
        repositories = List.copyOf(repositories);
    }
}
