package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.ModalView;
import dev.ecrbot.slack.field.TextField;
import dev.ecrbot.slack.words.ModalWords;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Optional;

/** The field for why something was denied; it carries the request's id and nothing else. */
record ReasonModal(String id, Counter counter) implements Modal {
    static final TextField REASON = new TextField("reason", "reason.text", 300);

    @Override
    public String block() {
        return REASON.block();
    }

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.opensAbout()
                .map(request ->
                        new Errand(WaitWords.checking(), asker -> Served.opened(view(request), notOpened(request))));
    }

    View view(RequestId request) {
        return new ModalView(id, ModalWords.reasonTitle(), ModalWords.send(), ModalWords.skip())
                .of(
                        request.value(),
                        REASON.shown(
                                ModalWords.reason(request.value()),
                                ModalWords.reasonGoes(),
                                ModalWords.reasonExample(),
                                true,
                                true));
    }

    @Override
    public Optional<Errand> submitted(View view) {
        String request = ModalView.carried(view);
        return REASON.text(view)
                .map(reason -> Errand.told(
                        WaitWords.passingReason(),
                        asker -> counter.written(asker, request, Counter.Writing.REASON, reason)));
    }

    private static Answer notOpened(RequestId request) {
        return new Answer.Refused(SlackProblems.reasonNotOpened(request.value()));
    }
}
