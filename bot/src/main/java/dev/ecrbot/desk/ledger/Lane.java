package dev.ecrbot.desk.ledger;

/**
 * One of Slack's budgets for messages: each channel has one for what is posted there, each person one for what they are told,
 * and the whole app one for edits. What waits in one lane holds up no other.
 *
 * @param name stored, so never to be changed
 */
public record Lane(String name) {
    /** Where messages are edited, in whichever channel. */
    public static final Lane EDITS = new Lane("edits");

    /** Returns the lane of what is posted in this channel. */
    public static Lane in(String channel) {
        return new Lane("in " + channel);
    }

    /** Returns the lane of what this person is told. */
    public static Lane to(String user) {
        return new Lane("to " + user);
    }
}
