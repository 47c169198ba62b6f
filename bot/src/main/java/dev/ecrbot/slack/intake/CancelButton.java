package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import java.util.Optional;

/** Cancel, on what the requester is told while a request waits. */
record CancelButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return Optional.of(Errand.told(Errand.CHECKING, asker -> counter.wish(asker, press.value(), Wish.CANCEL)));
    }
}
