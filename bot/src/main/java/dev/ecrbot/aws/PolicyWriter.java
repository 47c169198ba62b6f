package dev.ecrbot.aws;

import dev.ecrbot.desk.WriteAnswer;
import dev.ecrbot.desk.WriteAnswer.Lost;
import dev.ecrbot.desk.WriteAnswer.NotTaken;
import dev.ecrbot.desk.WriteAnswer.Taken;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecr.model.EcrResponse;
import software.amazon.awssdk.services.ecr.model.RepositoryPolicyNotFoundException;

/** Replaces or deletes a repository's policy; sent again only after AWS refused it for certain. */
final class PolicyWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWriter.class);

    private final Patience patience;
    private final Pause pause;

    PolicyWriter(Patience patience, Pause pause) {
        this.patience = patience;
        this.pause = pause;
    }

    WriteAnswer write(RegionalEcr ecr, Repository repository, PolicyDocument proposed, Principal asked) {
        var operation = proposed.isEmpty() ? Operation.DELETE_REPOSITORY_POLICY : Operation.SET_REPOSITORY_POLICY;
        var call = Call.on(repository, ecr.registry(), operation);
        var suspects = new Suspects(call, repository.region(), proposed, asked);
        var deadline = Deadline.in(patience.write().whole());
        for (int sends = 1; ; sends++) {
            try {
                var settings = ecr.within(deadline, patience.write().attempt());
                return proposed.isEmpty()
                        ? delete(ecr, repository, settings, call)
                        : set(ecr, repository, proposed, settings, call);
            } catch (ProblemException noCredentials) {
                return new NotTaken(noCredentials.problem(), "");
            } catch (RuntimeException e) {
                LOG.warn("{} of {} failed: {}", operation, call.arn(), Telling.of(e));
                boolean again = sends < patience.newPrincipalSends()
                        && e instanceof AwsServiceException answer
                        && suspects.mayAppear(answer)
                        && deadline.leaves(
                                patience.newPrincipal().plus(patience.write().attempt()))
                        && paused();
                if (!again) {
                    return failed(e, call, suspects);
                }
            }
        }
    }

    private static WriteAnswer set(
            RegionalEcr ecr,
            Repository repository,
            PolicyDocument proposed,
            AwsRequestOverrideConfiguration settings,
            Call call) {
        var response = ecr.writing()
                .setRepositoryPolicy(set -> set.registryId(repository.account().value())
                        .repositoryName(repository.name().value())
                        .policyText(proposed.text())
                        .overrideConfiguration(settings));
        return taken(response, response.policyText(), call);
    }

    private static WriteAnswer delete(
            RegionalEcr ecr, Repository repository, AwsRequestOverrideConfiguration settings, Call call) {
        try {
            var response = ecr.writing()
                    .deleteRepositoryPolicy(
                            delete -> delete.registryId(repository.account().value())
                                    .repositoryName(repository.name().value())
                                    .overrideConfiguration(settings));
            return taken(response, response.policyText(), call);
        } catch (RepositoryPolicyNotFoundException gone) {
            return new Taken(Telling.requestId(gone));
        }
    }

    /** A 200 that lacks the stored text, as an empty page from a proxy does, is not AWS's yes. */
    private static WriteAnswer taken(EcrResponse response, @Nullable String stored, Call call) {
        return stored == null
                ? new Lost(Refusals.lost(call, "AWS's answer holds no policy text"))
                : new Taken(requestId(response));
    }

    private static String requestId(EcrResponse response) {
        String id = response.responseMetadata().requestId();
        return "UNKNOWN".equals(id) ? "" : id;
    }

    private static WriteAnswer failed(RuntimeException failure, Call call, Suspects suspects) {
        if (!Certainty.withoutEffect(failure)) {
            return new Lost(Refusals.lost(call, Refusals.reason(failure)));
        }
        if (failure instanceof AwsServiceException answer) {
            var problem = Suspects.any(answer) ? suspects.problem(answer) : Refusals.of(answer, call);
            return new NotTaken(problem, Telling.requestId(answer));
        }
        return new NotTaken(Refusals.of(failure, call), "");
    }

    private boolean paused() {
        try {
            pause.last(patience.newPrincipal());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
