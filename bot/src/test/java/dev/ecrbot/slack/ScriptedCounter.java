package dev.ecrbot.slack;

import dev.ecrbot.LongestWait;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.command.help.HelpPage;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.ask.Preview;
import dev.ecrbot.desk.ask.Whom;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.slack.message.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Writes down who came, and answers as it is told. */
public final class ScriptedCounter implements Counter {
    public record Command(Asker by, String text) {}

    public record Reason(Asker by, String request, String reason) {}

    public final List<Command> commands = new CopyOnWriteArrayList<>();
    final List<Click> clicks = new CopyOnWriteArrayList<>();
    final List<Reason> reasons = new CopyOnWriteArrayList<>();
    volatile Function<String, Answer> onCommand =
            text -> new Answer.Help(new HelpPage("Heard", text.isBlank() ? "nothing" : text, List.of(), List.of()));
    volatile Function<PersonId, Answer> onHome =
            person -> new Answer.Help(new HelpPage("At home", person.user(), List.of(), List.of()));
    volatile Function<Click, Answer> onClick = click -> new Answer.Approved(Samples.request(), 1);
    volatile Function<String, Optional<Problem>> onEnd = end -> Optional.empty();
    public volatile Function<Finding.Promised, Optional<Answer>> onPromise = promised -> Optional.empty();
    private final AtomicInteger replays = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Keeps everybody waiting from now on. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    @Override
    public boolean isNew(Asker asker, String trigger) {
        boolean replay = replays.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        replayed.addAndGet(replay ? 1 : 0);
        return !replay;
    }

    /** Takes the next so many deliveries for ones that it has seen. */
    void replays(int number) {
        replays.set(number);
    }

    /** Returns how many deliveries it took for ones that it has seen. */
    int replayed() {
        return replayed.get();
    }

    @Override
    public Answer command(Asker asker, String text) {
        commands.add(new Command(asker, text));
        pass();
        return onCommand.apply(text);
    }

    @Override
    public Answer ask(Asker asker, String offeredTo, String line) {
        commands.add(new Command(asker, "ask " + offeredTo + " " + line));
        pass();
        return onCommand.apply(line);
    }

    @Override
    public Answer look(Asker asker, String question) {
        commands.add(new Command(asker, "look " + question));
        pass();
        return onCommand.apply(question);
    }

    @Override
    public Optional<Answer> promised(Asker asker, Finding.Promised promised) {
        return onPromise.apply(promised);
    }

    @Override
    public Answer click(Click click) {
        clicks.add(click);
        pass();
        return onClick.apply(click);
    }

    @Override
    public Answer endNow(Asker asker, String request, Optional<Instant> shown) {
        commands.add(new Command(asker, "end " + request + " " + shown));
        pass();
        return new Answer.Ending(Samples.request(), false);
    }

    @Override
    public Answer wish(Asker asker, String request, Wish wish) {
        commands.add(new Command(asker, wish + " " + request));
        pass();
        return new Answer.FieldWanted(Samples.request());
    }

    @Override
    public Answer soonerEnd(Asker asker, String request, int revision) {
        commands.add(new Command(asker, "sooner end " + request + " " + revision));
        pass();
        return new Answer.FieldWanted(Samples.request());
    }

    @Override
    public Answer shorten(Asker asker, String request, int revision, String end) {
        commands.add(new Command(asker, "shorten " + request + " " + revision + " " + end));
        pass();
        return new Answer.Shortened(Samples.request());
    }

    @Override
    public Optional<Problem> wrongEnd(String end, Optional<Instant> latest) {
        return onEnd.apply(end);
    }

    @Override
    public List<Whom> whom(Asker asker) {
        return List.of(new Whom("sales", "ci-deployer"));
    }

    @Override
    public Preview preview(Asker asker, Draft draft) {
        pass();
        return new Preview.Unfinished();
    }

    @Override
    public Answer replace(Asker asker, String waiting, String line) {
        return command(asker, line);
    }

    @Override
    public Map<Draft.Field, Problem> wrongAsk(Draft draft) {
        return Map.of();
    }

    @Override
    public List<RepositoryRef> repositories(Asker asker, String typed, int most) {
        return List.of(new RepositoryRef("central", Samples.REPOSITORY));
    }

    @Override
    public Answer home(Asker asker) {
        commands.add(new Command(asker, "home"));
        pass();
        return onHome.apply(asker.person());
    }

    @Override
    public Answer written(Asker asker, String request, Writing writing, String text) {
        reasons.add(new Reason(asker, request, text));
        pass();
        return new Answer.PassedOn(Samples.request(), writing == Writing.REASON);
    }

    private void pass() {
        try {
            if (!gate.await(LongestWait.SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("held for too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
