package dev.ecrbot.sandbox.ecr;

import java.time.Instant;
import java.util.List;

/** An image in a repository. */
public record Image(String digest, List<String> tags, Instant pushedAt) {
    public Image {
        tags = List.copyOf(tags);
    }
}
