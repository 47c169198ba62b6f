package dev.ecrbot.aws;

import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.time.Took;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Grounds for tests: an AWS on this machine, a known identity, and no waiting. */
final class Impatient {

    private Impatient() {}

    static ClientEnvironment ground(URI endpoint) {
        return new ClientEnvironment(
                patience(new CallTimeout(Duration.ofSeconds(5), Duration.ofSeconds(10))),
                ambient(),
                Optional.of(endpoint),
                Took.unheard());
    }

    /** Returns a ground on which AWS has to answer almost at once. */
    static ClientEnvironment hurried(URI endpoint) {
        var soon = new CallTimeout(Duration.ofMillis(300), Duration.ofMillis(700));
        return new ClientEnvironment(patience(soon), ambient(), Optional.of(endpoint), Took.unheard());
    }

    private static AwsPatience patience(CallTimeout span) {
        return new AwsPatience(
                Duration.ofSeconds(2),
                span,
                span,
                span,
                Duration.ofSeconds(2),
                new AwsPatience.Pauses(BackoffStrategy.retryImmediately(), BackoffStrategy.retryImmediately()));
    }

    static AwsCredentialsProvider ambient() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalAws.ACCESS_KEY_ID, LocalAws.SECRET_ACCESS_KEY));
    }
}
