package dev.ecrbot.config;

import dev.ecrbot.config.mistake.SettingMistakes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where Slack's Web API can be: tokens go there, so only by https, or to this machine. */
public final class ApiUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ApiUrl() {}

    /** Returns what is wrong with this as its address, to be put behind its name; empty if nothing is. */
    public static Optional<String> wrong(String text) {
        try {
            var url = new URI(text);
            String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
            boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            if (host.isEmpty() || !plain || !Set.of("http", "https").contains(scheme) || !text.endsWith("/")) {
                return Optional.of(SettingMistakes.apiUrlWithoutSlash());
            }
            return scheme.equals("https") || LOOPBACK.contains(host)
                    ? Optional.empty()
                    : Optional.of(SettingMistakes.apiUrlInTheClear());
        } catch (URISyntaxException e) {
            return Optional.of(SettingMistakes.noApiUrl());
        }
    }
}
