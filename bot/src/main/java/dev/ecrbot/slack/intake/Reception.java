package dev.ecrbot.slack.intake;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.message.EndModal;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.ReasonModal;
import dev.ecrbot.slack.web.HomeWorkspace;
import dev.ecrbot.slack.web.Identity;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes in what was delivered and hands it on. Runs before the acknowledgement, so it asks nobody anything: no Slack, no AWS,
 * no database. What can't be taken in comes back as a problem. Thread-safe.
 */
public final class Reception {
    private static final Problem STARTING = new Problem(
            Code.SLACK_UNAVAILABLE,
            "ecr-bot is starting, or can't reach Slack, so this was not taken in.",
            "Try again in a minute.");
    private static final Problem BUSY = new Problem(
            Code.BUSY, "ecr-bot has more to do than it can, so this was not taken in.", "Try again in a moment.");
    private static final Problem STOPPING = new Problem(
            Code.STOPPING,
            "ecr-bot is being restarted, so this was not taken in. What was asked before is not lost.",
            "Try again in a minute.");
    private static final Problem NOBODY = new Problem(
            Code.PERSON_UNKNOWN, "Slack didn't say who you are, so nothing was done.", "Try again in a minute.");

    private final HomeWorkspace home;
    private final ServicePool workers;
    private final Service service;

    public Reception(HomeWorkspace home, ServicePool workers, Service service) {
        this.home = home;
        this.workers = workers;
        this.service = service;
    }

    Optional<Problem> command(SlashCommandPayload typed) {
        String text = Optional.ofNullable(typed.getText()).orElse("");
        return hand(actor -> actor.of(typed), asker -> () -> service.command(asker, text));
    }

    Optional<Problem> click(BlockActionPayload payload, Click.Kind kind) {
        BlockActionPayload.Action action = payload.getActions().get(0);
        String request = Optional.ofNullable(action.getValue()).orElse("");
        int revision = Ids.revision(action.getBlockId());
        Optional<String> trigger = Optional.ofNullable(payload.getTriggerId());
        return hand(
                actor -> actor.of(payload),
                asker -> () -> service.click(new Click(asker, request, revision, kind), trigger));
    }

    Optional<Problem> openReason(BlockActionPayload payload) {
        Optional<RequestId> request =
                Optional.ofNullable(payload.getActions().get(0).getValue()).flatMap(RequestId::parse);
        Optional<String> trigger = Optional.ofNullable(payload.getTriggerId());
        if (request.isEmpty() || trigger.isEmpty()) {
            return Optional.empty();
        }
        return hand(actor -> actor.of(payload), asker -> () -> service.openReason(asker, request.get(), trigger.get()));
    }

    Optional<Problem> openEnd(BlockActionPayload payload) {
        Optional<RequestId> request =
                Optional.ofNullable(payload.getActions().get(0).getValue()).flatMap(RequestId::parse);
        Optional<String> trigger = Optional.ofNullable(payload.getTriggerId());
        if (request.isEmpty() || trigger.isEmpty()) {
            return Optional.empty();
        }
        return hand(actor -> actor.of(payload), asker -> () -> service.openEnd(asker, request.get(), trigger.get()));
    }

    Optional<Problem> openSooner(BlockActionPayload payload) {
        BlockActionPayload.Action action = payload.getActions().get(0);
        Optional<RequestId> request = Optional.ofNullable(action.getValue()).flatMap(RequestId::parse);
        Optional<String> trigger = Optional.ofNullable(payload.getTriggerId());
        if (request.isEmpty() || trigger.isEmpty()) {
            return Optional.empty();
        }
        int revision = Ids.revision(action.getBlockId());
        return hand(
                actor -> actor.of(payload),
                asker -> () -> service.openSooner(asker, request.get(), revision, trigger.get()));
    }

    Optional<Problem> shorten(ViewSubmissionPayload payload) {
        String end = EndModal.end(payload.getView());
        String[] shown = Optional.ofNullable(payload.getView().getPrivateMetadata())
                .orElse("")
                .split(" ", 2);
        int revision = Ids.revision(shown.length > 1 ? shown[1] : "");
        return hand(actor -> actor.of(payload), asker -> () -> service.shorten(asker, shown[0], revision, end));
    }

    Optional<Problem> endNow(BlockActionPayload payload) {
        BlockActionPayload.Action action = payload.getActions().get(0);
        String request = Optional.ofNullable(action.getValue()).orElse("");
        Instant shown = Ids.until(action.getBlockId());
        return hand(actor -> actor.of(payload), asker -> () -> service.endNow(asker, request, shown));
    }

    Optional<Problem> extend(ViewSubmissionPayload payload) {
        String text = EndModal.command(payload.getView());
        return hand(actor -> actor.of(payload), asker -> () -> service.command(asker, text));
    }

    Optional<Problem> reason(ViewSubmissionPayload payload) {
        Optional<String> reason = ReasonModal.reason(payload.getView());
        if (reason.isEmpty()) {
            return Optional.empty();
        }
        String request =
                Optional.ofNullable(payload.getView().getPrivateMetadata()).orElse("");
        return hand(actor -> actor.of(payload), asker -> () -> service.denialReason(asker, request, reason.get()));
    }

    private Optional<Problem> hand(Function<DeliveryActor, Optional<Asker>> who, Function<Asker, Runnable> work) {
        Optional<Identity> identity = home.identity();
        if (identity.isEmpty()) {
            return Optional.of(STARTING);
        }
        Optional<Asker> asker = who.apply(new DeliveryActor(new Persons(identity.get())));
        if (asker.isEmpty()) {
            return Optional.of(NOBODY);
        }
        return switch (workers.hand(work.apply(asker.get()))) {
            case YES -> Optional.empty();
            case FULL -> Optional.of(BUSY);
            case STOPPING -> Optional.of(STOPPING);
        };
    }
}
