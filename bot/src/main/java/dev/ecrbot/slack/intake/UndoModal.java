package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.ModalView;
import java.util.Optional;

/**
 * The field for why something is to be undone; what is filled in is served as the command that says the same. It carries the
 * request's id and nothing else.
 */
record UndoModal(String id, Counter counter) implements Modal {

    @Override
    public String block() {
        return ReasonModal.REASON.block();
    }

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.opensAbout()
                .map(request -> new Errand(
                        Errand.CHECKING,
                        asker -> EndField.judged(
                                counter.wish(asker, request.value(), Wish.UNDO),
                                view(request),
                                SlackProblems.undoNotOpened(request.value()))));
    }

    private View view(RequestId request) {
        return new ModalView(id, "Ask to undo", "Ask", "Not now")
                .of(
                        request.value(),
                        ReasonModal.REASON.shown(
                                "Why should " + request + " be undone?",
                                "Somebody has to approve it, and sees this.",
                                "For example: it was given to the wrong role",
                                true,
                                false));
    }

    @Override
    public Optional<Errand> submitted(View view) {
        String why = ReasonModal.REASON
                .text(view)
                .map(reason -> " because " + reason)
                .orElse("");
        String command = "undo " + ModalView.carried(view) + why;
        return Optional.of(Errand.told(Errand.LOOKING, asker -> counter.command(asker, command)));
    }
}
