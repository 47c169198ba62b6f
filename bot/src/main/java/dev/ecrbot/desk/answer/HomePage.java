package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.RuleStanding;
import java.util.List;
import java.util.Optional;

/**
 * How things are for one person. Of each kind of thing at most one more than {@value #MOST} stand here.
 *
 * @param waiting what waits for their decision, oldest first; where it can't be told whether it does, too
 * @param asked what they asked for and that is neither in effect nor over: first what is being applied, then what waits
 * @param held the grants that they asked for and that go on, those that end first before the others
 * @param rules those under which they may ask, as far as that can be told
 * @param coverage how much is known of the registries, and how old that is
 */
public record HomePage(
        PersonId person,
        List<Entry> waiting,
        List<Entry> asked,
        List<Grant> held,
        List<RuleStanding> rules,
        Coverage coverage)
        implements Finding {
    /** So many of each kind are counted. */
    public static final int MOST = 50;

    public HomePage {
        waiting = List.copyOf(waiting);
        asked = List.copyOf(asked);
        held = List.copyOf(held);
        rules = List.copyOf(rules);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.home(this);
    }

    /**
     * A request, and where its card stands.
     *
     * @param together how many are decided on at once with it, itself included
     */
    public record Entry(Request request, Optional<CardRef> card, int together) {
        /** One that is decided on by itself. */
        public Entry(Request request, Optional<CardRef> card) {
            this(request, card, 1);
        }
    }
}
