package dev.ecrbot.aws;

import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.live.WriteAnswer.Again;
import dev.ecrbot.desk.live.WriteAnswer.Lost;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.ecr.model.EcrResponse;

/** Replaces or deletes a policy, sent once. */
final class PolicyWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyWriter.class);

    private final CallTimeout timeout;

    PolicyWriter(CallTimeout timeout) {
        this.timeout = timeout;
    }

    WriteAnswer write(RegionalEcr ecr, PolicyHolder holder, PolicyDocument proposed, Principal asked, OnBehalf behalf) {
        var calls = PolicyCalls.of(holder);
        var call = Call.on(holder, ecr.registry(), proposed.isEmpty() ? calls.delete() : calls.put());
        try {
            var settings = ecr.writing(holder, behalf, timeout);
            return proposed.isEmpty()
                    ? deleted(calls, ecr, settings, call)
                    : taken(calls.put(ecr.writing(), proposed.text(), settings), call);
        } catch (ProblemException noCredentials) {
            var why = noCredentials.problem();
            return new NotTaken(why, "", why.code().mayPass() ? Again.LATER : Again.NEVER);
        } catch (RuntimeException e) {
            LOG.warn("{} of {} failed: {}", call.operation(), holder, FailureText.of(e));
            return failed(e, call, new Suspects(call, holder.region(), proposed, asked));
        }
    }

    private static WriteAnswer deleted(
            PolicyCalls calls, RegionalEcr ecr, AwsRequestOverrideConfiguration settings, Call call) {
        try {
            return taken(calls.delete(ecr.writing(), settings), call);
        } catch (EcrException e) {
            if (calls.none().isInstance(e)) {
                return new Taken(FailureText.requestId(e));
            }
            throw e;
        }
    }

    /** A 200 that lacks the stored text, as an empty page from a proxy does, is not AWS's yes. */
    private static WriteAnswer taken(PolicyCalls.Answer answer, Call call) {
        return answer.text() == null
                ? new Lost(Refusals.lost(call, CallWords.noPolicyText()))
                : new Taken(requestId(answer.response()));
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
            return new NotTaken(problem, FailureText.requestId(answer), again(answer, suspects));
        }
        return new NotTaken(Refusals.of(failure, call), "", Again.LATER);
    }

    private static Again again(AwsServiceException answer, Suspects suspects) {
        if (RetryUtils.isThrottlingException(answer)) {
            return Again.LATER;
        }
        return suspects.mayAppear(answer) ? Again.SOON : Again.NEVER;
    }
}
