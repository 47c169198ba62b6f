package dev.ecrbot.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where a text ceases to be JSON, and which slip of those that people make is the likely one. */
final class Slip {
    static final String EMPTY = "there is nothing in it";
    static final String MORE = "more follows after the end of the JSON";

    private static final String MARK = "\ufeff";
    private static final String SMART_QUOTES = "\u201c\u201d\u201e\u2018\u2019";
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.{0,200}?)'", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("(?:Unrecognized|Non-standard) token '([^']{1,60})'");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w.]{0,60}");

    private Slip() {}

    static String told(String text, JsonProcessingException e) {
        if (text.startsWith(MARK)) {
            return "line 1, column 1: it begins with a byte order mark, which AWS doesn't take; save it as UTF-8 without one";
        }
        if (text.isBlank()) {
            return EMPTY;
        }
        int at = offset(text, e);
        return place(text, at) + ": " + likely(text, at, e);
    }

    // A word that can't stand there has been read when that is noticed.
    private static int offset(String text, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        Matcher token = TOKEN.matcher(e.getOriginalMessage());
        long read = location == null ? 0 : location.getCharOffset();
        int at = (int) Math.max(0, Math.min(read, text.length()));
        int word = token.lookingAt() ? text.lastIndexOf(token.group(1), at) : -1;
        return word < 0 ? at : word;
    }

    private static Place place(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int line = (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new Place(line, at - lineStart + 1);
    }

    private static String likely(String text, int at, JsonProcessingException e) {
        Matcher twice = TWICE.matcher(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return "it has more levels or longer numbers than a policy can need";
        }
        if (twice.find()) {
            return "the key “" + Names.clean(twice.group(1)) + "” stands there twice; keep one of them";
        }
        if (e.getOriginalMessage().startsWith(MORE)) {
            return MORE + "; keep one document";
        }
        return atCharacter(text, at).orElse("this isn't JSON");
    }

    private static Optional<String> atCharacter(String text, int at) {
        String rest = text.substring(Math.min(text.length(), at));
        if (rest.isBlank()) {
            return Optional.of("it ends before everything that was opened is closed; look for a missing quote, } or ]");
        }
        char here = rest.charAt(0);
        char before = lastBefore(text, at);
        if ((here == '}' || here == ']') && before == ',') {
            return Optional.of("there is a comma before the closing " + here + "; take the comma out");
        }
        if (here == ',' && (before == ',' || before == '[' || before == '{')) {
            return Optional.of("there is a comma too many; take it out");
        }
        if (rest.startsWith("//") || rest.startsWith("/*") || here == '#') {
            return Optional.of("JSON has no comments; take the comment out");
        }
        if (rest.startsWith("${") || rest.startsWith("%{") || rest.startsWith("{{")) {
            return Optional.of(
                    "this is an interpolation of Terraform or a template that wasn't filled in; check what it"
                            + " comes out as");
        }
        if (here == '\'' || SMART_QUOTES.indexOf(here) >= 0) {
            return Optional.of("JSON has straight double quotes only; write \" for " + here);
        }
        if (here == '"' || here == '{' || here == '[') {
            return Optional.of("a comma or a colon is missing before it");
        }
        if (here < ' ') {
            return Optional.of("a line break or control character stands inside a text; look for a missing quote");
        }
        Matcher word = WORD.matcher(rest);
        return word.lookingAt()
                ? Optional.of("“" + word.group() + "” stands there without quotes")
                : Optional.of("“" + Names.clean(String.valueOf(here)) + "” can't stand there");
    }

    private static char lastBefore(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
    }
}
