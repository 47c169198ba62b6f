package dev.ecrbot.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.sandbox.slack.SlackError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges a modal or a Home tab as Slack does. */
public final class ViewCheck {

    private static final int MOST_BYTES = 250_000;
    private static final Set<String> COMMON = Set.of("blocks", "private_metadata", "callback_id", "external_id");
    private static final Set<String> MODAL = Set.of(
            "blocks",
            "private_metadata",
            "callback_id",
            "external_id",
            "close",
            "submit",
            "clear_on_close",
            "notify_on_close",
            "submit_disabled");

    private ViewCheck() {}

    /** Returns the view with ids for its blocks. @throws SlackError if Slack would refuse it */
    public static ObjectNode accept(JsonNode view, String type) {
        List<String> findings = new ArrayList<>();
        Spot spot = new Spot(view, "/view", findings);
        if (!spot.type().equals(type)) {
            spot.at("type").fail("must be " + type);
        }
        if (type.equals("modal")) {
            modal(spot);
        } else {
            spot.fields(Set.of("type"), COMMON);
        }
        spot.text("private_metadata", 0, 3000);
        spot.text("callback_id", 0, 255);
        spot.text("external_id", 0, 255);
        if (!findings.isEmpty()) {
            throw new SlackError("invalid_arguments", findings);
        }
        if (view.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new SlackError("view_too_large");
        }
        ObjectNode accepted = view.deepCopy();
        accepted.set("blocks", blocks(view.path("blocks")));
        return accepted;
    }

    private static void modal(Spot view) {
        view.fields(Set.of("type", "title"), MODAL);
        TextCheck.plain(view.at("title"), 24);
        TextCheck.plain(view.at("submit"), 24);
        TextCheck.plain(view.at("close"), 24);
        view.truth("clear_on_close");
        view.truth("notify_on_close");
        for (JsonNode block : view.node().path("blocks")) {
            if (block.path("type").asText().equals("input") && !view.has("submit")) {
                view.fail("a modal with inputs must have a submit");
                return;
            }
        }
    }

    private static JsonNode blocks(JsonNode blocks) {
        try {
            return Blocks.accept(blocks, Surface.VIEW);
        } catch (SlackError e) {
            throw new SlackError("invalid_arguments", e.findings().isEmpty() ? List.of(e.error()) : e.findings());
        }
    }
}
