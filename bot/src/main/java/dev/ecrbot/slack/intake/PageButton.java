package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import java.util.Optional;

/** Next and Previous below a list: asks for another page of it, as if that had been typed. */
record PageButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.value().isBlank()
                ? Optional.empty()
                : Optional.of(Errand.told(Errand.LOOKING, asker -> counter.look(asker, press.value())));
    }
}
