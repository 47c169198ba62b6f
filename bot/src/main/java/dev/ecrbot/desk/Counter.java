package dev.ecrbot.desk;

/**
 * The counter where people are served: what they type and click, and what they are told.
 *
 * <p>Thread-safe. A call may take some seconds, since people are looked up and policies are read; it never throws.
 */
public interface Counter {

    /** Serves a command; {@code text} is what was typed after {@code /ecr}, as Slack sent it. */
    Answer command(Asker asker, String text);

    /** Serves a click on a card's button. */
    Answer click(Click click);

    /** Takes the reason that a denier adds; {@code request} and {@code reason} are unchecked. */
    Answer denialReason(Asker asker, String request, String reason);
}
