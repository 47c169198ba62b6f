package dev.ecrbot.ecr;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of an organization in AWS Organizations, {@code o-abc123def4} for example.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html">Organization: the
 *     form of its id</a>
 */
public record OrganizationId(String value) implements Comparable<OrganizationId> {
    private static final Pattern FORM = Pattern.compile("o-[a-z0-9]{10,32}");

    public OrganizationId {
        Malformed.unless(
                FORM.matcher(value).matches(),
                "an organization's id is o- and 10 to 32 lower-case letters and digits",
                value);
    }

    /** Returns the id if the text is one. */
    public static Optional<OrganizationId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OrganizationId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
