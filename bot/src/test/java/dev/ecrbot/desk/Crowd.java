package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Many requests at once, and people who click on all of them from every side. */
public final class Crowd implements AutoCloseable {
    private static final int CLICKS = 3;
    private static final int LOOK_EVERY = 20;

    private final World world;
    private final List<RequestId> requests = new ArrayList<>();
    private final List<Repository> repositories = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2 * CLICKS);

    public Crowd(World world, int repositories) {
        this.world = world;
        for (int i = 0; i < repositories; i++) {
            this.repositories.add(world.repository("payments/r" + i));
        }
    }

    public List<Repository> repositories() {
        return repositories;
    }

    public List<RequestId> requests() {
        return requests;
    }

    public void ask(int number, List<Replica> replicas) {
        for (int i = 0; i < number; i++) {
            world.role("r" + i);
            Repository repository = repositories.get(i % repositories.size());
            Answer answer = replicas.get(i % replicas.size())
                    .types(DeskBench.RITA, "grant pull " + repository.name() + " sales r" + i);
            assertThat(answer).isInstanceOf(Answer.Filed.class);
            requests.add(((Answer.Filed) answer).request().id());
        }
    }

    /** Clicks three times on the card of each request that waits, through every replica and at the same moment. */
    public void click(List<Replica> replicas) throws InterruptedException {
        for (RequestId id : requests) {
            Request shown = world.now(id);
            if (shown.stage().state() == RequestState.PENDING) {
                List<Callable<Answer>> clicks = new ArrayList<>();
                for (int i = 0; i < CLICKS; i++) {
                    var by = i % 2 == 0 ? DeskBench.AMIR : DeskBench.OLGA;
                    replicas.forEach(replica -> clicks.add(
                            () -> replica.approves(by, id, shown.revision().number())));
                }
                threads.invokeAll(clicks);
            }
        }
    }

    /** Waits until nobody has anything left to do; returns how many milliseconds it took. */
    public long awaitQuiet(int longestSeconds) {
        long start = System.nanoTime();
        await(longestSeconds, () -> underWay().isEmpty() && world.untold() == 0);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private List<RequestId> underWay() {
        return world.ledger()
                .transact(books -> books.requests().in(Set.of(RequestState.APPROVED, RequestState.APPLYING)));
    }

    private void await(int longestSeconds, BooleanSupplier done) {
        for (int looks = 0; !done.getAsBoolean(); looks++) {
            if (looks > longestSeconds * 1000 / LOOK_EVERY) {
                throw new AssertionError("still under way: " + underWay() + ", untold: " + world.untold());
            }
            Weather.pass(LOOK_EVERY);
        }
    }

    /** Returns in what states the requests are, counted; a failure by its code. */
    public Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        requests.stream()
                .map(world::now)
                .map(now -> now.stage().state()
                        + now.stage()
                                .problem()
                                .map(problem -> " " + problem.code())
                                .orElse(""))
                .forEach(state -> states.merge(state, 1, Integer::sum));
        return states;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
