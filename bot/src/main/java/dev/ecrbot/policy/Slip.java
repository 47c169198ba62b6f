package dev.ecrbot.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.ecrbot.problem.phrase.JsonSlips;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where a text ceases to be JSON, and which slip of those that people make is the likely one. */
final class Slip {
    static final String EMPTY = JsonSlips.nothing();
    static final String MORE = JsonSlips.more();

    private static final String MARK = "\ufeff";
    private static final String SMART_QUOTES = "\u201c\u201d\u201e\u2018\u2019";
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.{0,200}?)'", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("(?:Unrecognized|Non-standard) token '([^']{1,60})'");
    /** A second brace behind the first one, as what fills in templates has them: a key would stand in quotes. */
    private static final Pattern MARKER = Pattern.compile("(?:\\{\\s{0,9}+-?\\s{0,9}+[A-Za-z_.$#]|[%#])");

    private static final Pattern TERRAFORM =
            Pattern.compile("(?:resource|data|module|locals|variable|terraform|provider) *[\"{]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w.]{0,60}");

    private Slip() {}

    static String told(String text, JsonProcessingException e) {
        if (text.startsWith(MARK)) {
            return JsonSlips.byteOrderMark(new TextPlace(1, 1).toString());
        }
        if (text.isBlank()) {
            return EMPTY;
        }
        int at = offset(text, e);
        return JsonSlips.at(place(text, at).toString(), likely(text, at, e));
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

    private static TextPlace place(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int line = (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new TextPlace(line, at - lineStart + 1);
    }

    private static String likely(String text, int at, JsonProcessingException e) {
        Matcher twice = TWICE.matcher(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return JsonSlips.tooDeep();
        }
        if (twice.find()) {
            return JsonSlips.keyTwice(PrincipalLabels.clean(twice.group(1)));
        }
        if (e.getOriginalMessage().startsWith(MORE)) {
            return JsonSlips.severalDocuments();
        }
        return atCharacter(text, at).orElseGet(JsonSlips::unlikely);
    }

    private static Optional<String> atCharacter(String text, int at) {
        String rest = text.substring(Math.min(text.length(), at));
        if (rest.isBlank()) {
            return Optional.of(JsonSlips.notClosed());
        }
        char here = rest.charAt(0);
        char before = lastBefore(text, at);
        if ((here == '}' || here == ']') && before == ',') {
            return Optional.of(JsonSlips.commaBefore(here));
        }
        if (here == ',' && (before == ',' || before == '[' || before == '{')) {
            return Optional.of(JsonSlips.commaTooMany());
        }
        return ofAnotherLanguage(text, at, rest).or(() -> atCharacter(here, rest));
    }

    private static Optional<String> ofAnotherLanguage(String text, int at, String rest) {
        if (rest.startsWith("\\\"")) {
            return Optional.of(JsonSlips.escaped());
        }
        if (TERRAFORM.matcher(rest).lookingAt()) {
            return Optional.of(JsonSlips.ofTerraform());
        }
        if (isNotFilledIn(text, at)) {
            return Optional.of(JsonSlips.notFilledIn());
        }
        return rest.startsWith("//") || rest.startsWith("/*") || rest.startsWith("#")
                ? Optional.of(JsonSlips.comment())
                : Optional.empty();
    }

    private static Optional<String> atCharacter(char here, String rest) {
        if (here == '\'' || SMART_QUOTES.indexOf(here) >= 0) {
            return Optional.of(JsonSlips.otherQuote(here));
        }
        if (here == '"' || here == '{' || here == '[') {
            return Optional.of(JsonSlips.separatorMissing());
        }
        if (here < ' ') {
            return Optional.of(JsonSlips.controlCharacter());
        }
        Matcher word = WORD.matcher(rest);
        return word.lookingAt()
                ? Optional.of(JsonSlips.withoutQuotes(word.group()))
                : Optional.of(JsonSlips.outOfPlace(PrincipalLabels.clean(String.valueOf(here))));
    }

    private static boolean isNotFilledIn(String text, int at) {
        String rest = text.substring(at);
        return rest.startsWith("${")
                || rest.startsWith("%{")
                || rest.startsWith("{{")
                || (at > 0 && text.charAt(at - 1) == '{' && MARKER.matcher(rest).lookingAt());
    }

    private static char lastBefore(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
    }
}
