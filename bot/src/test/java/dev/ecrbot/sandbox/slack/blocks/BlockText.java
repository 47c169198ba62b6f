package dev.ecrbot.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** What a person reads in blocks, without the looks. */
public final class BlockText {

    private BlockText() {}

    /** Returns the text of all blocks, one line for each text, field, list item and button. */
    public static String of(JsonNode blocks) {
        StringJoiner lines = new StringJoiner("\n");
        blocks.forEach(block -> add(lines, block));
        return lines.toString();
    }

    private static void add(StringJoiner lines, JsonNode node) {
        switch (node.path("type").asText()) {
            case "rich_text_section", "rich_text_preformatted", "rich_text_quote" -> lines.add(words(node));
            case "table" -> node.path("rows").forEach(row -> lines.add(row(row)));
            case "image" -> lines.add(node.path("alt_text").asText());
            case "plain_text", "mrkdwn", "markdown" ->
                lines.add(node.path("text").asText());
            default -> {
                for (String field : new String[] {"title", "label", "text", "accessory", "hint", "element"}) {
                    if (node.path(field).isObject()) {
                        add(lines, node.get(field));
                    }
                }
                node.path("fields").forEach(field -> add(lines, field));
                node.path("elements").forEach(element -> add(lines, element));
                node.path("child_blocks").forEach(child -> add(lines, child));
            }
        }
    }

    private static String row(JsonNode row) {
        StringJoiner cells = new StringJoiner(" | ");
        row.forEach(cell -> cells.add(cell.path("text").asText()));
        return cells.toString();
    }

    private static String words(JsonNode parent) {
        StringBuilder text = new StringBuilder();
        for (JsonNode word : parent.path("elements")) {
            text.append(
                    switch (word.path("type").asText()) {
                        case "user" -> "<@" + word.path("user_id").asText() + ">";
                        case "usergroup" ->
                            "<!subteam^" + word.path("usergroup_id").asText() + ">";
                        case "channel" -> "<#" + word.path("channel_id").asText() + ">";
                        case "broadcast" -> "<!" + word.path("range").asText() + ">";
                        case "emoji" -> ":" + word.path("name").asText() + ":";
                        case "date" ->
                            word.path("fallback").asText(word.path("timestamp").asText());
                        case "link" -> word.path("text").asText(word.path("url").asText());
                        default -> word.path("text").asText();
                    });
        }
        return text.toString();
    }
}
