package dev.ecrbot.slack.web;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Commented;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Escalated;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.MessageVisitor;
import dev.ecrbot.desk.tell.RecordLost;
import dev.ecrbot.slack.channel.GlassBrokenText;
import dev.ecrbot.slack.channel.ListMessage;
import dev.ecrbot.slack.channel.RecordLostText;
import dev.ecrbot.slack.channel.ThreadMessage;
import dev.ecrbot.slack.message.BundleCardMessage;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.UndoText;
import dev.ecrbot.slack.note.NoteMessage;
import java.util.Optional;
import java.util.function.Function;

/**
 * Has the words for each kind of message.
 *
 * @param names what people call accounts and the rest
 * @param links the address of a card
 */
record Writing(DisplayNames names, Function<CardRef, Optional<String>> links) implements MessageVisitor<Rendered> {
    @Override
    public Rendered card(Message.Card card) {
        return new CardMessage(card, names).render();
    }

    @Override
    public Rendered bundleCard(BundleCard card) {
        return new BundleCardMessage(card, names).render();
    }

    @Override
    public Rendered approversCalled(Message.ApproversCalled called) {
        return new ThreadMessage(names).called(called);
    }

    @Override
    public Rendered reminder(Message.Reminder reminder) {
        return new ThreadMessage(names).reminder(reminder);
    }

    @Override
    public Rendered escalated(Escalated escalated) {
        return new ThreadMessage(names).escalated(escalated);
    }

    @Override
    public Rendered commented(Commented commented) {
        return new ThreadMessage(names).commented(commented);
    }

    @Override
    public Rendered grantEnded(Message.GrantEnded ended) {
        return new ThreadMessage(names).ended(ended);
    }

    @Override
    public Rendered grantExtended(Message.GrantExtended extended) {
        return new ThreadMessage(names).extended(extended);
    }

    @Override
    public Rendered undone(Message.Undone undone) {
        return new UndoText(names).undone(undone);
    }

    @Override
    public Rendered grantRestored(Message.GrantRestored restored) {
        return new UndoText(names).restored(restored);
    }

    @Override
    public Rendered denialExplained(DenialExplained explained) {
        return new ThreadMessage(names).denied(explained);
    }

    @Override
    public Rendered endFails(Message.EndFails fails) {
        return new ThreadMessage(names).endFails(fails);
    }

    @Override
    public Rendered privately(Message.Private note) {
        return new NoteMessage(note, note.card().flatMap(links), names).render();
    }

    @Override
    public Rendered listed(Message.Listed listed) {
        return new ListMessage(listed, links, names).render();
    }

    @Override
    public Rendered glassBroken(GlassBroken broken) {
        return new GlassBrokenText(names).render(broken);
    }

    @Override
    public Rendered recordLost(RecordLost lost) {
        return new RecordLostText(names).render(lost);
    }
}
