package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.store.EmptiedH2;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;

/**
 * A life of two processes in which more befalls them than in the model test, and nobody listens but the witness. Most are short,
 * since what goes wrong mostly does so within a few moves, and some are long.
 */
final class HeardLife implements LongConsumer, AutoCloseable {
    private static final int SOME = 12;
    private static final int MORE = 40;
    private static final int MOST = 300;

    private final EmptiedH2 database = new EmptiedH2();
    private final Map<RequestState, Integer> ends = new EnumMap<>(RequestState.class);
    private final Map<Grace, Integer> graces = new EnumMap<>(Grace.class);
    private long checked;
    private long moved;
    private long answers;
    private long deeds;

    /** Returns how many claims were checked. */
    long checked() {
        return checked;
    }

    @Override
    public String toString() {
        return checked + " claims, " + answers + " of answers and " + deeds + " of what others did checked in " + moved
                + " moves; requests: " + ends + "; graces used: " + graces;
    }

    @Override
    public void accept(long seed) {
        var story = new ArrayList<String>();
        World world = World.on(database.emptied());
        try {
            play(world, new Random(seed), story);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(seed + ": " + String.join("\n", story) + "\n" + e.getMessage(), e);
        }
        checked += world.witness().checked();
        answers += world.witness().answersChecked();
        deeds += world.witness().deedsChecked();
        moved += story.size();
        world.witness().used().forEach((grace, times) -> graces.merge(grace, times, Integer::sum));
    }

    @Override
    public void close() {
        database.close();
    }

    private void play(World world, Random random, List<String> story) {
        var moves = new Moves(world, new Reference(), random, true);
        for (Repository repository : moves.repositories().subList(0, 2)) {
            new Prelude(world, new Life(world), repository).play(random);
            world.checkSaid();
        }
        for (int left = length(random); left > 0; left--) {
            story.add(moves.next());
            world.checkSaid();
        }
        story.add("quiet");
        moves.untilQuiet();
        world.checkSaid();
        checkEnd(world, moves);
        world.checkWrites();
    }

    private static int length(Random random) {
        int dice = random.nextInt(20);
        return dice < 10
                ? 3 + random.nextInt(SOME)
                : dice < 19 ? SOME + random.nextInt(MORE) : MORE + random.nextInt(MOST);
    }

    /** Nothing is left undone or untold, and each request's events and messages say how it ended. */
    private void checkEnd(World world, Moves moves) {
        assertThat(world.untold()).isZero();
        var journal = new Journal(world);
        for (RequestId id : world.all()) {
            RequestState state = world.now(id).stage().state();
            assertThat(state).as("%s", id).isNotIn(RequestState.APPROVED, RequestState.APPLYING);
            journal.check(id);
            if (world.now(id).ask().isPresent()) {
                journal.checkShown(id);
            }
            ends.merge(state, 1, Integer::sum);
        }
        journal.checkTold();
        moves.repositories().stream().filter(moves::isThere).forEach(world::checkRecorded);
        world.checkRecorded(World.WEST);
    }
}
