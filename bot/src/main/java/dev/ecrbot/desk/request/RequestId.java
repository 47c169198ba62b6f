package dev.ecrbot.desk.request;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a request, short enough to type: {@code req-} and eight letters or digits. */
public record RequestId(String value) {
    // Without i, l, o and u: read aloud or copied by hand they are taken for 1, 0 and v.
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String PREFIX = "req-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[" + LETTERS + "]{8}");

    public RequestId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a request's id");
        }
    }

    /** Returns a new id; 40 random bits, so the store still has to refuse a repeated one. */
    public static RequestId random(SecureRandom random) {
        var text = new StringBuilder("req-");
        for (int i = 0; i < 8; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new RequestId(text.toString());
    }

    /**
     * Returns the id that goes with a key of at least eight bytes that look like drawn at random, a hash for instance: always the same one,
     * so that what was asked for under the key is found again.
     */
    public static RequestId derived(byte[] key) {
        var text = new StringBuilder(PREFIX);
        for (int i = 0; i < 8; i++) {
            text.append(LETTERS.charAt(key[i] & 31));
        }
        return new RequestId(text.toString());
    }

    /** Returns the id if the text is one, whatever its case, and with or without {@code req-} before it. */
    public static Optional<RequestId> parse(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        String folded = typed.startsWith(PREFIX) ? typed : PREFIX + typed;
        return FORM.matcher(folded).matches() ? Optional.of(new RequestId(folded)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
