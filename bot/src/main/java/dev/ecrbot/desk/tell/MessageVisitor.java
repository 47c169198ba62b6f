package dev.ecrbot.desk.tell;

/** Has one answer for each kind of message. */
public interface MessageVisitor<T> {
    T card(Message.Card card);

    T bundleCard(BundleCard card);

    T approversCalled(Message.ApproversCalled called);

    T reminder(Message.Reminder reminder);

    T escalated(Escalated escalated);

    T commented(Commented commented);

    T grantEnded(Message.GrantEnded ended);

    T grantExtended(Message.GrantExtended extended);

    T undone(Message.Undone undone);

    T grantRestored(Message.GrantRestored restored);

    T denialExplained(DenialExplained explained);

    T endFails(Message.EndFails fails);

    T privately(Message.Private note);

    T listed(Message.Listed listed);

    T glassBroken(GlassBroken broken);

    T recordLost(RecordLost lost);
}
