package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Optional;

/**
 * Approve or Deny on a card.
 *
 * @param reason opened for whoever denied
 */
record DecisionButton(Click.Kind kind, Counter counter, ReasonModal reason) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        int revision = Ids.revision(press.block());
        return Optional.of(new Errand(
                WaitWords.deciding(), asker -> served(counter.click(new Click(asker, press.value(), revision, kind)))));
    }

    private Served served(Answer answer) {
        return answer instanceof Answer.Denied denied
                ? Served.opened(reason.view(denied.request().id()), answer)
                : Served.told(answer);
    }
}
