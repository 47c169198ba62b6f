package dev.ecrbot.command;

import dev.ecrbot.command.word.Word;
import dev.ecrbot.policy.Principal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads whatever can stand in a policy as a principal, right or wrong: it is there, and somebody wants it gone. */
final class AnyPrincipal {
    private static final Pattern ORPHAN = Pattern.compile("(?:AROA|AIDA)[A-Z0-9]{8,124}");
    private static final Pattern SERVICE =
            Pattern.compile("[a-z0-9.-]{1,128}\\.(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|aws\\.internal)");
    private static final Pattern OTHER_ID = Pattern.compile("A[A-Z]{3}[A-Z0-9]{12,124}");
    private static final Pattern CANONICAL = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME_LIKE = Pattern.compile("[\\w-]+");

    private AnyPrincipal() {}

    /** Returns the principal, unless the word rather looks like an account's name; in quotes it is taken as it is. */
    static Optional<Principal> read(Word word) {
        String text = word.text();
        if (text.equals("*")) {
            return Optional.of(new Principal.Everyone());
        }
        if (isOrphan(text)) {
            return Optional.of(new Principal.Orphan(text));
        }
        if (isService(text)) {
            return Optional.of(new Principal.Service(text));
        }
        if (CANONICAL.matcher(text).matches()) {
            return Optional.of(new Principal.Other("CanonicalUser", text));
        }
        if (OTHER_ID.matcher(text).matches()) {
            return Optional.of(new Principal.Other("AWS", text));
        }
        if (Arn.looksLike(text)) {
            return Optional.of(PrincipalArn.any(text));
        }
        boolean name = NAME_LIKE.matcher(text).matches()
                || text.startsWith("@")
                || text.startsWith("#")
                || startsWithKind(text);
        return word.quoted() || !name ? Optional.of(new Principal.Other("AWS", text)) : Optional.empty();
    }

    static boolean isOrphan(String text) {
        return ORPHAN.matcher(text).matches();
    }

    static boolean isService(String text) {
        return SERVICE.matcher(text).matches();
    }

    private static boolean startsWithKind(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && IamResource.isKind(text.substring(0, slash));
    }
}
