package dev.ecrbot.slack.web;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the slash command is called in this workspace. Everywhere else it is {@code /ecr}; it gets its name where texts leave for
 * Slack, and loses it where they come in. That goes for whatever a text says, so a reason that speaks of {@code /ecr} is shown with
 * the name, too. Immutable.
 */
public record CommandName(String name) {
    /** What it is called unless the configuration says otherwise. */
    public static final CommandName USUAL = new CommandName("/ecr");

    private static final Gson GSON = GsonFactory.createSnakeCase();
    private static final Pattern HERE = Pattern.compile("(?<![\\w/.:-])/ecr(?![\\w/-])");
    private static final String TEXT = "text";

    /** Returns the text as it is said in this workspace. */
    public String in(String text) {
        return HERE.matcher(text).replaceAll(Matcher.quoteReplacement(name));
    }

    /** Returns what was typed without the command's name, which people paste along. */
    public String typed(String text) {
        String start = text.stripLeading();
        boolean named = start.startsWith(name)
                && (start.length() == name.length() || Character.isWhitespace(start.charAt(name.length())));
        return named ? start.substring(name.length()).stripLeading() : text;
    }

    /** Returns the blocks as JSON, with what they say as it is said in this workspace. */
    JsonElement blocks(List<LayoutBlock> blocks) {
        return in(GSON.toJsonTree(blocks, new TypeToken<List<LayoutBlock>>() {}.getType()));
    }

    /** Returns the view as JSON, with what it says as it is said in this workspace. */
    String view(View view) {
        return GSON.toJson(in(GSON.toJsonTree(view)));
    }

    private JsonElement in(JsonElement element) {
        if (equals(USUAL)) {
            return element;
        }
        if (element.isJsonArray()) {
            var items = new JsonArray();
            element.getAsJsonArray().forEach(item -> items.add(in(item)));
            return items;
        }
        if (!element.isJsonObject()) {
            return element;
        }
        var object = new JsonObject();
        for (Map.Entry<String, JsonElement> entry : element.getAsJsonObject().entrySet()) {
            JsonElement value = entry.getValue();
            // Nothing but texts is shown; values of buttons and fields come back as they are.
            boolean said = entry.getKey().equals(TEXT) && value.isJsonPrimitive();
            object.add(entry.getKey(), said ? new JsonPrimitive(in(value.getAsString())) : in(value));
        }
        return object;
    }
}
