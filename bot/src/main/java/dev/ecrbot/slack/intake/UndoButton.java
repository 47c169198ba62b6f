package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import java.util.Optional;

/** Undo, beside a grant: asks for it as if it had been typed. */
record UndoButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return Optional.of(Errand.told(Errand.LOOKING, asker -> counter.undo(asker, press.value())));
    }
}
