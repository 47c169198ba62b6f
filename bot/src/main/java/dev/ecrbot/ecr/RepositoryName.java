package dev.ecrbot.ecr;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a repository within a registry and a Region, {@code payments/api} for example: 2 to 256 characters.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html">CreateRepository</a>
 */
public record RepositoryName(String value) implements Comparable<RepositoryName> {
    // Possessive quantifiers: a long wrong name must not make the matcher try every way to split it.
    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9]++(?:(?:\\.|__|_|-++)[a-z0-9]++)*+(?:/[a-z0-9]++(?:(?:\\.|__|_|-++)[a-z0-9]++)*+)*+");

    public RepositoryName {
        Malformed.unless(
                isName(value),
                "a repository's name has 2 to 256 characters: lower-case letters, digits, . _ - and /",
                value);
    }

    /** Returns the name if the text is one. */
    public static Optional<RepositoryName> parse(String text) {
        return isName(text) ? Optional.of(new RepositoryName(text)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return text.length() >= 2 && text.length() <= 256 && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(RepositoryName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
