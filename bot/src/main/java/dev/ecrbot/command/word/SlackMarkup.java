package dev.ecrbot.command.word;

import java.util.List;
import java.util.Locale;

/**
 * Undoes what Slack does to typed text before a slash command gets it: links, mentions and channels in angle brackets,
 * and the escapes of {@code & < >}.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message text</a>
 */
public final class SlackMarkup {
    private static final List<String> WEB = List.of("https://", "http://");
    private static final List<String> BARE = List.of("mailto:", "tel:");

    private SlackMarkup() {}

    public static String undone(String raw) {
        // Brackets first: a bracket that a person typed is still an escape then, and can't be taken for Slack's.
        return withoutEscapes(withoutBrackets(raw));
    }

    private static String withoutBrackets(String raw) {
        var text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int open = raw.indexOf('<', at);
            int close = open < 0 ? -1 : raw.indexOf('>', open);
            if (close < 0) {
                break;
            }
            // Of several opening brackets, the last before the closing one belongs to it.
            int last = raw.lastIndexOf('<', close);
            text.append(raw, at, last).append(meaning(raw.substring(last + 1, close)));
            at = close + 1;
        }
        return text.append(raw, at, raw.length()).toString();
    }

    private static String meaning(String inside) {
        int bar = inside.indexOf('|');
        String target = bar < 0 ? inside : inside.substring(0, bar);
        String label = bar < 0 ? "" : inside.substring(bar + 1);
        if (target.isEmpty()) {
            return "<" + inside + ">";
        }
        return switch (target.charAt(0)) {
            case '@', '#' -> target.charAt(0) + (label.isEmpty() ? target.substring(1) : label);
            case '!' -> special(target, label);
            default -> link(target, label, inside);
        };
    }

    private static String special(String target, String label) {
        if (!label.isEmpty()) {
            return target.startsWith("!date") || label.startsWith("@") ? label : "@" + label;
        }
        return "@" + target.substring(target.lastIndexOf('^') + 1).replace("!", "");
    }

    private static String link(String target, String label, String inside) {
        String lower = target.toLowerCase(Locale.ROOT);
        String bare = target;
        boolean web = WEB.stream().anyMatch(lower::startsWith);
        if (web) {
            bare = target.substring(target.indexOf("//") + 2);
        } else if (BARE.stream().anyMatch(lower::startsWith)) {
            bare = target.substring(target.indexOf(':') + 1);
        } else {
            return "<" + inside + ">";
        }
        // Slack makes links of what looks like one: then the label is what was typed. Any other label hides the target.
        boolean typed = bare.equalsIgnoreCase(label) || bare.equalsIgnoreCase(label + "/");
        return typed ? label : (web ? target : bare);
    }

    private static String withoutEscapes(String text) {
        // The ampersand last, so that an escape that a person typed out stays what they typed.
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
