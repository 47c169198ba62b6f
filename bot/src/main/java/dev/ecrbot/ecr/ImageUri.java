package dev.ecrbot.ecr;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image in a private ECR registry, as docker takes it. A tag or digest is understood and left out, since
 * access is given to repositories.
 *
 * <p>The host is any that {@link RegistryHost} knows.
 */
public record ImageUri(Repository repository) {
    // Bounded quantifiers: what is matched here was typed by anybody.
    private static final Pattern TAGGED =
            Pattern.compile("([^:@]++)(?::\\w[\\w.-]{0,127}+)?+(?:@sha256:[0-9a-fA-F]{1,64}+)?+");

    /** Returns whether the text starts with an account's registry, even if the rest of it is wrong. */
    public static boolean looksLike(String text) {
        String bare = withoutScheme(text);
        return bare.length() > 16
                && AccountId.parse(bare.substring(0, 12)).isPresent()
                && bare.substring(12).toLowerCase(Locale.ROOT).startsWith(".dkr");
    }

    /** Returns the image URI if the text is one, with or without {@code https://}, tag and digest. */
    public static Optional<ImageUri> parse(String text) {
        String bare = withoutScheme(text);
        int slash = bare.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return RegistryHost.parse(bare.substring(0, slash))
                .flatMap(host -> withoutTag(bare.substring(slash + 1))
                        .flatMap(RepositoryName::parse)
                        .map(name -> new ImageUri(new Repository(host.account(), host.region(), name))));
    }

    /** Returns what stands before the tag and the digest, if these look like it; it need not be a right name. */
    public static Optional<String> withoutTag(String image) {
        Matcher tagged = TAGGED.matcher(image);
        return tagged.matches() ? Optional.of(tagged.group(1)) : Optional.empty();
    }

    private static String withoutScheme(String text) {
        for (String scheme : new String[] {"https://", "http://"}) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return text.substring(scheme.length());
            }
        }
        return text;
    }
}
