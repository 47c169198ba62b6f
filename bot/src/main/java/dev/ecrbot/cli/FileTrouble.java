package dev.ecrbot.cli;

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
            return told(
                    place(name, e), "You may not read it. Ask for the right to, or run this as somebody who has it.");
        }
        if (e instanceof CharacterCodingException) {
            return told(name, "It isn't text in UTF-8. Save it as UTF-8.");
        }
        if (!Files.exists(Path.of(name))) {
            return told(name, "There is no such file. " + elsewhere(name));
        }
        if (Files.isDirectory(Path.of(name))) {
            return told(name, "It is a folder, and one file is wanted here. Name a file in it.");
        }
        return told(place(name, e), "It can't be read (" + reason(e) + "). Check the disk, and try again.");
    }

    /** Returns what to tell of a file that couldn't be written. */
    static BadInput writing(String name, IOException e) {
        if (e instanceof AccessDeniedException) {
            return told(name, "You may not write it. Name a file that you may write.");
        }
        @Nullable Path folder = Path.of(name).toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return told(name, "There is no such folder to write it into. Make the folder, or name another one.");
        }
        if (Files.isDirectory(Path.of(name))) {
            return told(name, "It is a folder. Name a file in it.");
        }
        return told(name, "It can't be written (" + reason(e) + "). Check the disk, and try again.");
    }

    /** Returns what to tell of a name that no file can have. */
    static BadInput naming(String name, InvalidPathException e) {
        return told(
                name.replaceAll("\\p{Cc}", "?"), "No file can be called that: " + e.getReason() + ". Check the name.");
    }

    private static String elsewhere(String name) {
        return Path.of(name).isAbsolute()
                ? "Check the path."
                : "Check the path; it is looked for in " + Path.of("").toAbsolutePath() + ".";
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
