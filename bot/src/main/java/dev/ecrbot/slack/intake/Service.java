package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.message.AnswerMessage;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.EndModal;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.ReasonModal;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.web.PrivatePost;
import dev.ecrbot.slack.web.Reply;
import dev.ecrbot.slack.web.Web;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves people after the acknowledgement: brings what they want to the counter, and the answer back to them. Thread-safe. */
public final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Counter counter;
    private final Web web;
    private final PrivatePost privately;
    private final AnswerMessage words;
    private final ScheduledExecutorService background;

    public Service(
            Counter counter, Web web, PrivatePost privately, AnswerMessage words, ScheduledExecutorService background) {
        this.counter = counter;
        this.web = web;
        this.privately = privately;
        this.words = words;
        this.background = background;
    }

    void command(Asker asker, String text) {
        tell(
                asker,
                serve(asker, "Looking at the live policy. This takes a moment…", () -> counter.command(asker, text)));
    }

    void click(Click click, Optional<String> trigger) {
        Answer answer =
                serve(click.by(), "Checking who may decide this. This takes a moment…", () -> counter.click(click));
        boolean asked = answer instanceof Answer.Denied denied
                && trigger.filter(id -> opened(denied.request().id(), id)).isPresent();
        if (!asked) {
            tell(click.by(), answer);
        }
    }

    void openReason(Asker asker, RequestId request, String trigger) {
        if (!opened(request, trigger)) {
            tell(
                    asker,
                    new Answer.Refused(new Problem(
                            Code.SLACK_UNAVAILABLE,
                            "Slack didn't open the field for the reason. " + request + " stays denied.",
                            "Click “Add a reason” again, or tell the requester yourself.")));
        }
    }

    void openEnd(Asker asker, RequestId request, String trigger) {
        if (mayFill(asker, () -> counter.laterEnd(asker, request.value()))
                && !PrivatePost.done(web.openView(trigger, EndModal.of(request.value())))) {
            tell(
                    asker,
                    new Answer.Refused(new Problem(
                            Code.SLACK_UNAVAILABLE,
                            "Slack didn't open the field for the new end, so nothing was asked.",
                            "Type /ecr extend " + request + " for 7d, or however long it is needed.")));
        }
    }

    void openSooner(Asker asker, RequestId request, int revision, String trigger) {
        if (mayFill(asker, () -> counter.soonerEnd(asker, request.value(), revision))
                && !PrivatePost.done(web.openView(trigger, EndModal.sooner(request.value(), revision)))) {
            tell(
                    asker,
                    new Answer.Refused(new Problem(
                            Code.SLACK_UNAVAILABLE,
                            "Slack didn't open the field for the sooner end. " + request + " stays as it is.",
                            "Click “Shorten…” again, or deny it with the end that you would approve.")));
        }
    }

    // Slack opens a field within three seconds of the click, so whoever is judged for longer is asked to click again.
    private boolean mayFill(Asker asker, Supplier<Answer> judgement) {
        Answer answer = serve(asker, "Checking who may do this. This takes a moment…", judgement);
        tell(asker, answer);
        return answer instanceof Answer.EndWanted;
    }

    void shorten(Asker asker, String request, int revision, String end) {
        tell(
                asker,
                serve(
                        asker,
                        "Looking at the live policy. This takes a moment…",
                        () -> counter.shorten(asker, request, revision, end)));
    }

    void endNow(Asker asker, String request, Instant shown) {
        tell(
                asker,
                serve(
                        asker,
                        "Looking at the live policy. This takes a moment…",
                        () -> counter.endNow(asker, request, shown)));
    }

    void denialReason(Asker asker, String request, String reason) {
        tell(asker, serve(asker, "Passing the reason on…", () -> counter.denialReason(asker, request, reason)));
    }

    private boolean opened(RequestId request, String trigger) {
        return PrivatePost.done(web.openView(trigger, ReasonModal.of(request.value())));
    }

    private Answer serve(Asker asker, String meanwhile, Supplier<Answer> work) {
        var note = new MessageBuilder()
                .add(Blocks.lines(RichTextLine.of(meanwhile)))
                .rendered(meanwhile);
        try {
            return Progress.during(work, PATIENCE, background, () -> say(asker, note));
        } catch (RuntimeException e) {
            LOG.error("The counter failed", e);
            return new Answer.Refused(new Problem(
                    Code.INTERNAL,
                    "Something went wrong inside ecr-bot, and it can't say how far it got.",
                    "Look with /ecr requests what is known, then try again; tell whoever runs the bot."));
        }
    }

    private void tell(Asker asker, Answer answer) {
        words.render(answer).ifPresent(message -> say(asker, message));
    }

    void say(Asker asker, Rendered message) {
        Reply<?> reply = privately.where(asker.from(), asker.person().user(), message);
        if (!PrivatePost.done(reply)) {
            LOG.warn("{} couldn't be answered: {}", asker.person(), reply.why());
        }
    }
}
