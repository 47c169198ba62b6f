package dev.ecrbot.slack.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text.
 *
 * @param id whether it is one of the ids looked for; everything else stays text, whatever it looks like
 */
record TextPart(String text, boolean id) {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}_/-])[A-Z0-9]+(?![\\p{L}\\p{N}_/-])");

    /** Takes a text apart, at the ids that stand in it as words of their own. */
    static List<TextPart> in(String text, Set<String> ids) {
        var parts = new ArrayList<TextPart>();
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (ids.contains(matcher.group())) {
                parts.add(new TextPart(text.substring(end, matcher.start()), false));
                parts.add(new TextPart(matcher.group(), true));
                end = matcher.end();
            }
        }
        parts.add(new TextPart(text.substring(end), false));
        return parts;
    }
}
