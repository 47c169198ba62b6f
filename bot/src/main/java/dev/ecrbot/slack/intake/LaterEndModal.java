package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.ModalView;
import dev.ecrbot.slack.words.ModalWords;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Map;
import java.util.Optional;

/**
 * The fields for a later end, and for why; what is filled in is served as the command that says the same. It carries the
 * request's id and nothing else.
 */
record LaterEndModal(String id, Counter counter) implements Modal {

    @Override
    public String block() {
        return EndField.BLOCK;
    }

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.opensAbout()
                .map(request -> new Errand(
                        WaitWords.checking(),
                        asker -> EndField.judged(
                                counter.wish(asker, request.value(), Wish.LATER_END),
                                view(request),
                                SlackProblems.laterEndNotOpened(request.value()))));
    }

    private View view(RequestId request) {
        return new ModalView(id, ModalWords.laterEndTitle(), ModalWords.ask(), ModalWords.notNow())
                .of(
                        request.value(),
                        EndField.shown(ModalWords.laterEnd(request.value()), ModalWords.laterEndForms()),
                        ReasonModal.REASON.shown(
                                ModalWords.why(),
                                ModalWords.decidersSeeIt(),
                                ModalWords.laterEndExample(),
                                true,
                                false));
    }

    @Override
    public Map<String, Problem> wrong(View view) {
        return EndField.wrong(counter.wrongEnd(EndField.end(view), Optional.empty()));
    }

    @Override
    public Optional<Errand> submitted(View view) {
        String why = ReasonModal.REASON
                .text(view)
                .map(reason -> " because " + reason)
                .orElse("");
        String command = "extend " + ModalView.carried(view) + " " + EndField.end(view) + why;
        return Optional.of(Errand.told(WaitWords.looking(), asker -> counter.command(asker, command)));
    }
}
