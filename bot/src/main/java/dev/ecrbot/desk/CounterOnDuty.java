package dev.ecrbot.desk;

import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.ask.Preview;
import dev.ecrbot.desk.ask.Whom;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Serves each person at the desk that is on duty when they come.
 *
 * @param desk the one on duty
 */
record CounterOnDuty(Supplier<? extends Counter> desk) implements Counter {

    @Override
    public boolean isNew(Asker asker, String trigger) {
        return desk.get().isNew(asker, trigger);
    }

    @Override
    public Answer command(Asker asker, String text) {
        return desk.get().command(asker, text);
    }

    @Override
    public Answer ask(Asker asker, String offeredTo, String line) {
        return desk.get().ask(asker, offeredTo, line);
    }

    @Override
    public Answer look(Asker asker, String question) {
        return desk.get().look(asker, question);
    }

    @Override
    public Optional<Answer> promised(Asker asker, Finding.Promised promised) {
        return desk.get().promised(asker, promised);
    }

    @Override
    public Answer click(Click click) {
        return desk.get().click(click);
    }

    @Override
    public Answer endNow(Asker asker, String request, Optional<Instant> shown) {
        return desk.get().endNow(asker, request, shown);
    }

    @Override
    public Answer wish(Asker asker, String request, Wish wish) {
        return desk.get().wish(asker, request, wish);
    }

    @Override
    public Answer soonerEnd(Asker asker, String request, int revision) {
        return desk.get().soonerEnd(asker, request, revision);
    }

    @Override
    public Answer shorten(Asker asker, String request, int revision, String end) {
        return desk.get().shorten(asker, request, revision, end);
    }

    @Override
    public Optional<Problem> wrongEnd(String end, Optional<Instant> latest) {
        return desk.get().wrongEnd(end, latest);
    }

    @Override
    public Map<Draft.Field, Problem> wrongAsk(Draft draft) {
        return desk.get().wrongAsk(draft);
    }

    @Override
    public Answer home(Asker asker) {
        return desk.get().home(asker);
    }

    @Override
    public List<RepositoryRef> repositories(Asker asker, String typed, int most) {
        return desk.get().repositories(asker, typed, most);
    }

    @Override
    public List<Whom> whom(Asker asker) {
        return desk.get().whom(asker);
    }

    @Override
    public Preview preview(Asker asker, Draft draft) {
        return desk.get().preview(asker, draft);
    }

    @Override
    public Answer written(Asker asker, String request, Writing writing, String text) {
        return desk.get().written(asker, request, writing, text);
    }

    @Override
    public Answer replace(Asker asker, String waiting, String line) {
        return desk.get().replace(asker, waiting, line);
    }
}
