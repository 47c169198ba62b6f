package dev.ecrbot;

import dev.ecrbot.config.BackupSettings;
import dev.ecrbot.config.StoreSettings;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.doctor.FolderWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the places beside the store into which the bot writes; writes nothing there. */
final class OwnFolders {
    private static final String ANCHORS = "store.anchors";
    private static final String BACKUP = "store.backup";

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
                ? Examined.fine(ANCHORS, file.toString(), there ? FolderWords.writableFile() : FolderWords.toBeMade())
                : Examined.wrong(
                        ANCHORS,
                        file.toString(),
                        there ? FolderWords.noFileToWrite() : FolderWords.noFileToMake(folder),
                        FolderWords.giveOrRename(ANCHORS));
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
                        nearest.equals(folder) ? FolderWords.writableFolder() : FolderWords.toBeMade())
                : Examined.wrong(
                        BACKUP, folder.toString(), FolderWords.noBackup(nearest), FolderWords.giveOrRename(BACKUP));
    }
}
