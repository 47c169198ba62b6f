package dev.ecrbot.command;

import java.util.Locale;
import java.util.Optional;

/** An Amazon Resource Name cut into its parts; none of them is checked. */
record Arn(String partition, String service, String region, String account, String resource) {

    static boolean looksLike(String text) {
        return text.length() >= 4
                && text.substring(0, 4).toLowerCase(Locale.ROOT).equals("arn:");
    }

    static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", 6);
        return parts.length == 6 && parts[0].equals("arn")
                ? Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]))
                : Optional.empty();
    }
}
