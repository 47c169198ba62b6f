package dev.ecrbot.desk.ledger;

import java.util.Optional;

/** The configurations that bots on this database took up, in order. */
public interface Configurations {

    /** Returns the one that was taken up last, by whichever replica; empty if none ever was. */
    Optional<KeptConfiguration> last();

    /** Keeps one; returns false if another with its number is there, of a replica that was first. */
    boolean add(KeptConfiguration taken);
}
