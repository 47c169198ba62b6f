package dev.ecrbot.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.sandbox.slack.SlackError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Judges blocks as Slack does, and stores them as Slack does: with an id for each that had none. */
public final class Blocks {

    /** Slack documents no limit for a whole message; this is where it was seen to refuse. */
    private static final int MOST_TEXT = 13_200;

    private static final AtomicLong IDS = new AtomicLong(1_000_000);

    private Blocks() {}

    /** Returns the blocks with their ids. @throws SlackError if Slack would refuse them */
    public static ArrayNode accept(JsonNode blocks, Surface surface) {
        if (!blocks.isArray()) {
            throw new SlackError("invalid_blocks_format");
        }
        List<String> findings = new ArrayList<>();
        Spot all = new Spot(blocks, "/blocks", findings);
        if (blocks.size() > surface.most()) {
            all.fail("no more than " + surface.most() + " items allowed");
        }
        for (int i = 0; i < blocks.size(); i++) {
            block(all.at(i), surface);
        }
        ids(all);
        markdown(all);
        tables(all);
        if (!findings.isEmpty()) {
            throw new SlackError("invalid_blocks", findings);
        }
        if (surface == Surface.MESSAGE && BlockText.of(blocks).length() > MOST_TEXT) {
            throw new SlackError("msg_blocks_too_long");
        }
        return named(blocks.deepCopy());
    }

    private static void block(Spot block, Surface surface) {
        switch (block.type()) {
            case "section" -> SectionCheck.check(block);
            case "divider" -> block.fields(Set.of("type"), Set.of("block_id"));
            case "header" -> HeaderCheck.check(block);
            case "context" -> ContextCheck.check(block);
            case "actions" -> ActionsCheck.check(block);
            case "image" -> ImageCheck.block(block);
            case "input" -> InputCheck.check(block);
            case "rich_text" -> RichTextCheck.check(block);
            case "container" -> container(block, surface);
            case "table" -> TableCheck.check(block);
            case "markdown" -> {
                if (surface == Surface.MESSAGE) {
                    MarkdownCheck.check(block);
                } else {
                    block.fail("unsupported type: markdown");
                }
            }
            default -> block.fail("unsupported type: " + block.type());
        }
        block.text("block_id", 0, 255);
    }

    private static void container(Spot block, Surface surface) {
        block.fields(
                Set.of("type", "title", "child_blocks"), Set.of("block_id", "is_collapsible", "default_collapsed"));
        TextCheck.plain(block.at("title"), 150);
        block.truth("is_collapsible");
        block.truth("default_collapsed");
        for (Spot child : block.list("child_blocks", 1, 10)) {
            if (child.type().equals("container") || child.type().equals("markdown")) {
                child.fail("unsupported type: " + child.type());
            } else {
                block(child, surface);
            }
        }
    }

    private static void ids(Spot all) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.node().size(); i++) {
            String id = all.node().get(i).path("block_id").asText();
            if (!id.isEmpty() && !seen.add(id)) {
                all.at(i).fail("`block_id` \"" + id + "\" already exists");
            }
        }
    }

    /** A message has one table at most. */
    private static void tables(Spot all) {
        int tables = 0;
        for (JsonNode block : all.node()) {
            tables += block.path("type").asText().equals("table") ? 1 : 0;
        }
        if (tables > 1) {
            all.fail("only_one_table_allowed");
        }
    }

    private static void markdown(Spot all) {
        int sum = 0;
        for (JsonNode block : all.node()) {
            sum += block.path("type").asText().equals("markdown")
                    ? block.path("text").asText().length()
                    : 0;
        }
        if (sum > MarkdownCheck.MOST) {
            all.fail("markdown blocks must be less than " + (MarkdownCheck.MOST + 1) + " characters together");
        }
    }

    private static ArrayNode named(ArrayNode blocks) {
        for (JsonNode block : blocks) {
            name((ObjectNode) block, "block_id");
            block.path("elements").forEach(Blocks::element);
            if (block.path("child_blocks") instanceof ArrayNode children) {
                named(children);
            }
            element(block.path("element"));
            element(block.path("accessory"));
        }
        return blocks;
    }

    private static void element(JsonNode element) {
        String type = element.path("type").asText();
        if (type.equals("button") || type.equals("plain_text_input")) {
            name((ObjectNode) element, "action_id");
        }
    }

    private static void name(ObjectNode node, String field) {
        if (node.path(field).asText().isEmpty()) {
            node.put(field, Long.toString(IDS.incrementAndGet(), Character.MAX_RADIX));
        }
    }
}
