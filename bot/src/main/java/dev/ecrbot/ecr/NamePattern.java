package dev.ecrbot.ecr;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern for repository names, {@code payments/*} for example: {@code *} stands for any characters or none, slashes
 * included, and there is at least one. Only patterns that some repository's name can match are patterns.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions-examples.html">Registry
 *     policies name repositories so</a>
 */
public record NamePattern(String value) {
    private static final int LONGEST = 256;
    // Parts of a name, as RepositoryName has it: runs of letters and digits, and what may stand between them.
    private static final String RUN = "[a-z0-9]++";
    private static final String BETWEEN = "(?:\\.|__?|-++|/)";
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:RUN(?:BETWEENRUN)*+BETWEEN?+)?+".replace("RUN", RUN).replace("BETWEEN", BETWEEN));
    private static final Pattern MIDDLE = Pattern.compile(
            "BETWEEN?+(?:RUN(?:BETWEENRUN)*+BETWEEN?+)?+".replace("RUN", RUN).replace("BETWEEN", BETWEEN));
    private static final Pattern END = Pattern.compile(
            "(?:BETWEEN?+RUN(?:BETWEENRUN)*+)?+".replace("RUN", RUN).replace("BETWEEN", BETWEEN));

    public NamePattern {
        Malformed.unless(
                isRight(value),
                "a pattern for repositories is the beginning, the end or parts of a name with * for the rest",
                value);
    }

    /** Returns the pattern if the text is one. */
    public static Optional<NamePattern> parse(String text) {
        return isRight(text) ? Optional.of(new NamePattern(text)) : Optional.empty();
    }

    /** Returns whether the text means a pattern and not a name, even if it is wrong. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0;
    }

    private static boolean isRight(String text) {
        int first = text.indexOf('*');
        int last = text.lastIndexOf('*');
        if (first < 0
                || text.length() > LONGEST
                || text.contains("**")
                || !BEGINNING.matcher(text.substring(0, first)).matches()
                || !END.matcher(text.substring(last + 1)).matches()) {
            return false;
        }
        return first == last
                || Pattern.compile("\\*")
                        .splitAsStream(text.substring(first + 1, last))
                        .allMatch(piece -> MIDDLE.matcher(piece).matches());
    }

    @Override
    public String toString() {
        return value;
    }
}
