package dev.ecrbot.desk.counter;

/**
 * A click on a card's button.
 *
 * @param request as the button says, unchecked
 * @param revision the card's revision the button was shown with
 */
public record Click(Asker by, String request, int revision, Kind kind) {

    /** Which button. */
    public enum Kind {
        APPROVE,
        DENY
    }
}
