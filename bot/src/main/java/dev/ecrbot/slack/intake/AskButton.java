package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Optional;

/** Ask for this, below a line that somebody most likely meant: asks for it as if they had typed it. */
record AskButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        String offeredTo = Ids.offeredTo(press.block());
        return press.value().isBlank()
                ? Optional.empty()
                : Optional.of(Errand.told(WaitWords.looking(), asker -> counter.ask(asker, offeredTo, press.value())));
    }
}
