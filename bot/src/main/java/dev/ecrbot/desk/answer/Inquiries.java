package dev.ecrbot.desk.answer;

import dev.ecrbot.command.Inquiry;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;

/** Answers the questions that change nothing; only to members of the home workspace. Thread-safe. */
public final class Inquiries {
    private final RecordedRefusals refusals;
    private final Explaining explaining;
    private final AccessQuestions access;
    private final Records records;
    private final RuleQuestions rules;

    /** Returns what answers by these policies and this configuration. */
    public Inquiries(
            Ledger ledger, Live live, RecordedRefusals refusals, Directory directory, BotConfig config, Clock clock) {
        var sights = new Sights(live.policies(), config, clock);
        this.refusals = refusals;
        this.explaining = new Explaining(sights, config.accesses());
        this.access = new AccessQuestions(sights, live.suggestions());
        this.records = new Records(ledger, refusals);
        this.rules = new RuleQuestions(config.rules(), directory);
    }

    /**
     * Answers a question of this person.
     *
     * @throws dev.ecrbot.problem.ProblemException if they may not ask, or it can't be found out
     */
    public Finding answer(PersonId person, Inquiry inquiry) {
        refusals.member(person);
        return inquiry.visit(new Handling(person));
    }

    private final class Handling implements Inquiry.Visitor<Finding> {
        private final PersonId person;

        Handling(PersonId person) {
            this.person = person;
        }

        @Override
        public Finding explain(Inquiry.Explain explain) {
            return explaining.of(explain);
        }

        @Override
        public Finding who(Inquiry.Who who) {
            return access.who(who);
        }

        @Override
        public Finding can(Inquiry.Can can) {
            return access.can(can);
        }

        @Override
        public Finding show(Inquiry.Show show) {
            return records.show(person, show);
        }

        @Override
        public Finding history(Inquiry.History history) {
            return records.history(history);
        }

        @Override
        public Finding whoAmI(Inquiry.WhoAmI whoAmI) {
            return rules.whoAmI(person);
        }

        @Override
        public Finding rules(Inquiry.Rules asked) {
            return rules.rules(person, asked);
        }
    }
}
