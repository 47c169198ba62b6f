package dev.ecrbot.command;

import java.util.List;

/**
 * Several of one kind at once, decided on together.
 *
 * @param changes alike but for what is changed for whom
 * @param text as one would type it
 */
public record Several(List<Command.Single> changes, String text) implements Command {
    /** So many at once, at most: all of them have to fit on one card. */
    public static final int MOST = 20;

    public Several {
        changes = List.copyOf(changes);
        if (changes.size() < 2 || changes.size() > MOST) {
            throw new IllegalArgumentException("several are two to " + MOST);
        }
    }

    @Override
    public <T> T visit(CommandVisitor<T> visitor) {
        return visitor.several(this);
    }
}
