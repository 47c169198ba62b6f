package dev.ecrbot.desk;

import java.util.Random;
import java.util.function.LongConsumer;

/** A life of the model test in which nobody listens but the witness. */
final class HeardLife implements LongConsumer {
    private static final int MOVES = 120;

    @Override
    public void accept(long seed) {
        try (World world = World.inMemory()) {
            var moves = new Moves(world, new Reference(), new Random(seed));
            for (int i = 0; i < MOVES; i++) {
                moves.next();
                world.checkSaid();
            }
            moves.untilQuiet();
            world.checkSaid();
        }
    }
}
