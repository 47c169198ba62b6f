package dev.ecrbot;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Grants;
import dev.ecrbot.desk.ledger.Lane;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.ledger.Retention;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.StoreLedger;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Opens a filled store, asks it all that the running bot asks, and prints how long each takes, slowest first. */
final class StoreQuestions {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = Integer.getInteger("warmup", 40);
    private static final int TIMES = Integer.getInteger("times", 200);
    private static final PolicyHolder REGISTRY = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);

    private final String url;
    private final StoreLedger ledger;
    private final Random random = new Random(1);
    private final Instant now;
    private final List<Request> requests;
    private final List<String> lines = new ArrayList<>();

    private StoreQuestions(String url, StoreLedger ledger) {
        this.url = url;
        this.ledger = ledger;
        this.requests = ledger.transact(books -> books.requests()
                .matching(new RequestFilter(Optional.empty(), Optional.empty(), Set.of(), true), 2_000));
        this.now = requests.get(0).createdAt().plus(Duration.ofMinutes(30));
    }

    public static void main(String[] args) throws Exception {
        long began = System.nanoTime();
        try (var ledger = StoreLedger.open(args[0], Optional.empty())) {
            System.out.printf("opened after %d ms%n", (System.nanoTime() - began) / 1_000_000);
            var questions = new StoreQuestions(args[0], ledger);
            questions.ofRequests();
            questions.ofLists();
            questions.ofGrants();
            questions.ofTheRest();
            questions.print();
            long exporting = System.nanoTime();
            var counting = new Counting();
            Export.write(ledger, counting);
            System.out.printf(
                    "export: %,d events, %,d MB, %.1f s%n",
                    counting.lines, counting.bytes >> 20, (System.nanoTime() - exporting) / 1e9);
        }
    }

    private void ofRequests() {
        ask("request, with its card, approvals and events", books -> {
            Request request = books.requests().find(some().id()).orElseThrow();
            books.requests().card(request.id());
            books.requests().approvals(request.id(), 1);
            books.events().of(request.id());
        });
        ask("request, by its ask key", books -> books.requests().open("grant nothing " + random.nextInt()));
        ask("requests left behind", books -> books.requests().in(Set.of(RequestState.APPROVED, RequestState.APPLYING)));
        ask(
                "requests under way at a policy",
                books -> books.requests()
                        .in(
                                Set.of(RequestState.APPLYING),
                                some().change().target().holder()));
        ask("requests under way, of one person", books -> books.requests().underWay(DeskBench.RITA, Paging.SIZE));
        ask("requests waiting, of one person", books -> books.requests().waitingOf(DeskBench.RITA));
        ask("requests to look after", books -> books.requests().toLookAt(now, 200));
        ask("a step of a request, with event and notice", books -> {
            Request request = books.requests().lock(some().id()).orElseThrow();
            books.requests().update(request.moved(RequestState.DENIED, now));
            books.events().add(new Event(EventKind.DENIED, Optional.of(request.id()), Optional.empty(), now, Map.of()));
            books.outbox().add(request.id(), Notice.Kind.CARD, Map.of(), now);
            throw new Undone();
        });
    }

    private void ofLists() {
        var mine = new RequestFilter(Optional.of(DeskBench.RITA), Optional.empty(), Set.of(), true);
        list("requests of somebody with 53,000", mine, 0);
        list("the same, tenth page", mine, 9 * Paging.SIZE);
        list("the same, with a word", new RequestFilter(mine.requester(), Optional.empty(), Set.of("app-77"), true), 0);
        list(
                "the same, with a word that is nowhere",
                new RequestFilter(mine.requester(), Optional.empty(), Set.of("nowhere"), true),
                0);
        var all = new RequestFilter(Optional.empty(), Optional.empty(), Set.of(), true);
        list("all requests", all, 0);
        list(
                "all requests, with a word",
                new RequestFilter(Optional.empty(), Optional.empty(), Set.of("app-77"), true),
                0);
        list("requests that wait", new RequestFilter(Optional.empty(), Optional.empty(), Set.of()), 0);
        ask("history of a repository", books -> {
            var about = RequestFilter.about(some().change().target());
            books.requests().count(about, Paging.COUNTED + 1);
            books.events()
                    .of(books.requests().matching(about, Paging.SIZE).stream()
                            .map(Request::id)
                            .toList());
        });
    }

    private void list(String name, RequestFilter filter, int before) {
        ask(name, books -> books.requests().matching(filter, before, Paging.SIZE));
        ask(name + ", counted", books -> books.requests().count(filter, Paging.COUNTED + 1));
    }

    private void ofGrants() {
        ask(
                "grants of a policy",
                books -> books.grants().standing(some().change().target().holder()));
        ask("grants of a registry's policy", books -> books.grants().standing(REGISTRY));
        ask("grants ended by a request", books -> books.grants().endedBy(some().id()));
        ask("grants due, none", books -> books.grants().due(now, Set.of(), 50));
        ask("grants due, ten thousand", books -> books.grants().due(now.plus(Duration.ofDays(4000)), Set.of(), 50));
        Instant ever = now.plus(Duration.ofDays(4000));
        ending("grants that end soon", Set.of(), ever);
        ending("grants that end soon, with a word", Set.of("app-77"), ever);
        ending("grants that end soon, with a word that is nowhere", Set.of("nowhere"), ever);
        ask(
                "grants that end soon, all of what tells who may see them",
                books -> books.grants().ending(new Grants.Soon(now, ever, Set.of()), 0, 10_000));
        ask("grants that are active, all", books -> books.grants().active());
        ask("grants of somebody", books -> books.grants().heldBy(DeskBench.RITA, Paging.SIZE));
        ask("grants overdue", books -> books.grants().overdue(now));
        ask("whether an account is known", books -> isKnown(books, SeedRegistry.SALES));
        ask("whether an account is known that isn't", books -> isKnown(books, new AccountId("999999999999")));
        ask("grants that are hindered", books -> books.readings().hindered(REGISTRY));
        ask("grants to look after", books -> books.grants().toLookAt(now, 200));
        ask("policies to read again", books -> books.readings().due(now, Set.of(), 50));
        ask("policies to read again, all", books -> books.readings().due(now.plus(Duration.ofDays(9)), Set.of(), 50));
        ask("a grant's reading", books -> {
            GrantId id = new GrantId(some().id());
            if (books.grants()
                    .find(id)
                    .filter(grant -> grant.state() == Grant.State.ACTIVE)
                    .isPresent()) {
                books.readings().seen(id, now);
            }
        });
    }

    private static void isKnown(LedgerTransaction books, AccountId account) {
        books.grants().isKnown("central", SeedRegistry.CENTRAL, account);
    }

    private void ending(String name, Set<String> words, Instant ever) {
        var soon = new Grants.Soon(now, ever, words);
        ask(name, books -> books.grants().ending(soon, 0, Paging.SIZE));
        ask(name + ", a late page", books -> books.grants().ending(soon, 9_000, Paging.SIZE));
        ask(name + ", counted", books -> books.grants().countEnding(soon, Paging.COUNTED + 1));
    }

    private void ofTheRest() {
        ask("a policy's writes", books -> {
            PolicyHolder holder = some().change().target().holder();
            books.writes().after(holder, books.writes().last(holder) - 1);
            books.writes().of(some().id());
        });
        ask("writes in doubt", books -> books.writes().inDoubt());
        ask("the next notice", books -> books.outbox().take(now, Set.of()));
        ask("how many notices wait, and since when", books -> {
            books.outbox().waiting();
            books.outbox().oldest(now);
        });
        ask("a channel's notes", books -> {
            books.outbox().notesSince(Lane.in("C0APPROVALS"), now.minusSeconds(60));
            books.outbox().notes(Lane.in("C0APPROVALS"), Set.of(), 50);
        });
        ask("a delivery, seen", books -> books.deliveries().first("trigger " + random.nextLong(), now));
        ask("deliveries, forgotten", books -> books.deliveries().forget(now.minus(Duration.ofDays(1))));
        ask(
                "retention, nothing old",
                books -> books.retention().letGo(Retention.Place.FIRST, now.minus(Duration.ofDays(400)), 200));
        ask("retention, 20 let go of", books -> {
            books.retention().letGo(Retention.Place.FIRST, now, 20);
            throw new Undone();
        });
        ask("retention, 20 notices", books -> {
            books.retention().emptyOutbox(now, 20);
            throw new Undone();
        });
        ask("chores that are late", books -> ledger.late(now));
    }

    private Request some() {
        return requests.get(random.nextInt(requests.size()));
    }

    private void ask(String name, Consumer<LedgerTransaction> question) {
        long[] took = new long[TIMES];
        long[] cpu = new long[TIMES];
        ServerTime server = ServerTime.of(url);
        for (int i = -WARM_UP; i < TIMES; i++) {
            long used = THREAD.getCurrentThreadCpuTime() + server.nanos();
            long began = System.nanoTime();
            try {
                ledger.record(question);
            } catch (Undone expected) {
                // Everything is as it was for the next time.
            }
            took[Math.max(0, i)] = System.nanoTime() - began;
            cpu[Math.max(0, i)] = THREAD.getCurrentThreadCpuTime() + server.nanos() - used;
        }
        note(name, took, cpu);
    }

    private void note(String name, long[] took, long[] cpu) {
        lines.add("%8.2f %8.2f %8.2f %8.2f  %s"
                .formatted(at(0.99, cpu), at(0.5, cpu), at(0.99, took), at(0.5, took), name));
    }

    private static double at(double share, long[] nanos) {
        long[] sorted = Arrays.stream(nanos).sorted().toArray();
        return sorted[(int) Math.ceil(sorted.length * share) - 1] / 1e6;
    }

    private void print() {
        System.out.println("     p99      p50 of CPU time, p99 and p50 by the clock, in ms");
        lines.sort(Collections.reverseOrder());
        lines.forEach(System.out::println);
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counting extends OutputStream {
        private long bytes;
        private long lines;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) {
            bytes += length;
            for (int i = from; i < from + length; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
    }
}
