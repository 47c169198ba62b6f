package dev.ecrbot.aws;

import dev.ecrbot.time.Tempo;
import dev.ecrbot.time.Took;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * What the clients stand on and a test replaces.
 *
 * @param ambient the identity that the bot runs with
 * @param endpoint where to find AWS; empty for what the SDK finds itself, its environment variables included
 * @param calls is told how long each call took
 */
record ClientEnvironment(AwsPatience patience, AwsCredentialsProvider ambient, Optional<URI> endpoint, Took calls) {

    static ClientEnvironment standard(Tempo tempo, Took calls) {
        return new ClientEnvironment(
                AwsPatience.standard(tempo),
                DefaultCredentialsProvider.builder().build(),
                Optional.empty(),
                calls);
    }
}
