package dev.ecrbot.slack.channel;

import com.slack.api.model.block.LayoutBlock;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Commented;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Escalated;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.MessageVisitor;
import dev.ecrbot.desk.tell.RecordLost;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.BundleCardMessage;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.message.UndoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes notes for threads as a message of the channel: a line for each, with a link to its card.
 *
 * @param links the address of a card
 */
public record ListMessage(Message.Listed listed, Function<CardRef, Optional<String>> links, DisplayNames names) {
    /** Each line is cut here, so that as many as are ever listed fit into one message. */
    private static final int LONGEST = 220;

    public Rendered render() {
        if (listed.notes().size() == 1) {
            Message note = listed.notes().get(0);
            String text = id(note) + note.visit(new Words(names));
            return new Rendered(text, List.of(Blocks.mrkdwn(text)));
        }
        List<String> lines = listed.notes().stream().map(this::line).toList();
        String title = lines.size() + " notes on requests of this channel";
        var blocks = new ArrayList<LayoutBlock>(List.of(Blocks.mrkdwn(title + ":")));
        var section = new StringBuilder();
        for (String line : lines) {
            if (section.length() + line.length() + 3 > Blocks.LONGEST_SECTION) {
                blocks.add(Blocks.mrkdwn(section.toString()));
                section.setLength(0);
            }
            section.append("• ").append(line).append('\n');
        }
        blocks.add(Blocks.mrkdwn(section.toString()));
        return new Rendered(title + ". " + lines.get(0), blocks);
    }

    private String line(Message note) {
        String text = note.visit(new Words(names));
        return id(note)
                + (text.length() > LONGEST ? Mrkdwn.escape(SafeText.cut(unmarked(text), LONGEST)) : text)
                + note.visit(new CardOfNote())
                        .flatMap(links)
                        .map(url -> " <" + url + "|See its card>")
                        .orElse("");
    }

    private static String id(Message note) {
        return "`" + note.request().id() + "` ";
    }

    // Cut in the middle, a mention would be broken markup.
    private static String unmarked(String text) {
        return text.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** What a note says where it stands by itself. */
    private record Words(DisplayNames names) implements MessageVisitor<String> {
        @Override
        public String card(Message.Card card) {
            return new CardMessage(card, names).render().text();
        }

        @Override
        public String bundleCard(BundleCard card) {
            return new BundleCardMessage(card, names).render().text();
        }

        @Override
        public String approversCalled(Message.ApproversCalled called) {
            return new ThreadMessage(names).called(called).text();
        }

        @Override
        public String reminder(Message.Reminder reminder) {
            return new ThreadMessage(names).reminder(reminder, "its card");
        }

        @Override
        public String escalated(Escalated escalated) {
            return new ThreadMessage(names).escalated(escalated, "its card");
        }

        @Override
        public String commented(Commented commented) {
            return new ThreadMessage(names).commented(commented).text();
        }

        @Override
        public String grantEnded(Message.GrantEnded ended) {
            return new ThreadMessage(names).ended(ended).text();
        }

        @Override
        public String grantExtended(Message.GrantExtended extended) {
            return new ThreadMessage(names).extended(extended).text();
        }

        @Override
        public String undone(Message.Undone undone) {
            return new UndoText(names).undone(undone).text();
        }

        @Override
        public String grantRestored(Message.GrantRestored restored) {
            return new UndoText(names).restored(restored).text();
        }

        @Override
        public String denialExplained(DenialExplained explained) {
            return new ThreadMessage(names).denied(explained).text();
        }

        @Override
        public String endFails(Message.EndFails fails) {
            return new ThreadMessage(names).endFails(fails, "this channel");
        }

        @Override
        public String privately(Message.Private note) {
            throw new IllegalArgumentException("what one person is told isn't listed in a channel");
        }

        @Override
        public String glassBroken(GlassBroken broken) {
            return new GlassBrokenText(names).render(broken).text();
        }

        @Override
        public String recordLost(RecordLost lost) {
            return new RecordLostText(names).render(lost).text();
        }

        @Override
        public String listed(Message.Listed listed) {
            throw new IllegalArgumentException("a list isn't listed");
        }
    }

    /** Where the card stands in whose thread the note belongs. */
    private static final class CardOfNote implements MessageVisitor<Optional<CardRef>> {
        @Override
        public Optional<CardRef> card(Message.Card card) {
            return card.posted();
        }

        @Override
        public Optional<CardRef> bundleCard(BundleCard card) {
            return card.posted();
        }

        @Override
        public Optional<CardRef> approversCalled(Message.ApproversCalled called) {
            return Optional.of(called.card());
        }

        @Override
        public Optional<CardRef> reminder(Message.Reminder reminder) {
            return Optional.of(reminder.card());
        }

        @Override
        public Optional<CardRef> escalated(Escalated escalated) {
            return Optional.of(escalated.card());
        }

        @Override
        public Optional<CardRef> commented(Commented commented) {
            return Optional.of(commented.card());
        }

        @Override
        public Optional<CardRef> grantEnded(Message.GrantEnded ended) {
            return ended.card();
        }

        @Override
        public Optional<CardRef> grantExtended(Message.GrantExtended extended) {
            return extended.card();
        }

        @Override
        public Optional<CardRef> undone(Message.Undone undone) {
            return Optional.of(undone.card());
        }

        @Override
        public Optional<CardRef> grantRestored(Message.GrantRestored restored) {
            return Optional.of(restored.card());
        }

        @Override
        public Optional<CardRef> denialExplained(DenialExplained explained) {
            return Optional.of(explained.card());
        }

        @Override
        public Optional<CardRef> endFails(Message.EndFails fails) {
            return Optional.of(fails.card());
        }

        @Override
        public Optional<CardRef> privately(Message.Private note) {
            return note.card();
        }

        @Override
        public Optional<CardRef> glassBroken(GlassBroken broken) {
            return Optional.empty();
        }

        @Override
        public Optional<CardRef> recordLost(RecordLost lost) {
            return Optional.empty();
        }

        @Override
        public Optional<CardRef> listed(Message.Listed listed) {
            return Optional.empty();
        }
    }
}
