package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.words.WaitWords;
import java.time.Instant;
import java.util.Optional;

/** End now, wherever a grant is shown with its end. */
record EndNowButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        Optional<Instant> shown = Ids.until(press.block());
        return Optional.of(Errand.told(WaitWords.looking(), asker -> counter.endNow(asker, press.value(), shown)));
    }
}
