package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.ModalView;
import dev.ecrbot.slack.words.ModalWords;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Map;
import java.util.Optional;

/**
 * The fields for the end of a grant that takes the place of what others wrote, and for why; what is filled in is served as the
 * command that says the same. It carries that command without these two.
 */
record TakeOverModal(String id, Counter counter) implements Modal {
    private static final String BEGINS = "grant instead ";

    @Override
    public String block() {
        return EndField.BLOCK;
    }

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.trigger()
                .filter(trigger -> press.value().startsWith(BEGINS))
                .map(trigger -> new Errand(
                        WaitWords.checking(), asker -> Served.opened(view(press.value()), notOpened(press))));
    }

    private View view(String line) {
        return new ModalView(id, ModalWords.takeOverTitle(), ModalWords.ask(), ModalWords.notNow())
                .of(
                        line,
                        EndField.shown(ModalWords.takeOverEnd(), ModalWords.takeOverForms()),
                        ReasonModal.REASON.shown(
                                ModalWords.why(),
                                ModalWords.decidersSeeIt(),
                                ModalWords.takeOverExample(),
                                true,
                                false));
    }

    private static Answer notOpened(Press press) {
        return new Answer.Refused(SlackProblems.takeOverNotOpened(press.value()));
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
        String command = ModalView.carried(view) + " " + EndField.end(view) + why;
        return command.startsWith(BEGINS)
                ? Optional.of(Errand.told(WaitWords.looking(), asker -> counter.command(asker, command)))
                : Optional.empty();
    }
}
