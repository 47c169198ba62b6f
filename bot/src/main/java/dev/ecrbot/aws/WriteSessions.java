package dev.ecrbot.aws;

import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.ecr.PolicyHolder;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Begins a session of a registry's role for each write: it reaches one policy, and says whose doing it is. Thread-safe. */
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
        return begin(SessionPolicies.writing(holder), assume -> Attributed.put(assume, attribution, behalf));
    }

    /** Returns credentials by which IAM can be asked about the role, and nothing else be done; fails as the SDK does. */
    StaticCredentialsProvider asking() {
        return begin(SessionPolicies.asking(role), assume -> assume.roleSessionName(Attributed.BOT));
    }

    private StaticCredentialsProvider begin(String policy, Consumer<AssumeRoleRequest.Builder> named) {
        Credentials session = sts.assumeRole(assume -> {
                    assume.roleArn(role)
                            .durationSeconds(SECONDS)
                            .policy(policy)
                            .overrideConfiguration(
                                    o -> o.apiCallTimeout(span.whole()).apiCallAttemptTimeout(span.attempt()));
                    named.accept(assume);
                })
                .credentials();
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
    }
}
