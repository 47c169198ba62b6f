package dev.ecrbot.store.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that is only appended to: one line of JSON for each head that the chain had. For one process. */
public final class AnchorFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private Optional<Link> last = Optional.empty();

    public AnchorFile(Path file) {
        this.file = file;
    }

    /**
     * Appends the head, unless it stands there since the last time; returns once it is on the disk.
     *
     * @throws IOException if it can't be written
     */
    public synchronized void append(Link head) throws IOException {
        if (last.equals(Optional.of(head))) {
            return;
        }
        String line = JSON.createObjectNode()
                .put("position", head.position())
                .put("event", head.event())
                .put("at", head.at().toString())
                .put("hash", head.hash())
                .toString();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            // Alone on its line, whatever a full disk or a dead process has left of the one before.
            String separated = isWhole() ? line + "\n" : "\n" + line + "\n";
            var bytes = ByteBuffer.wrap(separated.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
        last = Optional.of(head);
    }

    private boolean isWhole() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() == 0) {
                return true;
            }
            var end = ByteBuffer.allocate(1);
            channel.read(end, channel.size() - 1);
            return end.get(0) == '\n';
        }
    }

    /**
     * Returns what stands in such a file. Lines that were cut off while they were written are left out.
     *
     * @throws IOException if it can't be read
     */
    public static List<Anchor> read(Path file) throws IOException {
        var anchors = new ArrayList<Anchor>();
        for (String line : Files.readAllLines(file)) {
            anchor(line).ifPresent(anchors::add);
        }
        return anchors;
    }

    private static Optional<Anchor> anchor(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return Optional.of(json)
                    .filter(node -> node.path("position").isIntegralNumber()
                            && node.path("hash").isTextual())
                    .map(node -> new Anchor(
                            node.path("position").longValue(), node.path("hash").textValue()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
