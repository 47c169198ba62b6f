package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Optional;

/** A button about a request that asks for no more than the click. */
record WishButton(Wish wish, Counter counter) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return Optional.of(Errand.told(WaitWords.checking(), asker -> counter.wish(asker, press.value(), wish)));
    }
}
