package dev.ecrbot.store.database;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** H2, embedded. Some settings are not the operator's to choose: with others, commits get lost or locks don't hold. */
public final class H2Database implements Database {
    public static final String PREFIX = "jdbc:h2:";

    private static final Pattern BETWEEN_SETTINGS = Pattern.compile("(?<!\\\\);");
    private static final Pattern PATH_ON_DEFAULT_FILE_SYSTEM = Pattern.compile("(?i)(?:file:)?(?![a-z]{2,}:)(.*)");

    private static final Pattern HOME = Pattern.compile("^~(?=[/\\\\])");
    private static final String USER_HOME = System.getProperty("user.home", "");
    private static final String SUFFIX = ".mv.db";

    private static final Map<String, String> FIXED = fixed();
    // What H2 has read of a statement is kept for each connection, with its plan: by default of the last 8. Results
    // aren't.
    private static final Map<String, String> DEFAULTS =
            Map.of("QUERY_CACHE_SIZE", "64", "OPTIMIZE_REUSE_RESULTS", "FALSE");
    private static final Set<String> DROPPED =
            Set.of("FILE_LOCK", "AUTO_SERVER", "LOCK_MODE", "LOCK_TIMEOUT", "MODE", "DEFAULT_LOCK_TIMEOUT");
    private static final Credentials DEFAULT_CREDENTIALS = new Credentials("sa", "");

    private final String path;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Optional<Credentials> credentials;

    public H2Database(String rest, Optional<Credentials> credentials) {
        String[] parts = BETWEEN_SETTINGS.split(rest);
        this.path = parts[0];
        this.credentials = credentials;
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String key = equals < 0 ? parts[i] : parts[i].substring(0, equals);
            settings.put(key.toUpperCase(Locale.ROOT), equals < 0 ? "" : parts[i].substring(equals + 1));
        }
        settings.keySet().removeAll(DROPPED);
        DEFAULTS.forEach(settings::putIfAbsent);
        settings.putAll(FIXED);
    }

    private static Map<String, String> fixed() {
        var fixed = new LinkedHashMap<String, String>();
        // A commit is on disk before it is answered: else a kill right after it loses it.
        fixed.put("WRITE_DELAY", "0");
        // The bot closes the database itself, after its last transaction, and not H2 as soon as the JVM begins to end.
        fixed.put("DB_CLOSE_ON_EXIT", "FALSE");
        // It would write statements and values into a file beside the database.
        fixed.put("TRACE_LEVEL_FILE", "0");
        return fixed;
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public void keepFromOthers() {
        file().filter(Files::exists).ifPresent(OwnFiles::keepFromOthers);
    }

    @Override
    public Optional<Watermark> watermark() {
        return file().map(file -> new Watermark(file, SUFFIX));
    }

    @Override
    public Optional<Consumer<Jdbi>> compaction() {
        return file().map(file -> H2Compaction::some);
    }

    @Override
    public Optional<Path> file() {
        Matcher onDisk = PATH_ON_DEFAULT_FILE_SYSTEM.matcher(path);
        return onDisk.matches()
                ? Optional.of(Path.of(
                        HOME.matcher(onDisk.group(1)).replaceFirst(Matcher.quoteReplacement(USER_HOME)) + SUFFIX))
                : Optional.empty();
    }

    @Override
    public void configure(HikariConfig pool, Waits waits) {
        pool.setJdbcUrl(url());
        // Again and last, since an INIT in the URL runs after the URL's settings.
        pool.setConnectionInitSql("SET LOCK_TIMEOUT " + waits.lock().toMillis() + "; SET WRITE_DELAY 0");
        pool.setMaxLifetime(0);
        if (!settings.containsKey("USER")) {
            Database.logIn(pool, credentials.orElse(DEFAULT_CREDENTIALS));
        }
    }

    // The file is locked by whoever has opened it.
    @Override
    public String othersCounted() {
        return "SELECT 0";
    }

    @Override
    public Optional<String> time() {
        return Optional.empty();
    }

    @Override
    public JdbcCustomization dialect() {
        return new DefaultJdbcCustomization(false);
    }

    private String url() {
        return PREFIX
                + uninterruptible()
                + settings.entrySet().stream()
                        .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }

    // On H2's default file system an interrupt during I/O closes the file, and the whole database with it.
    private String uninterruptible() {
        var onDisk = PATH_ON_DEFAULT_FILE_SYSTEM.matcher(path);
        return onDisk.matches() ? "file:async:" + onDisk.group(1) : path;
    }
}
