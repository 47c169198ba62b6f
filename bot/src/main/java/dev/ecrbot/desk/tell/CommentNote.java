package dev.ecrbot.desk.tell;

import dev.ecrbot.rules.PersonId;

/** Somebody said something about the reader's request. By direct message. */
public record CommentNote(PersonId by, String text) implements Note.Direct {
    @Override
    public <T> T visit(NoteVisitor<T> visitor) {
        return visitor.commented(this);
    }
}
