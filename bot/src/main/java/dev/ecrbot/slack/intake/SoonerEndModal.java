package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.slack.message.Ids;
import java.util.Optional;

/** The field for a sooner end; it carries the request's id and the revision that was shown. */
record SoonerEndModal(String id, Counter counter) implements Modal {

    @Override
    public String block() {
        return EndField.BLOCK;
    }

    @Override
    public Optional<Errand> clicked(Press press) {
        int revision = Ids.revision(press.block());
        return press.opensAbout()
                .map(request -> new Errand(
                        Errand.CHECKING,
                        asker -> EndField.judged(
                                counter.soonerEnd(asker, request.value(), revision),
                                view(request, revision),
                                "Slack didn't open the field for the sooner end. " + request + " stays as it is.",
                                "Click “Shorten…” again, or deny it with the end that you would approve.")));
    }

    private View view(RequestId request, int revision) {
        return new ModalView(id, "Shorten the end", "Shorten", "Leave it")
                .of(
                        request + " " + Ids.revision(revision),
                        EndField.shown(
                                "When should " + request + " end at the latest?",
                                "for 1d, for 7d or for 30d, counted from now, or until 2026-12-31. Then it still has to be approved."));
    }

    @Override
    public Optional<Errand> submitted(View view) {
        String[] carried = ModalView.carried(view).split(" ", 2);
        int revision = Ids.revision(carried.length > 1 ? carried[1] : "");
        String end = EndField.end(view);
        return Optional.of(Errand.told(Errand.LOOKING, asker -> counter.shorten(asker, carried[0], revision, end)));
    }
}
