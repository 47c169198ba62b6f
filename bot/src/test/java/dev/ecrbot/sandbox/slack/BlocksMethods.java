package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.sandbox.slack.blocks.Blocks;
import dev.ecrbot.sandbox.slack.blocks.Surface;
import java.util.Map;

/** {@code blocks.validate}: whether a message would be taken. */
final class BlocksMethods {
    Map<String, ApiMethod> methods() {
        return Map.of("blocks.validate", BlocksMethods::validate);
    }

    private static ObjectNode validate(Args args) {
        JsonNode blocks =
                args.tree("blocks", "invalid_blocks_format").orElseThrow(() -> new SlackError("invalid_arguments"));
        try {
            Blocks.accept(blocks, Surface.MESSAGE);
            return Json.object();
        } catch (SlackError e) {
            throw new SlackError(e.error());
        }
    }
}
