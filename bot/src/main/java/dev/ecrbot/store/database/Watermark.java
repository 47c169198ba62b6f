package dev.ecrbot.store.database;

import dev.ecrbot.problem.ProblemException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file beside a database's file. It tells how many events the database holds and, once the bot has ended, the size and the
 * checksum of its file. H2 opens a file that was cut off as it opens one after a crash, in the newest state that is whole, and
 * without the mark nobody would know that there was a newer one.
 *
 * <p>It is written after each commit that added events, without waiting for the disk: a killed process loses nothing of it. It
 * may tell less than the database holds, and never more. Thread-safe.
 */
public final class Watermark implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watermark.class);
    private static final String SUFFIX = ".mark";
    private static final Pattern FORMED = Pattern.compile("events (\\d{15})\nclosed (\\d{15}) ([0-9a-f]{8})\n");
    private static final int BUFFER = 1 << 16;

    private final Path database;
    private final Path mark;
    private Optional<RandomAccessFile> open = Optional.empty();
    private long events;

    /**
     * What a mark tells.
     *
     * @param size of the database's file when the bot had closed it; 0 while it is open, and after a kill
     */
    private record Told(long events, long size, int checksum) {
        private String text() {
            return String.format(Locale.ROOT, "events %015d\nclosed %015d %08x\n", events, size, checksum);
        }
    }

    /** @param database the database's file */
    public Watermark(Path database, String suffix) {
        this.database = database;
        String name = database.getFileName().toString();
        this.mark = database.resolveSibling(name.substring(0, name.length() - suffix.length()) + SUFFIX);
    }

    /**
     * Checks, before the database is opened, that its file is there and as the bot left it. Without a mark it may be as it likes.
     *
     * @throws ProblemException if it isn't
     */
    public void checkFile() {
        look();
        told().filter(each -> each.size() > 0).ifPresent(each -> put(new Told(each.events(), 0, 0)));
    }

    /**
     * As the other, and leaves the mark as it is.
     *
     * @throws ProblemException if the file isn't there, or isn't as the bot left it
     */
    void look() {
        Optional<Told> told = told();
        if (told.filter(each -> each.events() > 0).isPresent() && !Files.exists(database)) {
            throw Failures.gone(database.toString(), mark.toString());
        }
        if (told.filter(each -> each.size() > 0).filter(each -> !isSame(each)).isPresent()) {
            throw Failures.changed(database.toString(), mark.toString());
        }
    }

    /**
     * Checks that the database, which is open now, holds what it held, and keeps the mark from now on.
     *
     * @throws ProblemException if there were more events
     */
    public synchronized void begin(DataSource opened) {
        long held = events(opened);
        Optional<Told> told = told();
        long before = told.map(Told::events).orElse(0L);
        if (held < before) {
            throw Failures.less(database.toString(), mark.toString(), held, before);
        }
        events = held;
        var now = new Told(held, 0, 0);
        if (!told.equals(Optional.of(now))) {
            put(now);
        }
        try {
            open = Optional.of(new RandomAccessFile(mark.toFile(), "rw"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Without Jdbi, which has so much to get ready for its first statement that a start would wait for it.
    private static long events(DataSource opened) {
        try (Connection connection = opened.getConnection();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("SELECT COUNT(*) FROM event")) {
            counted.next();
            return counted.getLong(1);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** So many events were committed. */
    public synchronized void rise(int added) {
        if (added > 0 && open.isPresent()) {
            events += added;
            write(open.get(), new Told(events, 0, 0));
        }
    }

    /** Seals the file of the database, which is closed by now. One that is open still, for another for example, is left as it is. */
    @Override
    public synchronized void close() {
        if (open.isEmpty()) {
            return;
        }
        try (var file = open.get();
                var locked = new RandomAccessFile(database.toFile(), "rw");
                var lock = locked.getChannel().tryLock()) {
            if (lock != null) {
                write(file, new Told(events, Files.size(database), checksum()));
            }
        } catch (IOException | OverlappingFileLockException e) {
            LOG.warn("{} isn't sealed, so damage to it while ecr-bot is stopped may go unnoticed", database, e);
        }
        open = Optional.empty();
    }

    // In place, in one piece, and not through a channel, which an interrupt would close.
    private void write(RandomAccessFile file, Told told) {
        try {
            file.seek(0);
            file.write(told.text().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.warn("{} can't be written", mark, e);
        }
    }

    private void put(Told told) {
        try {
            Path whole = Files.writeString(mark.resolveSibling(mark.getFileName() + ".new"), told.text());
            Files.move(whole, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Told> told() {
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        try {
            Matcher text = FORMED.matcher(Files.readString(mark, StandardCharsets.US_ASCII));
            if (text.matches()) {
                return Optional.of(new Told(
                        Long.parseLong(text.group(1)),
                        Long.parseLong(text.group(2)),
                        Integer.parseUnsignedInt(text.group(3), 16)));
            }
        } catch (IOException e) {
            LOG.warn("{} can't be read", mark, e);
        }
        throw Failures.changed(database.toString(), mark.toString());
    }

    private boolean isSame(Told told) {
        try {
            return Files.exists(database) && Files.size(database) == told.size() && checksum() == told.checksum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int checksum() throws IOException {
        var sum = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new FileInputStream(database.toFile())) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return (int) sum.getValue();
    }
}
