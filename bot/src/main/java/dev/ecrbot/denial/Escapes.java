package dev.ecrbot.denial;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes what Slack, web pages, JSON and log collectors make of a text on its way: links in angle brackets, entities,
 * backslashes. A text can have been through several of them, in any order. Takes a time linear in the text's length.
 */
final class Escapes {
    // Possessive, and without the bracket that opens the next one: no character is looked at twice.
    private static final Pattern LINK =
            Pattern.compile("<((?:https?://|mailto:|tel:)[^|<>\\s]++)(?:\\|[^<>]*+)?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("(?:mailto|tel):", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:(lt|gt|quot|apos|nbsp)|#([0-9]{2,4})|#x([0-9a-f]{2,4}));", Pattern.CASE_INSENSITIVE);
    // From the first backslash of a run only, or a long run would be looked at from each of them.
    private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)\\\\++u([0-9a-fA-F]{4})");
    private static final Pattern BACKSLASH = Pattern.compile("(?<!\\\\)\\\\++([nrt\"'/])");
    private static final Pattern COLOUR = Pattern.compile("\\x1B\\[[0-9;]{0,20}[A-Za-z]");
    // As shells, programs and editors show the first character of a colour, or once a page has dropped it.
    private static final Pattern SHOWN_COLOUR = Pattern.compile(
            "(?:\\^\\[|(?<!\\\\)\\\\++(?:x1b|033|e)|\\u241B)?\\[[0-9;]{1,20}+m(?!\\])", Pattern.CASE_INSENSITIVE);

    private Escapes() {}

    static String undone(String raw) {
        String text = LINK.matcher(raw).replaceAll(link -> Matcher.quoteReplacement(target(link.group(1))));
        text = text.replace("&amp;", "&");
        text = ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(entity(entity)));
        text = UNICODE.matcher(text).replaceAll(code -> Matcher.quoteReplacement(character(code.group(1), 16)));
        text = BACKSLASH.matcher(text).replaceAll(code -> Matcher.quoteReplacement(escaped(code.group(1))));
        return SHOWN_COLOUR.matcher(COLOUR.matcher(text).replaceAll("")).replaceAll("");
    }

    private static String target(String link) {
        Matcher bare = BARE.matcher(link);
        return bare.lookingAt() ? link.substring(bare.end()) : link;
    }

    private static String entity(MatchResult entity) {
        if (entity.group(1) == null) {
            return entity.group(2) != null ? character(entity.group(2), 10) : character(entity.group(3), 16);
        }
        return switch (entity.group(1).toLowerCase(Locale.ROOT)) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> " ";
        };
    }

    private static String character(String digits, int radix) {
        return String.valueOf((char) Integer.parseInt(digits, radix));
    }

    private static String escaped(String letter) {
        return switch (letter) {
            case "n", "r" -> "\n";
            case "t" -> " ";
            default -> letter;
        };
    }
}
