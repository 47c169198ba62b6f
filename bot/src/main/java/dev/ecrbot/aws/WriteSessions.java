package dev.ecrbot.aws;

import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.ecr.PolicyHolder;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Begins a session for each write: it reaches one policy, and says whose doing it is. Thread-safe. */
final class WriteSessions {

    /** As short as STS lets a session be. */
    private static final int SECONDS = 900;

    private final String role;
    private final StsClient sts;
    private final CallTimeout span;

    WriteSessions(String role, StsClient sts, CallTimeout span) {
        this.role = role;
        this.sts = sts;
        this.span = span;
    }

    /** Returns the session's credentials; fails as the SDK does. */
    StaticCredentialsProvider begin(PolicyHolder holder, Attribution attribution, OnBehalf behalf) {
        Credentials session = sts.assumeRole(assume -> {
                    assume.roleArn(role)
                            .durationSeconds(SECONDS)
                            .policy(SessionPolicies.writing(holder))
                            .overrideConfiguration(
                                    o -> o.apiCallTimeout(span.whole()).apiCallAttemptTimeout(span.attempt()));
                    Attributed.put(assume, attribution, behalf);
                })
                .credentials();
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
    }
}
