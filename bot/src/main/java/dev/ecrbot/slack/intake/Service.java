package dev.ecrbot.slack.intake;

import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.Code;
import dev.ecrbot.slack.field.PickField;
import dev.ecrbot.slack.message.AnswerMessage;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.web.PrivatePost;
import dev.ecrbot.slack.web.Reply;
import dev.ecrbot.slack.web.Web;
import dev.ecrbot.slack.words.WaitWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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
    private final Supplier<AnswerMessage> words;
    private final ScheduledExecutorService background;
    private final Redraws redraws;
    private final Promises promises;

    public Service(
            Counter counter,
            Web web,
            PrivatePost privately,
            Supplier<AnswerMessage> words,
            ScheduledExecutorService background) {
        this.counter = counter;
        this.web = web;
        this.privately = privately;
        this.words = words;
        this.background = background;
        this.redraws = new Redraws((id, view) -> web.updateView(id, view).why());
        this.promises = new Promises(counter, this::tell, background);
    }

    void command(Asker asker, String text, Optional<String> trigger) {
        run(asker, Errand.told(WaitWords.looking(), who -> counter.command(who, text)), trigger);
    }

    /**
     * Does an errand, unless it was done before, and opens the modal or tells the answer that comes of it.
     *
     * @param trigger the delivery's own id, for which Slack opens a modal within three seconds of the click
     */
    void run(Asker asker, Errand errand, Optional<String> trigger) {
        answered(asker, errand, trigger);
    }

    /** As {@link #run}, for a click on a message: one about a request that there isn't loses its buttons, and says so. */
    void click(Asker asker, Errand errand, Optional<String> trigger) {
        if (answered(asker, errand, trigger).filter(Service::isLost).isPresent()) {
            Rendered lost = lost();
            asker.from().responseUrl().map(url -> privately.replace(url, lost)).ifPresent(reply -> {
                if (!PrivatePost.done(reply)) {
                    LOG.warn("the message of a lost request couldn't be replaced: {}", reply.why());
                }
            });
        }
    }

    private static Rendered lost() {
        String text = WaitWords.requestLost();
        return new Rendered(text, List.of(Blocks.mrkdwn(text)));
    }

    private static boolean isLost(Answer answer) {
        return answer instanceof Answer.Refused refused && refused.problem().code() == Code.REQUEST_NOT_FOUND;
    }

    /**
     * Shows the form anew for somebody who fills it in.
     *
     * @param at when they did, by Slack's clock
     */
    void filled(Asker asker, View view, BigDecimal at, AskForm form) {
        redraws.changed(view, at, shown -> form.redrawn(asker, shown));
    }

    /** Finds repositories for a field that offers them. */
    List<RepositoryRef> repositories(Asker asker, String typed) {
        return counter.repositories(asker, typed, PickField.MOST);
    }

    /** Returns what came of it; empty if it was done before. */
    private Optional<Answer> answered(Asker asker, Errand errand, Optional<String> trigger) {
        if (trigger.filter(id -> !counter.isNew(asker, id)).isPresent()) {
            LOG.info("A delivery that came before, perhaps elsewhere, had no effect");
            return Optional.empty();
        }
        Served served = serve(asker, errand);
        Optional<View> opened = served.modal()
                .flatMap(modal -> trigger.flatMap(id -> web.openView(id, modal).done()))
                .map(ViewsOpenResponse::getView);
        if (opened.isPresent()) {
            served.anew().ifPresent(anew -> redraws.opened(opened.get(), anew));
        } else {
            tell(asker, promises.noted(asker, served.answer()));
        }
        return Optional.of(served.answer());
    }

    private Served serve(Asker asker, Errand errand) {
        var note = new MessageBuilder()
                .add(Blocks.lines(RichTextLine.of(errand.meanwhile())))
                .rendered(errand.meanwhile());
        try {
            return Progress.during(() -> errand.work().apply(asker), PATIENCE, background, () -> say(asker, note));
        } catch (RuntimeException e) {
            LOG.error("The counter failed", e);
            return Served.told(new Answer.Refused(BotProblems.mistakeHalfway()));
        }
    }

    /** Tells those who were promised an answer, and don't have it yet, that it won't come. */
    public void stopPromising(Apology apology) {
        promises.giveUp(apology::say);
    }

    private void tell(Asker asker, Answer answer) {
        words.get().render(answer).ifPresent(message -> say(asker, message));
    }

    private void say(Asker asker, Rendered message) {
        Reply<?> reply = privately.where(asker.from(), asker.person().user(), message);
        if (!PrivatePost.done(reply)) {
            LOG.warn("{} couldn't be answered: {}", asker.person(), reply.why());
        }
    }
}
