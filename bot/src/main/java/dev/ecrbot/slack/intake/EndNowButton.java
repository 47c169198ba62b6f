package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.slack.message.Ids;
import java.time.Instant;
import java.util.Optional;

/** End now, on the warning that a grant ends soon, and where it is told who has access. */
record EndNowButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        Instant shown = Ids.until(press.block());
        return Optional.of(Errand.told(Errand.LOOKING, asker -> counter.endNow(asker, press.value(), shown)));
    }
}
