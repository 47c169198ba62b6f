package dev.ecrbot.config.file;

import dev.ecrbot.config.mistake.FileMistakes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the texts of the configuration's files are taken from. */
@FunctionalInterface
public interface Texts {
    /** The most that a file may hold. What is longer is cut one byte behind it, so that it shows. */
    int MOST_BYTES = 1 << 20;

    /**
     * Returns what the file holds.
     *
     * @param name the name of the main file, or a path that stands in it
     * @throws IOException if it can't be read
     */
    byte[] of(String name) throws IOException;

    /** Returns the texts on disk, where names are relative to the folder that this file is in. */
    static Texts beside(Path main) {
        return name -> {
            Path file = main.resolveSibling(name);
            if (Files.isDirectory(file)) {
                throw new FileSystemException(name, null, FileMistakes.folder());
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(MOST_BYTES + 1);
            }
        };
    }
}
