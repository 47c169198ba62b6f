package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Optional;

/** A button below an answer that carries a question, for the next page of a list for example: asks it, as if it had been typed. */
record PageButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.value().isBlank()
                ? Optional.empty()
                : Optional.of(Errand.told(WaitWords.looking(), asker -> counter.look(asker, press.value())));
    }
}
