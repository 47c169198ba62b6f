package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.command.Inquiry;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.judge.WaitingRequests;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.sight.Sights;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers the questions that change nothing; only to members of the home workspace. Thread-safe. */
public final class Inquiries {
    /** How long it may take to find out whether somebody may look at all, where Slack waits for three seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final RecordedRefusals refusals;
    private final ViewerCheck viewers;
    private final Explaining explaining;
    private final AccessQuestions access;
    private final Records records;
    private final History history;
    private final RuleQuestions rules;
    private final PersonQuestions people;
    private final FleetQuestions fleet;
    private final CodeQuestions code;

    /** Where it is looked up how the policies are. */
    public record Sources(Live live, FleetIndex index, Sights sights) {}

    /** Returns what answers by these policies and this configuration. */
    public Inquiries(
            Ledger ledger, Sources sources, Judging judging, Directory directory, BotConfig config, Clock clock) {
        Sights sights = sources.sights();
        Live live = sources.live();
        FleetIndex index = sources.index();
        this.refusals = judging.refusals();
        this.viewers = judging.viewers();
        this.explaining = new Explaining(
                sights,
                (person, ref) ->
                        viewers.refusal(person, ref.registry(), ref.target()).isEmpty(),
                config.accesses());
        this.access = new AccessQuestions(sights, live.suggestions(), index::known, index::factsSince);
        this.records = new Records(ledger, refusals, viewers);
        this.history = new History(ledger, live.policies(), index, config, clock);
        this.rules = new RuleQuestions(config.rules(), directory);
        this.people = new PersonQuestions(ledger, viewers, new WaitingRequests(ledger, directory), rules, index);
        this.fleet = new FleetQuestions(ledger, live, index, viewers, config, clock);
        this.code = new CodeQuestions(live);
    }

    /** Works out beforehand what questions about the whole fleet need, as far as the index has changed. */
    public void prepare() {
        fleet.prepare();
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

    /**
     * Answers what was promised to this person, once what it needs is there, or won't come soon.
     *
     * @return empty before that
     * @throws dev.ecrbot.problem.ProblemException as {@link #answer}
     */
    public Optional<Finding> kept(PersonId person, Finding.Promised promised) {
        return fleet.renewed(promised).map(renewal -> {
            refusals.member(person);
            return new Finding.Renewed(promised.question().visit(new Handling(person)), renewal);
        });
    }

    /**
     * Tells a person how things are for them.
     *
     * @throws dev.ecrbot.problem.ProblemException if they may not ask, or it can't be found out
     */
    public HomePage home(PersonId person) {
        refusals.member(person);
        return people.home(person);
    }

    /** Finds repositories, as far as the index knows them, by some of their names; takes a second or two at most. */
    public List<RepositoryRef> repositories(PersonId person, String typed, int most) {
        return isMember(person) ? fleet.repositories(typed, most) : List.of();
    }

    /** Returns how the repositories of this name are named in full, as far as the index knows: for guesses, which somebody confirms. */
    public List<String> homes(String name) {
        return fleet.homes(name);
    }

    /** Returns whether somebody may look at anything, as far as that can be told in a second or two. */
    public boolean isMember(PersonId person) {
        try {
            CompletableFuture.runAsync(() -> refusals.member(person)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private final class Handling implements Inquiry.Visitor<Finding> {
        private final PersonId person;

        Handling(PersonId person) {
            this.person = person;
        }

        private void check(RepositoryRef ref) {
            viewers.check(person, ref.registry(), ref.repository());
        }

        @Override
        public Finding explain(Inquiry.Explain explain) {
            return explaining.of(person, explain);
        }

        @Override
        public Finding who(Inquiry.Who who) {
            check(who.repository());
            return access.who(who);
        }

        @Override
        public Finding can(Inquiry.Can can) {
            check(can.repository());
            return access.can(can);
        }

        @Override
        public Finding show(Inquiry.Show show) {
            return records.show(person, show);
        }

        @Override
        public Finding history(Inquiry.History history) {
            viewers.check(person, history.target().registry(), history.target().target());
            return Inquiries.this.history.of(history);
        }

        @Override
        public Finding whoAmI(Inquiry.WhoAmI whoAmI) {
            return rules.whoAmI(person);
        }

        @Override
        public Finding rules(Inquiry.Rules asked) {
            return rules.rules(person, asked);
        }

        @Override
        public Finding access(FleetInquiry.Access asked) {
            return fleet.reach(person, asked);
        }

        @Override
        public Finding person(FleetInquiry.OfPerson asked) {
            return people.access(person, asked);
        }

        @Override
        public Finding audit(FleetInquiry.Audit asked) {
            return fleet.audit(person, asked);
        }

        @Override
        public Finding drift(FleetInquiry.Drift asked) {
            return fleet.drift(person, asked);
        }

        @Override
        public Finding asFile(FleetInquiry.AsFile asked) {
            return fleet.sheet(person, asked);
        }

        @Override
        public Finding fresh(FleetInquiry.Fresh asked) {
            return fleet.fresh(asked, inquiry -> inquiry.visit(this));
        }

        @Override
        public Finding export(FleetInquiry.Export asked) {
            check(asked.repository());
            return code.export(asked);
        }
    }
}
