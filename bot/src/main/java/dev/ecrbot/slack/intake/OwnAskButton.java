package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Optional;

/** Ask for it, below an answer that only whoever clicks sees: asks for what it says as if they had typed it. */
record OwnAskButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.value().isBlank()
                ? Optional.empty()
                : Optional.of(Errand.told(
                        WaitWords.looking(),
                        asker -> counter.ask(asker, asker.person().toString(), press.value())));
    }
}
