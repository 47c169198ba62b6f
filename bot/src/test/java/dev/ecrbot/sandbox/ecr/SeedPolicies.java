package dev.ecrbot.sandbox.ecr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The policies of the seeded repositories, as people wrote them. */
final class SeedPolicies {

    private SeedPolicies() {}

    static String of(String repository) {
        String resource = "/sandbox/policies/" + repository.replace('/', '-') + ".json";
        try (var in = SeedPolicies.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no policy for " + repository);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
