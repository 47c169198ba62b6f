package dev.ecrbot.desk.ledger;

/** What goes first where not everything can go at once. Numbers are stored: never changed, only added to. */
public enum Urgency {
    /** A new card: nobody can decide on what they don't see. Also whatever nobody has looked at yet. */
    CARD(0),
    /** A card that shows an older state than its request is in, or access that was lost. */
    EDIT(10),
    /** Somebody is called to do something. */
    CALL(20),
    /** One person is told something. */
    PRIVATE(30),
    /** A note in a card's thread. */
    NOTE(40),
    /** A card of access that came to its end, as it had said it would. */
    LATE_EDIT(50),
    /** A note that waits for others of its channel, to be told together with them. */
    GATHERED(60);

    private final int number;

    Urgency(int number) {
        this.number = number;
    }

    /** Returns the number; the lower, the more urgent. */
    public int number() {
        return number;
    }
}
