package dev.ecrbot.desk.answer;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.PullThroughRule;
import java.util.Optional;

/**
 * A repository that was looked at.
 *
 * @param exists whether it is there; otherwise what is said of it holds if it were made now
 * @param meant what to do about a name that isn't there, a repository with a like name for example
 * @param doubt what couldn't be found out, as a sentence or two
 * @param templates whether it is known from which templates it can be made; of no interest where it exists
 * @param filled the rule by which it would be made once somebody pulls from it
 */
public record Place(
        Repository repository,
        boolean exists,
        Optional<String> meant,
        Optional<String> doubt,
        boolean templates,
        Optional<PullThroughRule> filled) {}
