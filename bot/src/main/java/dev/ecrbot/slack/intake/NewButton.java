package dev.ecrbot.slack.intake;

import java.util.Optional;

/** New request, on the Home tab: opens the form empty. */
record NewButton(AskForm form) implements ClickHandler {

    @Override
    public Optional<Errand> clicked(Press press) {
        return press.trigger().map(trigger -> form.opened(""));
    }
}
