package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.ModalView;
import dev.ecrbot.slack.field.TextField;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.words.ModalWords;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Map;
import java.util.Optional;

/** The field for a comment; it carries the request's id and nothing else. */
record CommentModal(String id, Counter counter) implements Modal {
    private static final TextField COMMENT = new TextField("comment", "comment.text", SafeText.COMMENT);

    @Override
    public String block() {
        return COMMENT.block();
    }

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.opensAbout()
                .map(request -> new Errand(
                        WaitWords.checking(),
                        asker -> EndField.judged(
                                counter.wish(asker, request.value(), Wish.COMMENT),
                                view(request),
                                SlackProblems.commentNotOpened())));
    }

    private View view(RequestId request) {
        return new ModalView(id, ModalWords.commentTitle(), ModalWords.send(), ModalWords.notNow())
                .of(
                        request.value(),
                        COMMENT.shown(
                                ModalWords.comment(request.value()),
                                ModalWords.commentGoes(),
                                ModalWords.commentExample(),
                                false,
                                true));
    }

    @Override
    public Map<String, Problem> wrong(View view) {
        return COMMENT.text(view).isPresent() ? Map.of() : Map.of(block(), DecisionProblems.emptyComment());
    }

    @Override
    public Optional<Errand> submitted(View view) {
        String request = ModalView.carried(view);
        return COMMENT.text(view)
                .map(text -> Errand.told(
                        WaitWords.passingComment(),
                        asker -> counter.written(asker, request, Counter.Writing.COMMENT, text)));
    }
}
