package dev.ecrbot.aws;

import dev.ecrbot.time.Tempo;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * What the clients stand on and a test replaces.
 *
 * @param ambient the identity that the bot runs with
 * @param endpoint where to find AWS; empty for what the SDK finds itself, its environment variables included
 */
record ClientEnvironment(Patience patience, AwsCredentialsProvider ambient, Optional<URI> endpoint) {

    static ClientEnvironment standard(Tempo tempo) {
        return new ClientEnvironment(
                Patience.standard(tempo), DefaultCredentialsProvider.builder().build(), Optional.empty());
    }
}
