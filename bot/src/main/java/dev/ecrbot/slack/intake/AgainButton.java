package dev.ecrbot.slack.intake;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Manner;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.slack.words.WaitWords;
import java.util.Optional;

/** Ask again: opens the form with what was asked for; what the form has no fields for comes as a line to confirm. */
record AgainButton(Counter counter, AskForm form) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return Optional.of(new Errand(
                WaitWords.looking(), asker -> served(asker, counter.wish(asker, press.value(), Wish.ASK_AGAIN))));
    }

    private Served served(Asker asker, Answer answer) {
        boolean fits = answer instanceof Answer.Guessed guessed
                && guessed.command() instanceof Command.Grant grant
                && grant.manner() == Manner.IF_LACKING;
        return fits ? form.opened(asker, Draft.of(((Answer.Guessed) answer).line()), answer) : Served.told(answer);
    }
}
