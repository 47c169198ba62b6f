package dev.ecrbot.desk;

import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.desk.tell.RecordLost;
import dev.ecrbot.rules.PersonId;
import java.util.List;

/**
 * How many messages went where; edits are none.
 *
 * @param channel in the approvers' channel itself, or another one
 * @param thread in the threads of cards
 * @param seen by the asker only, where they asked
 * @param asker as direct messages to the asker
 * @param others as direct messages to others, or seen by them only
 */
record MessageTally(int channel, int thread, int seen, int asker, int others) {
    static final String HEADING = "channel | threads | where asked | direct to the asker | to others";

    static MessageTally of(List<Message> messages, PersonId asker) {
        var tally = new MessageTally(0, 0, 0, 0, 0);
        for (Message message : messages) {
            tally = tally.and(message, asker);
        }
        return tally;
    }

    private MessageTally and(Message message, PersonId asker) {
        if (message instanceof Message.Private told) {
            boolean theirs = told.to().equals(asker);
            boolean seenOnly = theirs && told.note().way() == Note.Way.WHERE_ASKED;
            return new MessageTally(
                    channel,
                    thread,
                    seen + (seenOnly ? 1 : 0),
                    asker() + (theirs && !seenOnly ? 1 : 0),
                    others + (theirs ? 0 : 1));
        }
        if (isEdit(message)) {
            return this;
        }
        boolean top = isAtTop(message);
        return new MessageTally(channel + (top ? 1 : 0), thread + (top ? 0 : 1), seen, asker(), others);
    }

    private static boolean isEdit(Message message) {
        return message instanceof BundleCard common
                ? common.posted().isPresent()
                : message instanceof Message.Card card && card.posted().isPresent();
    }

    private static boolean isAtTop(Message message) {
        return message instanceof Message.Card card
                ? card.below().isEmpty()
                : message instanceof BundleCard
                        || message instanceof Message.Listed
                        || message instanceof RecordLost
                        || message instanceof GlassBroken;
    }

    /** Returns the figures, as cells of a table. */
    @Override
    public String toString() {
        return channel + " | " + thread + " | " + seen + " | " + asker + " | " + others;
    }
}
