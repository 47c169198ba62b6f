package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/**
 * A reply in the card's thread: what somebody says about the request.
 *
 * @param answers who had spoken before, where whoever asked answers them
 */
public record Commented(Request request, CardRef card, PersonId by, Optional<PersonId> answers, String text)
        implements Message {

    /** Returns what belongs into the thread for this notice. */
    static Optional<Message> of(Notice notice, Request request, CardRef card) {
        return by(notice)
                .map(by -> new Commented(
                        request,
                        card,
                        by,
                        PersonId.parse(notice.details().getOrDefault(Detail.FROM, "")),
                        text(notice)));
    }

    /** Returns what whoever asked is told for this notice. */
    static Optional<Note> told(Notice notice) {
        return by(notice).map(by -> new CommentNote(by, text(notice)));
    }

    private static Optional<PersonId> by(Notice notice) {
        return PersonId.parse(notice.details().getOrDefault(Detail.BY, ""));
    }

    private static String text(Notice notice) {
        return notice.details().getOrDefault(Detail.COMMENT, "");
    }

    @Override
    public <T> T visit(MessageVisitor<T> visitor) {
        return visitor.commented(this);
    }
}
