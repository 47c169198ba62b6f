package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.diff.ForeignChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was asked and done about a repository, or a pattern of them, and what others changed in its policy, newest first; one page
 * of it.
 *
 * @param whole whether all is among it that others were seen to change; if not, only the newest of it is
 * @param age up to when changes by others are known; empty where the policy was read just now, or never was
 */
public record Chronicle(Target target, List<Entry> entries, boolean whole, Optional<Age> age, Paging paging)
        implements Finding {
    public Chronicle {
        entries = List.copyOf(entries);
    }

    /** One thing that happened. */
    public sealed interface Entry permits Chapter, Foreign {
        <T> T visit(Visitor<T> visitor);

        /** Tells the kinds apart. */
        interface Visitor<T> {
            T chapter(Chapter chapter);

            T foreign(Foreign foreign);
        }
    }

    /**
     * One request.
     *
     * @param foreign what ecr-bot came upon that others had changed meanwhile
     */
    public record Chapter(Request request, CardHistory history, List<Event> foreign, Optional<CardRef> card)
            implements Entry {
        public Chapter {
            foreign = List.copyOf(foreign);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.chapter(this);
        }
    }

    /**
     * A change of the policy by somebody else.
     *
     * @param effects what it means to whom, in sentences
     */
    public record Foreign(ForeignChange change, List<String> effects) implements Entry {
        public Foreign {
            effects = List.copyOf(effects);
        }

        /** Returns when a reading first showed it. */
        public Instant noticed() {
            return change.noticed();
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.foreign(this);
        }
    }

    @Override
    public <T> T visit(Finding.Visitor<T> visitor) {
        return visitor.chronicle(this);
    }
}
