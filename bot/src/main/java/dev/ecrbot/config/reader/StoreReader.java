package dev.ecrbot.config.reader;

import dev.ecrbot.config.BackupSettings;
import dev.ecrbot.config.StoreSettings;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Spans;
import dev.ecrbot.config.mistake.SettingMistakes;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code store}. */
final class StoreReader {
    private static final Pattern JDBC = Pattern.compile("jdbc:(h2|postgresql):\\S+");
    private static final Pattern SECRET = Pattern.compile("(?i)[?&;]\\s*(user|password|sslpassword)=|//[^/?]*@");
    private static final int MOST_KEPT = 10_000;

    private StoreReader() {}

    static Optional<StoreSettings> read(Item item) {
        return item.section().map(section -> {
            try (section) {
                String url =
                        section.optional("url").flatMap(StoreReader::storeUrl).orElse(StoreSettings.DEFAULT.url());
                return new StoreSettings(
                        url,
                        section.optional("retention").flatMap(Spans::retention),
                        section.optional("anchors").flatMap(StoreReader::file),
                        section.optional("backup").flatMap(some -> backup(some, url)));
            }
        });
    }

    private static Optional<Path> file(Item item) {
        return item.text().flatMap(text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                return item.wrong(SettingMistakes.noFile(), text);
            }
        });
    }

    private static Optional<BackupSettings> backup(Item item, String url) {
        if (!url.startsWith("jdbc:h2:")) {
            return item.wrong(SettingMistakes.backupOfServer());
        }
        return item.section().flatMap(section -> {
            try (section) {
                Optional<Path> folder = section.required("folder").flatMap(StoreReader::file);
                var every = section.optional("every").flatMap(Spans::read);
                var keep = section.optional("keep").flatMap(number -> number.wholeNumber(1, MOST_KEPT));
                return folder.map(BackupSettings::new)
                        .map(none -> new BackupSettings(
                                none.folder(), every.orElse(none.every()), keep.orElse(none.keep())));
            }
        });
    }

    private static Optional<String> storeUrl(Item item) {
        return item.text().flatMap(text -> {
            if (SECRET.matcher(text).find()) {
                return item.wrong(SettingMistakes.secretInUrl());
            }
            return JDBC.matcher(text).matches() ? Optional.of(text) : item.wrong(SettingMistakes.noStoreUrl(), text);
        });
    }
}
