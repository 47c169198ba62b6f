package dev.ecrbot.config.reader;

import dev.ecrbot.config.AuditSettings;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.mistake.SettingMistakes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code audit}. */
final class AuditReader {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private AuditReader() {}

    static Optional<AuditSettings> read(Item item) {
        return item.section().flatMap(section -> {
            try (section) {
                return section.required("webhook").flatMap(AuditReader::webhook).map(AuditSettings::new);
            }
        });
    }

    private static Optional<URI> webhook(Item item) {
        return item.text().flatMap(text -> {
            try {
                var url = new URI(text);
                String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
                String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
                if (host.isEmpty() || url.getRawUserInfo() != null || url.getRawFragment() != null) {
                    return item.wrong(SettingMistakes.noWebhook());
                }
                return scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host))
                        ? Optional.of(url)
                        : item.wrong(SettingMistakes.webhookInTheClear());
            } catch (URISyntaxException e) {
                return item.wrong(SettingMistakes.noWebhook());
            }
        });
    }
}
