package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.ModalView;
import dev.ecrbot.slack.words.ModalWords;
import dev.ecrbot.slack.words.WaitWords;
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
                        WaitWords.checking(),
                        asker -> EndField.judged(
                                counter.wish(asker, request.value(), Wish.UNDO),
                                view(request),
                                SlackProblems.undoNotOpened(request.value()))));
    }

    private View view(RequestId request) {
        return new ModalView(id, ModalWords.undoTitle(), ModalWords.ask(), ModalWords.notNow())
                .of(
                        request.value(),
                        ReasonModal.REASON.shown(
                                ModalWords.undo(request.value()),
                                ModalWords.undoGoes(),
                                ModalWords.undoExample(),
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
        return Optional.of(Errand.told(WaitWords.looking(), asker -> counter.command(asker, command)));
    }
}
