package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The desk against the simplest one there can be: whatever happens in whatever order, the policies say what that one
 * says. {@code -Dmodel.seed} plays a run again, {@code -Dmodel.runs} and {@code -Dmodel.moves} make more of it.
 */
@Tag("long")
final class ModelTest {
    private static final int RUNS =
            Integer.getInteger("model.runs", Thoroughness.ofThisRun().of(2, 500));
    private static final int MOVES = Integer.getInteger("model.moves", 250);

    /** One run. */
    private static final class Run {
        private final World world;
        private final Reference reference = new Reference();
        private final Journal journal;
        private final Moves moves;
        private final Set<RequestId> applied = new HashSet<>();
        private final Map<RequestId, Request> known = new HashMap<>();
        private final List<String> story = new ArrayList<>();

        private Run(World world, long seed) {
            this.world = world;
            this.journal = new Journal(world);
            this.moves = new Moves(world, reference, new Random(seed));
        }

        private void play() {
            for (int i = 0; i < MOVES; i++) {
                story.add(moves.next());
                check();
            }
            story.add("quiet");
            moves.untilQuiet();
            check();
            assertThat(world.untold()).isZero();
            assertThat(known.values())
                    .extracting(request -> request.stage().state())
                    .doesNotContain(RequestState.APPROVED, RequestState.APPLYING);
            known.values().stream()
                    .filter(request -> request.ask().isPresent())
                    .forEach(request -> journal.checkShown(request.id()));
            journal.checkTold();
        }

        private void check() {
            world.all().stream()
                    .filter(id -> !known.containsKey(id)
                            || goesOn(known.get(id).stage().state()))
                    .map(world::now)
                    .filter(request -> !request.equals(known.put(request.id(), request)))
                    .forEach(request -> journal.check(request.id()));
            List<Request> requests = List.copyOf(known.values());
            requests.stream()
                    .filter(request -> request.stage().state() == RequestState.APPLIED)
                    .filter(request -> applied.add(request.id()))
                    .sorted(Comparator.comparing(this::place)
                            .thenComparing(request -> request.stage().changedAt()))
                    .forEach(request -> reference.applied(
                            (Repository) request.change().target(),
                            request.change().edit(),
                            givenOn(request),
                            request.stage().changedAt()));
            world.checkSaid();
            for (Repository repository :
                    moves.repositories().stream().filter(moves::isThere).toList()) {
                List<Request> here = requests.stream()
                        .filter(request -> request.change().target().equals(repository))
                        .toList();
                check(repository, here);
            }
        }

        // AWS may take a write late whose request has failed.
        private static boolean goesOn(RequestState state) {
            return !state.isFinal() || state == RequestState.FAILED;
        }

        private void check(Repository repository, List<Request> requests) {
            world.checkRecorded(repository);
            var live = LiveAccess.of(world.ecr().policy(repository));
            assertThat(live.foreign()).containsExactlyInAnyOrderElementsOf(reference.foreign(repository));
            if (requests.stream().noneMatch(request -> request.stage().state() == RequestState.APPLYING)) {
                assertThat(live.ours()).as("%s", repository).isEqualTo(reference.modes(repository));
                Explained.of(world, repository).check(reference.foreignWrites(repository) > 0);
            }
        }

        /** Returns when it took effect among the others: by its write or, where none was needed, after those recorded before. */
        private long place(Request request) {
            return write(request)
                    .orElseGet(() -> known.values().stream()
                            .filter(other -> other.stage().state() == RequestState.APPLIED)
                            .filter(other -> other.stage()
                                    .changedAt()
                                    .isBefore(request.stage().changedAt()))
                            .mapToLong(other -> write(other).orElse(0L))
                            .max()
                            .orElse(0L));
        }

        private Optional<Long> write(Request request) {
            return world.ledger()
                    .<Optional<RecordedWrite>>transact(books -> books.writes().of(request.id()))
                    .map(RecordedWrite::id);
        }

        private boolean givenOn(Request request) {
            Optional<Owned> before = before(request.change().edit());
            return before.isPresent()
                    && world
                            .ledger()
                            .<List<Grant>>transact(books -> books.grants()
                                    .standing(request.change().target().holder()))
                            .stream()
                            .filter(other -> !request.change().grant().equals(Optional.of(other.id())))
                            .anyMatch(other -> other.owned().equals(before.get()));
        }

        private static Optional<Owned> before(Edit edit) {
            if (edit instanceof Edit.Undo undo) {
                return undo.done().granted().map(given -> new Owned(given.principal(), given.access(), given.until()));
            }
            if (edit instanceof Edit.Extend extend) {
                return Optional.of(new Owned(extend.principal(), extend.access(), Optional.of(extend.from())));
            }
            return edit instanceof Edit.End end
                    ? Optional.of(new Owned(end.principal(), end.access(), end.until()))
                    : Optional.empty();
        }
    }

    @Test
    void thePoliciesSayWhatTheSimplestDeskSays() {
        long first = Long.getLong("model.seed", Seed.ofThisRun());
        Map<RequestState, Integer> ends = new EnumMap<>(RequestState.class);
        Map<Grace, Integer> graces = new EnumMap<>(Grace.class);
        long claims = 0;
        long answers = 0;
        long deeds = 0;
        for (long seed = first; seed < first + RUNS; seed++) {
            try (World world = World.inMemory()) {
                var run = new Run(world, seed);
                try {
                    run.play();
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(
                            "play it again with -Dmodel.runs=1 -Dmodel.seed=" + seed + ", move " + run.story.size()
                                    + "\n" + String.join("\n", run.story),
                            e);
                }
                claims += world.witness().checked();
                answers += world.witness().answersChecked();
                deeds += world.witness().deedsChecked();
                world.witness().used().forEach((grace, times) -> graces.merge(grace, times, Integer::sum));
                run.known.values().forEach(request -> ends.merge(request.stage().state(), 1, Integer::sum));
            }
        }
        System.out.println("ModelTest: -Dmodel.seed=" + first + ", " + RUNS + " runs of " + MOVES + " moves, requests: "
                + ends + ", " + claims + " claims, " + answers + " of answers and " + deeds
                + " of what others did checked, graces used: " + graces);
    }
}
