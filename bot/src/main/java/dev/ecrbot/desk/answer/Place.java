package dev.ecrbot.desk.answer;

import dev.ecrbot.ecr.Repository;
import java.util.Optional;

/**
 * A repository that was looked at.
 *
 * @param exists whether it is there; otherwise what is said of it holds if it were made now
 * @param meant what to do about a name that isn't there, a repository with a like name for example
 * @param doubt what couldn't be found out, as a sentence or two
 */
public record Place(Repository repository, boolean exists, Optional<String> meant, Optional<String> doubt) {}
