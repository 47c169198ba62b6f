package dev.ecrbot;

import dev.ecrbot.config.BackupSettings;
import dev.ecrbot.config.StoreSettings;
import dev.ecrbot.doctor.Examined;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the places beside the store into which the bot writes; writes nothing there. */
final class OwnFolders {
    private static final String ANCHORS = "store.anchors";
    private static final String BACKUP = "store.backup";
    private static final String USER = "Give it to the user that ecr-bot runs as, or name another place in ";

    private OwnFolders() {}

    static List<Examined> look(StoreSettings store) {
        var found = new ArrayList<Examined>();
        store.anchors().map(OwnFolders::anchors).ifPresent(found::add);
        store.backup().map(BackupSettings::folder).map(OwnFolders::backup).ifPresent(found::add);
        return found;
    }

    /** The file is made by the first head that is kept; its folder isn't. */
    private static Examined anchors(Path configured) {
        Path file = configured.toAbsolutePath().normalize();
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        boolean there = Files.exists(file);
        boolean writable = there
                ? Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file)
                : Files.isDirectory(folder) && Files.isWritable(folder);
        return writable
                ? Examined.fine(
                        ANCHORS, file.toString(), there ? "It can be written." : "It isn't there yet, and can be made.")
                : Examined.wrong(
                        ANCHORS,
                        file.toString(),
                        there
                                ? "It is no file that ecr-bot may write: no head of the audit trail would be kept."
                                : "It isn't there, and ecr-bot may not make it in " + folder
                                        + ": no head of the audit trail would be kept.",
                        USER + ANCHORS + ".");
    }

    private static Examined backup(Path configured) {
        Path folder = configured.toAbsolutePath().normalize();
        Path nearest = folder;
        while (Files.notExists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return Files.isDirectory(nearest) && Files.isWritable(nearest)
                ? Examined.fine(
                        BACKUP,
                        folder.toString(),
                        nearest.equals(folder) ? "It can be written to." : "It isn't there yet, and can be made.")
                : Examined.wrong(
                        BACKUP,
                        folder.toString(),
                        "ecr-bot may not write to " + nearest + ": there would be no backup.",
                        USER + BACKUP + ".");
    }
}
