package dev.ecrbot.slack.message;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Estimates how many lines blocks take on a phone, rather too many than too few. What a decision needs has to be on its first
 * screen together with the buttons; how long a name is, others decide.
 */
final class Height {
    /** So many lines are on the screen at once, without what Slack shows around a message, and without its buttons. */
    static final int SCREEN = 22;

    private static final int COLUMNS = 44;
    /** Somebody's or some group's name, as Slack shows it in place of an id. */
    private static final int MENTION = 16;

    private static final Pattern MENTIONED = Pattern.compile("<[@!#][^<>]{1,60}>");
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private Height() {}

    static int lines(List<LayoutBlock> blocks) {
        // Between each two blocks some room is left.
        return blocks.size() / 2
                + blocks.stream()
                        .mapToInt(block -> lines(GSON.toJsonTree(block)))
                        .sum();
    }

    /** Returns how much room a character takes, in small letters. */
    static int columns(int character) {
        if (character >= 0x10000) {
            return 3;
        }
        boolean wide =
                character >= 0x1100 || character == 'W' || character == 'M' || character == 'm' || character == '@';
        return wide ? 2 : 1;
    }

    static int columns(String text) {
        return text.codePoints().map(Height::columns).sum();
    }

    private static int lines(JsonElement json) {
        JsonObject block = json.getAsJsonObject();
        return switch (block.get("type").getAsString()) {
            case "rich_text", "rich_text_list" ->
                elements(block).stream().mapToInt(Height::lines).sum();
            case "rich_text_section" ->
                rows(elements(block).stream().mapToInt(Height::room).sum());
            case "header" -> rows(columns(text(block)) * 4 / 3);
            case "actions" -> 0;
            default -> rows(columns(MENTIONED.matcher(text(block)).replaceAll("x".repeat(MENTION))));
        };
    }

    private static int room(JsonElement json) {
        JsonObject element = json.getAsJsonObject();
        return switch (element.get("type").getAsString()) {
            case "text", "link" ->
                element.has("text") ? columns(element.get("text").getAsString()) : 0;
            case "date" -> columns(element.get("fallback").getAsString());
            default -> MENTION;
        };
    }

    private static List<JsonElement> elements(JsonObject block) {
        return block.getAsJsonArray("elements").asList();
    }

    private static String text(JsonObject block) {
        return block.has("text") ? block.getAsJsonObject("text").get("text").getAsString() : "";
    }

    private static int rows(int columns) {
        return Math.max(1, (columns + COLUMNS - 1) / COLUMNS);
    }
}
