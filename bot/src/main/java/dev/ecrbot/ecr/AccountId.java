package dev.ecrbot.ecr;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of an AWS account: twelve digits. */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final Pattern FORM = Pattern.compile("[0-9]{12}");

    public AccountId {
        Malformed.unless(FORM.matcher(value).matches(), "an account id has 12 digits", value);
    }

    /** Returns the account id if the text is one. */
    public static Optional<AccountId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
