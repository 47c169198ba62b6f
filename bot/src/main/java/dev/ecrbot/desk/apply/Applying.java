package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.problem.Code;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** All that brings changes into policies, and records what becomes of them, put together. */
public record Applying(
        Applier applier,
        Endings endings,
        GrantEnding grantEnding,
        UnconfirmedWrites unconfirmed,
        Hindrances hindrances,
        RereadSchedule schedule) {

    /**
     * How it works.
     *
     * @param rereadEvery how often each policy with grants in it is read again
     * @param tally counts the problems that keep grants from ending for so long that people are told
     */
    public record Settings(Duration rereadEvery, Sleeper sleeper, Consumer<Code> tally) {}

    /** Puts together what applies changes to these policies. */
    public static Applying of(Ledger ledger, Live live, Judging judging, Settings settings, Clock clock) {
        var endings = new Endings(settings.tally());
        var schedule = new RereadSchedule(settings.rereadEvery());
        var hindrances = new Hindrances(live.evidence(), live.denials());
        var outcomes = new Outcomes(ledger, new RecordsByKind(endings, schedule), hindrances, clock);
        var endingRequests = new EndingRequests(ledger, live.planning(), endings, clock);
        var unconfirmed =
                new UnconfirmedWrites(ledger, live.policies(), live.evidence(), outcomes, endingRequests, clock);
        var settling = new Settling(
                ledger,
                new SteadyReading(live.policies(), settings.sleeper()),
                live.evidence(),
                outcomes,
                unconfirmed,
                clock);
        return new Applying(
                new Applier(
                        ledger,
                        live,
                        outcomes,
                        settling,
                        new Attempts(judging.standing(ledger), clock),
                        settings.sleeper()),
                endings,
                new GrantEnding(ledger, endingRequests, endings, unconfirmed, clock),
                unconfirmed,
                hindrances,
                schedule);
    }
}
