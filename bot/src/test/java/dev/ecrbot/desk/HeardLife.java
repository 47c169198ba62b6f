package dev.ecrbot.desk;

import dev.ecrbot.ecr.Repository;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.LongConsumer;

/** A life of the model test in which roles are deleted and made again, too, and nobody listens but the witness. */
final class HeardLife implements LongConsumer {
    private static final int MOVES = 120;

    private long checked;

    /** Returns how many claims were checked. */
    long checked() {
        return checked;
    }

    @Override
    public void accept(long seed) {
        var story = new ArrayList<String>();
        try (World world = World.inMemory()) {
            var random = new Random(seed);
            var moves = new Moves(world, new Reference(), random, true);
            try {
                for (Repository repository : moves.repositories().subList(0, 2)) {
                    new Prelude(world, new Life(world), repository).play(random);
                    world.checkSaid();
                }
                for (int i = 0; i < MOVES; i++) {
                    story.add(moves.next());
                    world.checkSaid();
                }
                moves.untilQuiet();
                world.checkSaid();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(seed + ": " + String.join("\n", story) + "\n" + e.getMessage(), e);
            }
            checked += world.witness().checked();
        }
    }
}
