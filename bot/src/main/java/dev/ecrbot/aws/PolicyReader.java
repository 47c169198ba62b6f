package dev.ecrbot.aws;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.AwsProblems;
import dev.ecrbot.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a policy. */
final class PolicyReader {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyReader.class);

    private final CallTimeout span;

    PolicyReader(CallTimeout span) {
        this.span = span;
    }

    PolicyDocument read(RegionalEcr ecr, PolicyHolder holder) {
        var calls = PolicyCalls.of(holder);
        var call = Call.on(holder, ecr.registry(), calls.get());
        var settings = ecr.within(holder, Deadline.in(span.whole()), span.attempt());
        try {
            String text = calls.get(ecr.reading(), settings).text();
            if (text == null) {
                throw new ProblemException(Refusals.hollow(call));
            }
            return parsed(text, call);
        } catch (ProblemException told) {
            throw told;
        } catch (RuntimeException e) {
            if (calls.none().isInstance(e)) {
                return PolicyDocument.empty();
            }
            LOG.warn("{} of {} failed: {}", call.operation(), holder, FailureText.of(e));
            throw new ProblemException(Refusals.of(e, call));
        }
    }

    /** Returns the policy; a problem that names the call where it can't be read. */
    static PolicyDocument parsed(String text, Call call) {
        try {
            return PolicyDocument.parse(text);
        } catch (ProblemException e) {
            var problem = e.problem();
            LOG.warn("the policy of {} can't be read: {}", call.thing(), problem.what());
            throw new ProblemException(AwsProblems.policyUnreadable(call.subject(), problem));
        }
    }
}
