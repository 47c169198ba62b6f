package dev.ecrbot.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that hold who asked for what, and addresses of Slack's that are good for a while: they are nobody else's. */
final class OwnFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OwnFiles.class);
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private OwnFiles() {}

    /** Takes from all but owner and group what they may do with a file that was just made. Where there are no such rights, it stays. */
    static void keepFromOthers(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            Set<PosixFilePermission> rights =
                    EnumSet.copyOf(view.readAttributes().permissions());
            if (rights.removeAll(OTHERS)) {
                view.setPermissions(rights);
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("{} may be read by everybody on this machine: its rights can't be set", file, e);
        }
    }
}
