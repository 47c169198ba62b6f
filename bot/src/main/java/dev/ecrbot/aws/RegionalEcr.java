package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.ProblemException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ecr.EcrClient;

/** A registry's ECR in one Region. Thread-safe. */
record RegionalEcr(Registry registry, CallingIdentity identity, EcrClient reading, EcrClient writing) {

    /**
     * Returns the settings of one call: whose it is and how long it may take.
     *
     * <p>The credentials are fetched here and not inside the call, so that failing to get them is never taken for an
     * answer that got lost.
     *
     * @throws ProblemException if there are no credentials
     */
    AwsRequestOverrideConfiguration within(Deadline deadline, Duration attempt) {
        return within(identity.credentials(), deadline, attempt);
    }

    /**
     * As {@link #within(Deadline, Duration)}, for calls about this holder's policy.
     *
     * @throws ProblemException also if the holder is a registry that isn't the caller's own
     */
    AwsRequestOverrideConfiguration within(PolicyHolder holder, Deadline deadline, Duration attempt) {
        var whose = holder instanceof RegionalRegistry ? identity.owner() : identity.credentials();
        return within(whose, deadline, attempt);
    }

    /**
     * As the others, for writing this holder's policy. The time that it takes to get the credentials isn't the call's.
     *
     * @throws ProblemException also if STS gives no session for it
     */
    AwsRequestOverrideConfiguration writing(PolicyHolder holder, OnBehalf behalf, CallTimeout span) {
        var session = identity.writing(holder, behalf);
        return within(session, Deadline.in(span.whole()), span.attempt());
    }

    /** Returns the same, for reading what is to fail at once where AWS refuses it. */
    RegionalEcr withoutRepeats() {
        return new RegionalEcr(registry, identity, writing, writing);
    }

    static AwsRequestOverrideConfiguration within(
            AwsCredentialsProvider credentials, Deadline deadline, Duration attempt) {
        return AwsRequestOverrideConfiguration.builder()
                .credentialsProvider(credentials)
                .apiCallTimeout(deadline.left())
                .apiCallAttemptTimeout(attempt)
                .build();
    }
}
