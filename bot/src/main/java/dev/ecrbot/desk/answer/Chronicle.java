package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.Target;
import java.util.List;
import java.util.Optional;

/** What was asked and done about a repository, or a pattern of them, newest first; one page of it. */
public record Chronicle(Target target, List<Chapter> chapters, Paging paging) implements Finding {
    public Chronicle {
        chapters = List.copyOf(chapters);
    }

    /**
     * One request.
     *
     * @param foreign what ecr-bot came upon that others had changed meanwhile
     */
    public record Chapter(Request request, CardHistory history, List<Event> foreign, Optional<CardRef> card) {
        public Chapter {
            foreign = List.copyOf(foreign);
        }
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.chronicle(this);
    }
}
