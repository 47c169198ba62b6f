package dev.ecrbot.desk.tell;

/** Has one answer for each kind of note. */
public interface NoteVisitor<T> {
    T ofGrant(GrantNote note);

    T asked(Note.Asked asked);

    T together(Note.Together together);

    T revised(Note.Revised revised);

    T shortened(Note.Shortened shortened);

    T handedOn(Note.HandedOn handed);

    T granted(Note.Granted granted);

    T extended(Note.Extended extended);

    T revoked(Note.Revoked revoked);

    T denied(Note.Denied denied);

    T denialReason(Note.DenialReason reason);

    T expired(Note.Expired expired);

    T undid(Note.Undid undid);

    T undone(Note.Undone undone);

    T belated(Note.Belated belated);

    T failed(Note.Failed failed);

    T commented(CommentNote comment);
}
