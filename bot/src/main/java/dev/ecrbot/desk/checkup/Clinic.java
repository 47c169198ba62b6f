package dev.ecrbot.desk.checkup;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.doctor.Part;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Has the bot's set-up looked at, beside all other work and once at a time: who asks meanwhile gets the same result. Thread-safe. */
public final class Clinic implements AutoCloseable {
    // Slack takes five answers to what was typed: the first word, these, and the result.
    private static final int MOST_WORDS = 2;
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final Examiner examiner;
    private final Executor beside;
    private final Teller teller;
    private final Clock clock;
    private final Map<PersonId, Origin> asked = new LinkedHashMap<>();
    private final List<Consumer<Checkup.Over>> unasked = new ArrayList<>();
    private boolean busy;
    private boolean closed;
    private volatile Optional<Checkup.Over> last = Optional.empty();

    /** @param beside what does the looking, which may take minutes */
    public Clinic(Examiner examiner, Executor beside, Teller teller, Clock clock) {
        this.examiner = examiner;
        this.beside = beside;
        this.teller = teller;
        this.clock = clock;
    }

    /** Returns one that has nothing to look at, and tells nobody. */
    public static Clinic empty() {
        return new Clinic(config -> List.of(), Runnable::run, (person, from, checkup) -> {}, Clock.systemUTC());
    }

    /**
     * Looks at everything, and tells this person how that goes.
     *
     * @throws ProblemException if the bot is ending
     */
    public void look(BotConfig config, PersonId person, Origin from) {
        List<Part> parts = examiner.parts(config);
        // Told by this thread, and before anything else is, so that the words come in their order.
        teller.tell(
                person, from, new Checkup.Begun(parts.stream().map(Part::name).toList(), isBusy()));
        begin(parts, () -> asked.put(person, from));
    }

    /** Looks at everything, though nobody asked; what is found comes here, unless the bot ends before. */
    public void look(BotConfig config, Consumer<Checkup.Over> then) {
        begin(examiner.parts(config), () -> unasked.add(then));
    }

    /** Returns what was found last; empty before the first look is over. */
    public Optional<Checkup.Over> last() {
        return last;
    }

    private synchronized boolean isBusy() {
        return busy;
    }

    private void begin(List<Part> parts, Runnable enlist) {
        synchronized (this) {
            if (closed) {
                throw ending();
            }
            enlist.run();
            if (busy) {
                return;
            }
            busy = true;
        }
        try {
            beside.execute(() -> examine(parts));
        } catch (RejectedExecutionException e) {
            over();
            throw ending();
        }
    }

    private static ProblemException ending() {
        return new ProblemException(BotProblems.stoppingBeforeCheckup());
    }

    private void examine(List<Part> parts) {
        Instant began = clock.instant();
        Instant spoke = began;
        int words = 0;
        var found = new ArrayList<Examined>();
        for (int i = 0; i < parts.size() && !isClosed(); i++) {
            Instant now = clock.instant();
            if (i > 0 && words < MOST_WORDS && Duration.between(spoke, now).compareTo(QUIET) > 0) {
                int wrong = (int) found.stream().filter(Examined::isWrong).count();
                tell(
                        askers(),
                        new Checkup.Going(i, parts.size(), wrong, parts.get(i).name()));
                spoke = now;
                words++;
            }
            found.addAll(parts.get(i).found());
        }
        ended(new Checkup.Over(found, began));
    }

    /** What broke while the bot was ending was broken by that, and says nothing of the set-up. */
    private void ended(Checkup.Over over) {
        Map<PersonId, Origin> people;
        List<Consumer<Checkup.Over>> others;
        synchronized (this) {
            people = askers();
            others = List.copyOf(unasked);
            over();
            if (closed) {
                return;
            }
            last = Optional.of(over);
        }
        tell(people, over);
        others.forEach(each -> each.accept(over));
    }

    private void tell(Map<PersonId, Origin> people, Checkup checkup) {
        people.forEach((person, from) -> teller.tell(person, from, checkup));
    }

    private synchronized Map<PersonId, Origin> askers() {
        return new LinkedHashMap<>(asked);
    }

    private synchronized void over() {
        asked.clear();
        unasked.clear();
        busy = false;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Takes nobody in any more, and drops what is under way: it isn't told, and counts as nothing found. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
