package dev.ecrbot.slack.intake;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.Message;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.AskFields;
import dev.ecrbot.slack.field.PickField;
import dev.ecrbot.slack.web.Arrivals;
import dev.ecrbot.slack.web.HomeWorkspace;
import dev.ecrbot.slack.web.Identity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what was delivered and hands it on. Runs before the acknowledgement, so it asks nobody anything: no Slack, no AWS,
 * no database. What can't be accepted comes back as a problem. Thread-safe.
 */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Pattern TIME = Pattern.compile("[0-9]{1,15}\\.[0-9]{1,9}");
    private static final Problem STARTING = BotProblems.starting();
    private static final Problem BUSY = BotProblems.busy();
    private static final Problem STOPPING = BotProblems.restarting();
    private static final Problem UNSERVED = BotProblems.restartedBefore();
    private static final Problem CLOSED = SlackProblems.fieldNotOpened();
    private static final Problem UNREADABLE = SlackProblems.clickWithoutRequest();
    private static final Problem NOBODY = SlackProblems.nobodySaid();

    private final HomeWorkspace home;
    private final Workers workers;
    private final Service service;
    private final HomeTabs tabs;
    private final Apology apology;
    private final Arrivals arrivals;

    public Reception(
            HomeWorkspace home, Workers workers, Service service, HomeTabs tabs, Apology apology, Arrivals arrivals) {
        this.home = home;
        this.workers = workers;
        this.service = service;
        this.tabs = tabs;
        this.apology = apology;
        this.arrivals = arrivals;
    }

    Optional<Problem> command(SlashCommandPayload typed, AskForm form) {
        String text = Optional.ofNullable(typed.getText()).orElse("");
        arrivals.typed(text);
        Optional<String> trigger = trigger(typed.getTriggerId());
        return hand(workers.typed(), actor -> actor.of(typed), asker -> () -> {
            if (AskForm.opens(text) && trigger.isPresent()) {
                service.run(asker, form.opened(text), trigger);
            } else {
                service.command(asker, text, trigger);
            }
        });
    }

    /** Opens the form, for whoever chose that among the shortcuts. */
    Optional<Problem> shortcut(GlobalShortcutPayload chosen, AskForm form) {
        arrivals.came(Arrivals.Kind.ASKING);
        return hand(
                workers.typed(),
                actor -> actor.of(chosen),
                asker -> () -> service.run(asker, form.opened(""), trigger(chosen.getTriggerId())));
    }

    /** Has the text of a message explained, for whoever chose that in its menu. */
    Optional<Problem> toExplain(MessageShortcutPayload chosen) {
        arrivals.came(Arrivals.Kind.FIXING);
        String text =
                Optional.ofNullable(chosen.getMessage()).map(Message::getText).orElse("");
        return hand(
                workers.typed(),
                actor -> actor.of(chosen),
                asker -> () -> service.command(asker, "explain " + text, trigger(chosen.getTriggerId())));
    }

    /** Has somebody's Home tab shown; Slack tells of its messages tab, too. */
    void opened(EventsApiPayload<AppHomeOpenedEvent> opened) {
        if (opened.getEvent() == null || !"home".equals(opened.getEvent().getTab())) {
            return;
        }
        arrivals.came(Arrivals.Kind.HOME);
        home.identity()
                .flatMap(identity -> new DeliveryActor(new Persons(identity)).of(opened))
                .ifPresent(asker -> tabs.opened(asker.person()));
    }

    /** Returns what is offered for what was typed so far; there is no other way to answer this than with the acknowledgement. */
    List<Option> repositories(BlockSuggestionPayload typing) {
        arrivals.came(Arrivals.Kind.MATCHING);
        return home.identity()
                .flatMap(identity -> new DeliveryActor(new Persons(identity)).of(typing))
                .map(asker -> service.repositories(
                        asker, Optional.ofNullable(typing.getValue()).orElse("")))
                .map(PickField::options)
                .orElse(List.of());
    }

    Optional<Problem> click(BlockActionPayload payload, ClickHandler handler) {
        BlockActionPayload.Action action = payload.getActions().get(0);
        var press = new Press(
                Optional.ofNullable(action.getValue()).orElse(""),
                Optional.ofNullable(action.getBlockId()).orElse(""),
                trigger(payload.getTriggerId()));
        Optional<Errand> errand = handler.clicked(press);
        return errand.isEmpty()
                ? Optional.of(press.trigger().isEmpty() ? CLOSED : UNREADABLE)
                : hand(
                        workers.clicked(),
                        actor -> actor.of(payload),
                        asker -> () -> service.click(asker, errand.get(), press.trigger()));
    }

    /** Has the form shown anew for what was filled in so far; at the latest what is sent is looked at again. */
    void filled(BlockActionPayload payload, AskForm form) {
        if (payload.getView() != null) {
            Optional<Problem> untold = hand(
                    workers.typed(),
                    actor -> actor.of(payload),
                    asker -> () -> service.filled(asker, payload.getView(), changedAt(payload), form),
                    nobody -> {});
            untold.ifPresent(problem -> LOG.info("A form wasn't shown anew: {}", problem.what()));
        }
    }

    /** Returns Slack's time of what somebody did; zero where it tells none. */
    private static BigDecimal changedAt(BlockActionPayload payload) {
        return payload.getActions().stream()
                .map(BlockActionPayload.Action::getActionTs)
                .filter(ts -> ts != null && TIME.matcher(ts).matches())
                .map(BigDecimal::new)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** Takes in what was filled in; returns what keeps it from that, by the id of the block beside which it is to stand. */
    Map<String, Problem> submission(ViewSubmissionPayload payload, Modal modal) {
        if (AskFields.isTyped(payload.getView())) {
            arrivals.came(Arrivals.Kind.TYPED);
        }
        Map<String, Problem> wrong = modal.wrong(payload.getView());
        return wrong.isEmpty()
                ? modal.submitted(payload.getView())
                        .flatMap(errand -> hand(
                                workers.clicked(),
                                actor -> actor.of(payload),
                                asker -> () -> service.run(asker, errand, trigger(payload.getTriggerId()))))
                        .<Map<String, Problem>>map(problem -> Map.of(modal.block(), problem))
                        .orElse(Map.of())
                : wrong;
    }

    private static Optional<String> trigger(@Nullable String id) {
        return Optional.ofNullable(id).filter(some -> !some.isBlank());
    }

    private Optional<Problem> hand(
            ServicePool pool, Function<DeliveryActor, Optional<Asker>> who, Function<Asker, Runnable> work) {
        return hand(pool, who, work, asker -> apology.say(asker, UNSERVED));
    }

    private Optional<Problem> hand(
            ServicePool pool,
            Function<DeliveryActor, Optional<Asker>> who,
            Function<Asker, Runnable> work,
            Consumer<Asker> unserved) {
        Optional<Identity> identity = home.identity();
        if (identity.isEmpty()) {
            return Optional.of(STARTING);
        }
        Optional<Asker> asker = who.apply(new DeliveryActor(new Persons(identity.get())));
        if (asker.isEmpty()) {
            return Optional.of(NOBODY);
        }
        return switch (pool.hand(work.apply(asker.get()), () -> unserved.accept(asker.get()))) {
            case YES -> Optional.empty();
            case FULL -> Optional.of(BUSY);
            case STOPPING -> Optional.of(STOPPING);
        };
    }
}
