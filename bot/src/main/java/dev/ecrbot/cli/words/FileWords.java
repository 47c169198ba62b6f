package dev.ecrbot.cli.words;

import java.nio.file.Path;

/** What is said of files that can't be read or written, after their names. */
public final class FileWords {
    private FileWords() {}

    public static String mayNotRead() {
        return "You may not read it. Ask for the right to, or run this as somebody who has it.";
    }

    public static String noUtf8() {
        return "It isn't text in UTF-8. Save it as UTF-8.";
    }

    public static String utf16() {
        return "It is text in UTF-16, as PowerShell's > writes it. Save it as UTF-8.";
    }

    public static String missing() {
        return "There is no such file. Check the path.";
    }

    public static String missingIn(Path folder) {
        return "There is no such file. Check the path; it is looked for in " + folder + ".";
    }

    public static String folderToRead() {
        return "It is a folder, and one file is wanted here. Name a file in it.";
    }

    public static String unreadable(String reason) {
        return "It can't be read (" + reason + "). Check the disk, and try again.";
    }

    public static String mayNotWrite() {
        return "You may not write it. Name a file that you may write.";
    }

    public static String noFolderToWriteTo() {
        return "There is no such folder to write it into. Make the folder, or name another one.";
    }

    public static String folderToWrite() {
        return "It is a folder. Name a file in it.";
    }

    public static String unwritable(String reason) {
        return "It can't be written (" + reason + "). Check the disk, and try again.";
    }

    public static String noName(String reason) {
        return "No file can be called that: " + reason + ". Check the name.";
    }

    public static String noNameFor(String name) {
        return "“" + name + "” can't be the name of a file.";
    }

    public static String tooLong(int bytes) {
        return "It is longer than " + bytes + " bytes. Give the part that matters.";
    }

    public static String policies(int count) {
        return "it holds " + count + " policies; give a file with one.";
    }
}
