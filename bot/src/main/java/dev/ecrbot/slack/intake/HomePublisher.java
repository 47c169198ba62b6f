package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.slack.message.AnswerMessage;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.web.Reply;
import dev.ecrbot.slack.web.Web;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows people their Home tabs, one after the other and one a second at most, since Slack takes about a hundred a minute of the
 * whole app. Thread-safe; a thread of its own asks the counter.
 */
public final class HomePublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomePublisher.class);
    private static final Duration TURN = Duration.ofSeconds(1);

    private final HomeTabs tabs;
    private final Counter counter;
    private final Web web;
    private final Supplier<AnswerMessage> words;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "slack-home");
        daemon.setDaemon(true);
        return daemon;
    });

    public HomePublisher(HomeTabs tabs, Counter counter, Web web, Supplier<AnswerMessage> words) {
        this.tabs = tabs;
        this.counter = counter;
        this.web = web;
        this.words = words;
    }

    /** Begins to show them; returns at once. */
    public void start() {
        Future<?> unused = thread.scheduleWithFixedDelay(this::turn, 0, TURN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Shows the tab that is due longest, if one is; never throws, or none would ever be shown again. */
    void turn() {
        try {
            tabs.next().ifPresent(this::show);
        } catch (RuntimeException e) {
            LOG.error("A Home tab couldn't be shown", e);
        }
    }

    private void show(PersonId person) {
        Optional<Rendered> page = words.get().render(counter.home(new Asker(person, new Origin("", Optional.empty()))));
        page.map(rendered -> web.publishHome(person.user(), view(rendered))).ifPresent(reply -> shown(person, reply));
    }

    private void shown(PersonId person, Reply<?> reply) {
        if (reply instanceof Reply.Unsure<?> unsure) {
            tabs.again(person, unsure.after());
        } else if (reply instanceof Reply.Refused<?> refused) {
            LOG.warn("{}'s Home tab couldn't be shown: {}", person, refused.error());
            tabs.forget(person);
        }
    }

    private static View view(Rendered page) {
        return View.builder().type("home").blocks(page.blocks()).build();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
