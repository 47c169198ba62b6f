package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.command.Which;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.checkup.Checkup;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.sight.Renewal;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.Coverage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found out for somebody who asked; told to them alone. */
public sealed interface Finding
        permits Explanation,
                Possibility,
                Holders,
                Story,
                Chronicle,
                Profile,
                RuleBook,
                PrincipalReach,
                PersonsAccess,
                Audit,
                Drift,
                Exported,
                Sheet,
                HomePage,
                Finding.Choice,
                Finding.CheckedUp,
                Finding.Renewed,
                Finding.Promised {

    /** Hands itself to the method for its kind. */
    <T> T visit(Visitor<T> visitor);

    /** Has one answer for each kind. */
    interface Visitor<T> {
        T explanation(Explanation explanation);

        T possibility(Possibility possibility);

        T holders(Holders holders);

        T story(Story story);

        T chronicle(Chronicle chronicle);

        T profile(Profile profile);

        T ruleBook(RuleBook ruleBook);

        T reach(PrincipalReach reach);

        T personsAccess(PersonsAccess access);

        T audit(Audit audit);

        T drift(Drift drift);

        T exported(Exported exported);

        T sheet(Sheet sheet);

        T home(HomePage home);

        T choice(Choice choice);

        T checkedUp(CheckedUp checkedUp);

        T renewed(Renewed renewed);

        T promised(Promised promised);
    }

    /**
     * What somebody can have meant who named no request. It is changed by the buttons below it alone, and judged anew then.
     *
     * @param grants what they may change of what goes on, where that is what they wanted
     * @param requests the same of requests
     * @param more how many there are beside these
     * @param closed how many fit which they may not change
     * @param unknown words that stand in none of them, and were left out
     */
    record Choice(Which asked, List<Held> grants, List<Request> requests, long more, long closed, List<String> unknown)
            implements Finding {
        public Choice {
            grants = List.copyOf(grants);
            requests = List.copyOf(requests);
            unknown = List.copyOf(unknown);
        }

        /**
         * Access that goes on.
         *
         * @param line asks for the end that was named; nothing where none was
         */
        public record Held(Grant grant, Optional<Line> line) {}

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.choice(this);
        }
    }

    /** How the bot's own set-up is. */
    record CheckedUp(Checkup checkup) implements Finding {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.checkedUp(this);
        }
    }

    /** An answer from the index, for which that was read anew as far as the renewal says. */
    record Renewed(Finding answer, Renewal renewal) implements Finding {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.renewed(this);
        }
    }

    /**
     * The answer comes when the index has been read anew, which takes longer than anybody waits.
     *
     * @param at when it was asked
     * @param begun when the crawl of each registry began whose end is waited for
     * @param coverage how far that is
     */
    record Promised(FleetInquiry.Broad question, Instant at, Map<RegionalRegistry, Instant> begun, Coverage coverage)
            implements Finding {
        public Promised {
            begun = Map.copyOf(begun);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.promised(this);
        }
    }
}
