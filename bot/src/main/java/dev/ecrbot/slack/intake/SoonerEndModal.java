package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.ModalView;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.words.ModalWords;
import dev.ecrbot.slack.words.WaitWords;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The field for a sooner end; it carries the request's id, the revision that was shown, and the end that was asked for. */
record SoonerEndModal(String id, Counter counter) implements Modal {

    @Override
    public String block() {
        return EndField.BLOCK;
    }

    @Override
    public Optional<Errand> clicked(Press press) {
        int revision = Ids.revision(press.block());
        return press.opensAbout()
                .map(request -> new Errand(WaitWords.checking(), asker -> {
                    Answer judgement = counter.soonerEnd(asker, request.value(), revision);
                    return EndField.judged(
                            judgement,
                            view(request, revision, latest(judgement)),
                            SlackProblems.soonerEndNotOpened(request.value()));
                }));
    }

    private static Optional<Instant> latest(Answer judgement) {
        return judgement instanceof Answer.FieldWanted wanted
                ? wanted.request().change().edit().granted().flatMap(Edit.Grant::until)
                : Optional.empty();
    }

    private View view(RequestId request, int revision, Optional<Instant> latest) {
        return new ModalView(id, ModalWords.soonerEndTitle(), ModalWords.shorten(), ModalWords.leaveIt())
                .of(
                        request + " " + Ids.revision(revision)
                                + latest.map(end -> " " + Ids.until(end)).orElse(""),
                        EndField.shown(ModalWords.soonerEnd(request.value()), ModalWords.soonerEndForms()));
    }

    @Override
    public Map<String, Problem> wrong(View view) {
        String[] carried = ModalView.carried(view).split(" ", -1);
        Optional<Instant> latest = carried.length > 2 ? Ids.until(carried[2]) : Optional.empty();
        return EndField.wrong(counter.wrongEnd(EndField.end(view), latest));
    }

    @Override
    public Optional<Errand> submitted(View view) {
        String[] carried = ModalView.carried(view).split(" ", -1);
        int revision = Ids.revision(carried.length > 1 ? carried[1] : "");
        String end = EndField.end(view);
        return Optional.of(
                Errand.told(WaitWords.looking(), asker -> counter.shorten(asker, carried[0], revision, end)));
    }
}
