package dev.ecrbot.denial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of policies that AWS names in a denial, by the words it has for them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">IAM: access denied
 *     messages</a>
 */
enum PolicyKind {
    IDENTITY(Cause.NO_IDENTITY_ALLOW, Cause.IDENTITY_DENY, "identity-based", "identity based"),
    RESOURCE(Cause.NO_RESOURCE_ALLOW, Cause.RESOURCE_DENY, "resource-based", "resource based"),
    SERVICE_CONTROL(Cause.SERVICE_CONTROL, Cause.SERVICE_CONTROL, "service control", "scp"),
    RESOURCE_CONTROL(Cause.RESOURCE_CONTROL, Cause.RESOURCE_CONTROL, "resource control", "rcp"),
    ENDPOINT(Cause.NO_ENDPOINT_ALLOW, Cause.ENDPOINT_DENY, "vpc endpoint"),
    SESSION(Cause.SESSION_POLICY, Cause.SESSION_POLICY, "session policy", "sessions policy", "session policies"),
    BOUNDARY(Cause.BOUNDARY, Cause.BOUNDARY, "permissions boundary", "permission boundary", "permissions boundaries"),
    TRUST(Cause.TRUST, Cause.TRUST, "role trust", "trust policy");

    private final Cause withoutAllow;
    private final Cause withDeny;
    private final List<String> words;

    PolicyKind(Cause withoutAllow, Cause withDeny, String... words) {
        this.withoutAllow = withoutAllow;
        this.withDeny = withDeny;
        this.words = List.of(words);
    }

    /** Returns what it means that no policy of this kind allows. */
    Cause withoutAllow() {
        return withoutAllow;
    }

    /** Returns what it means that a policy of this kind denies. */
    Cause withDeny() {
        return withDeny;
    }

    /** Returns the kind that the text, in lower case, begins with. */
    static Optional<PolicyKind> startOf(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.words.stream().anyMatch(text::startsWith))
                .findFirst();
    }

    /** Returns the only kind that can have been meant by a beginning of its words, in lower case. */
    static Optional<PolicyKind> cutOff(String beginning) {
        List<PolicyKind> kinds = Arrays.stream(values())
                .filter(kind -> kind.words.stream().anyMatch(word -> word.startsWith(beginning)))
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }
}
