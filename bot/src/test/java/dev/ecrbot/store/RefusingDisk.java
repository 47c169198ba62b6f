package dev.ecrbot.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 that refuses to write for as long as it is told to, as a full one does, or one that was mounted anew for
 * reading only. H2 makes objects of it by its class; so what it is like stands in a file beside the database.
 */
public final class RefusingDisk extends FilePathWrapper {
    private static final String SCHEME = "refusing";

    /** What keeps it from being written. */
    public enum Trouble {
        FULL("No space left on device"),
        READ_ONLY("Read-only file system");

        private final String message;

        Trouble(String message) {
            this.message = message;
        }

        /** From now on the disk below this directory is like this, or isn't any more. */
        public void is(Path directory, boolean so) {
            Path mark = directory.resolve(name());
            try {
                if (so) {
                    Files.createFile(mark);
                } else {
                    Files.delete(mark);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the URL of a database in this directory, on such a file system. */
    public static String url(Path directory) {
        FilePath.register(new RefusingDisk());
        return "jdbc:h2:" + SCHEME + ":async:" + directory.resolve("ledger");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    private boolean has(Trouble trouble) {
        return Files.exists(Path.of(directory()).resolve(trouble.name()));
    }

    private String directory() {
        String plain = getBase().toString();
        String path = plain.substring(plain.indexOf(':') + 1);
        return path.substring(0, path.lastIndexOf('/'));
    }

    private void check() throws IOException {
        for (Trouble trouble : Trouble.values()) {
            if (has(trouble)) {
                throw new IOException(trouble.message);
            }
        }
    }

    @Override
    public boolean canWrite() {
        return !has(Trouble.READ_ONLY) && super.canWrite();
    }

    @Override
    public boolean createFile() {
        return !has(Trouble.READ_ONLY) && super.createFile();
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        check();
        return super.newOutputStream(append);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!mode.equals("r") && has(Trouble.READ_ONLY)) {
            throw new IOException(Trouble.READ_ONLY.message);
        }
        return new Channel(getBase().open(mode));
    }

    private final class Channel extends FileBaseDefault {
        private final FileChannel base;

        private Channel(FileChannel base) {
            this.base = base;
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            return base.read(to, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            check();
            return base.write(from, position);
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            check();
            base.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            base.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
