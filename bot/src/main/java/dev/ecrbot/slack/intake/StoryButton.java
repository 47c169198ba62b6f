package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Optional;

/** Story, on a card that was decided: shows whoever clicked, and nobody else, what {@code show} tells. */
record StoryButton(Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.about()
                .map(request -> Errand.told(WaitWords.looking(), asker -> counter.look(asker, "show " + request)));
    }
}
