package dev.ecrbot.cli;

import dev.ecrbot.cli.words.FileWords;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says why a file can't be read or written, and what to do about it. */
final class FileTrouble {
    private FileTrouble() {}

    /** Returns what to tell of a file or folder that couldn't be read. */
    static BadInput reading(String name, IOException e) {
        if (e instanceof AccessDeniedException) {
            return told(place(name, e), FileWords.mayNotRead());
        }
        if (e instanceof CharacterCodingException) {
            return told(name, FileWords.noUtf8());
        }
        if (!Files.exists(Path.of(name))) {
            return told(name, missing(name));
        }
        if (Files.isDirectory(Path.of(name))) {
            return told(name, FileWords.folderToRead());
        }
        return told(place(name, e), FileWords.unreadable(reason(e)));
    }

    /** Returns what to tell of a file that couldn't be written. */
    static BadInput writing(String name, IOException e) {
        if (e instanceof AccessDeniedException) {
            return told(name, FileWords.mayNotWrite());
        }
        @Nullable Path folder = Path.of(name).toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return told(name, FileWords.noFolderToWriteTo());
        }
        if (Files.isDirectory(Path.of(name))) {
            return told(name, FileWords.folderToWrite());
        }
        return told(name, FileWords.unwritable(reason(e)));
    }

    /** Returns what to tell of a name that no file can have. */
    static BadInput naming(String name, InvalidPathException e) {
        return told(name.replaceAll("\\p{Cc}", "?"), FileWords.noName(e.getReason()));
    }

    private static String missing(String name) {
        return Path.of(name).isAbsolute()
                ? FileWords.missing()
                : FileWords.missingIn(Path.of("").toAbsolutePath());
    }

    /** Returns the name of what can't be read, which may lie below what was named. */
    private static String place(String name, IOException e) {
        @Nullable String file = e instanceof FileSystemException one ? one.getFile() : null;
        return file == null ? name : file;
    }

    private static String reason(IOException e) {
        @Nullable String reason = e instanceof FileSystemException one ? one.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static BadInput told(String name, String what) {
        return new BadInput(name + ": " + what);
    }
}
