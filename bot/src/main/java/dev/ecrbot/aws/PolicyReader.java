package dev.ecrbot.aws;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ecr.model.RepositoryPolicyNotFoundException;

/** Reads a repository's policy. */
final class PolicyReader {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyReader.class);

    private final Span span;

    PolicyReader(Span span) {
        this.span = span;
    }

    PolicyDocument read(RegionalEcr ecr, Repository repository) {
        var call = Call.on(repository, ecr.registry(), Operation.GET_REPOSITORY_POLICY);
        var settings = ecr.within(Deadline.in(span.whole()), span.attempt());
        try {
            String text = ecr.reading()
                    .getRepositoryPolicy(
                            get -> get.registryId(repository.account().value())
                                    .repositoryName(repository.name().value())
                                    .overrideConfiguration(settings))
                    .policyText();
            if (text == null) {
                throw new ProblemException(Refusals.hollow(call));
            }
            return parsed(text, call);
        } catch (RepositoryPolicyNotFoundException none) {
            return PolicyDocument.empty();
        } catch (ProblemException told) {
            throw told;
        } catch (RuntimeException e) {
            LOG.warn("{} of {} failed: {}", call.operation(), call.arn(), Telling.of(e));
            throw new ProblemException(Refusals.of(e, call));
        }
    }

    private static PolicyDocument parsed(String text, Call call) {
        try {
            return PolicyDocument.parse(text);
        } catch (ProblemException e) {
            var problem = e.problem();
            LOG.warn("the policy of {} can't be read: {}", call.arn(), problem.what());
            throw new ProblemException(
                    new Problem(problem.code(), call.subject() + " " + problem.what(), problem.next()));
        }
    }
}
