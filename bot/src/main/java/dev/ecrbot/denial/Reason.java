package dev.ecrbot.denial;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason that AWS gives for a denial.
 *
 * @param whole whether the words that name the policy are there to the end
 */
record Reason(Cause cause, boolean whole) {
    /** How far behind its beginning the words that name the policy can reach. */
    private static final int WINDOW = 160;

    /** How AWS begins to tell of a Deny, and how much of that is enough to know it where the rest was cut off. */
    private static final String BEGINNING = "with an explicit deny";

    private static final int LEAST = "with".length();

    private static final Pattern NO_ALLOW = Pattern.compile("[\\s\"'.,;)]{0,4}because (?:no|the)(?: |$)");
    private static final Pattern DENY =
            Pattern.compile("[\\s\"'.,;)]{0,4}(?:with|due to|because of) an? explicit deny");
    private static final Pattern DENY_IN =
            Pattern.compile("(?: transitively)?(?: in| through| by| from){1,2}(?: an?| the)?(?: |$)");

    /** Returns the reason that follows at this place. */
    static Optional<Reason> at(PlainText text, int from) {
        int to = Math.min(text.end(), from + WINDOW);
        if (from >= to) {
            return Optional.empty();
        }
        Matcher noAllow = NO_ALLOW.matcher(text.lower()).region(from, to);
        if (noAllow.lookingAt()) {
            String rest = text.lower().substring(noAllow.end(), to);
            return named(rest, to == text.end())
                    .map(found -> new Reason(found.kind().withoutAllow(), found.whole()));
        }
        Matcher deny = DENY.matcher(text.lower()).region(from, to);
        if (!deny.lookingAt()) {
            String rest = text.lower().substring(from, to).strip();
            return to == text.end() && rest.length() >= LEAST && BEGINNING.startsWith(rest)
                    ? Optional.of(new Reason(Cause.DENY_SOMEWHERE, false))
                    : Optional.empty();
        }
        Matcher in = DENY_IN.matcher(text.lower()).region(deny.end(), to);
        return Optional.of((in.lookingAt()
                        ? named(text.lower().substring(in.end(), to), to == text.end())
                        : Optional.<Named>empty())
                .map(found -> new Reason(found.kind().withDeny(), found.whole()))
                .orElse(new Reason(Cause.DENY_SOMEWHERE, true)));
    }

    private record Named(PolicyKind kind, boolean whole) {}

    private static Optional<Named> named(String rest, boolean last) {
        String plain = rest.strip();
        return PolicyKind.startOf(plain)
                .map(kind -> new Named(kind, true))
                .or(() -> last ? PolicyKind.cutOff(plain).map(kind -> new Named(kind, false)) : Optional.empty());
    }
}
