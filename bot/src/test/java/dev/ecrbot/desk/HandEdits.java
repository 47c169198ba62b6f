package dev.ecrbot.desk;

import dev.ecrbot.ecr.Repository;

/** What others write into a policy by hand: no two edits are the same. */
final class HandEdits {
    private final World world;
    private final Repository repository;
    private int edits;

    HandEdits(World world, Repository repository) {
        this.world = world;
        this.repository = repository;
    }

    /** @param beside whether what the bot has written stays */
    void write(boolean beside) {
        ForeignPen.write(world.ecr(), repository, beside, LiveAccess.BY_HAND + " " + ++edits);
    }
}
