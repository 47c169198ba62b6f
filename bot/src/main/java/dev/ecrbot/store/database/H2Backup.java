package dev.ecrbot.store.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A copy of an embedded database in a zip file, made while it is used: it holds all that was committed before it was begun. */
public final class H2Backup {
    private static final String PART = ".part";
    private static final String SUFFIX = ".mv.db";

    private H2Backup() {}

    /** Makes one: whole and on disk, or not at all. */
    public static void write(Jdbi jdbi, Path zip) throws IOException {
        Path part = zip.resolveSibling(zip.getFileName() + PART);
        try {
            String name = part.toAbsolutePath().toString().replace("'", "''");
            jdbi.useHandle(handle -> handle.execute("BACKUP TO '" + name + "'"));
            OwnFiles.keepFromOthers(part);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, zip, StandardCopyOption.ATOMIC_MOVE);
        } catch (JdbiException e) {
            throw Failures.unavailable(e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Unpacks one into a folder.
     *
     * @return the URL of the database there
     * @throws IOException if it can't be unpacked, or is no backup
     */
    public static String unpacked(Path zip, Path folder) throws IOException {
        Path file = folder.resolve("backup" + SUFFIX);
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(SUFFIX)) {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        in.transferTo(out);
                    }
                    return H2Database.PREFIX + "file:"
                            + folder.resolve("backup").toAbsolutePath();
                }
            }
        }
        throw new IOException(StoreWords.noBackup(zip));
    }
}
