package dev.ecrbot.aws;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.ProblemException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a repository's resource tags for those who decide by them: what can't be read is a failure. */
final class TagsReader {
    private static final Logger LOG = LoggerFactory.getLogger(TagsReader.class);

    private final CallTimeout span;

    TagsReader(CallTimeout span) {
        this.span = span;
    }

    Map<String, String> tags(RegionalEcr ecr, Repository repository) {
        var call = Call.on(repository, ecr.registry(), Operation.LIST_TAGS_FOR_RESOURCE);
        try {
            return FactsReader.tags(ecr, repository, ecr.within(repository, Deadline.in(span.whole()), span.attempt()));
        } catch (RuntimeException e) {
            LOG.warn("{} of {} failed: {}", call.operation(), repository, FailureText.of(e));
            throw e instanceof ProblemException known ? known : new ProblemException(Refusals.of(e, call));
        }
    }
}
