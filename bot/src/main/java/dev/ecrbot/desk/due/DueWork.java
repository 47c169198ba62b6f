package dev.ecrbot.desk.due;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.judge.ApproverCheck;
import dev.ecrbot.desk.ledger.Chore;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.request.RequestId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What comes due by stored dates, put together. */
public record DueWork(Sweeper sweeper, Rereading rereading, Forgetting forgetting, LostRecords lost) {

    /**
     * Who does what was found.
     *
     * @param applying brings it into the policies
     * @param leftBehind is handed the requests that a process left under way, some of them more than once
     * @param beside plans the ends of one registry's grants without keeping the others waiting
     */
    public record Hands(Applying applying, Consumer<RequestId> leftBehind, Executor beside) {}

    /** Puts it together. */
    public static DueWork of(
            Ledger ledger, Live live, ApproverCheck approvers, Hands hands, BotConfig config, Clock clock) {
        var pauses = new RegistryPauses(clock);
        return new DueWork(
                new Sweeper(
                        ledger,
                        new DueEnds(ledger, hands.applying(), pauses, hands.beside(), clock),
                        new Waiting(ledger, approvers, clock),
                        new Expiring(ledger, clock),
                        hands.leftBehind()),
                new Rereading(
                        ledger,
                        new Conclusions(ledger, live.policies(), live.evidence(), hands.applying(), clock),
                        hands.applying().schedule(),
                        pauses,
                        clock),
                new Forgetting(ledger, config.store().retention(), clock),
                new LostRecords(ledger, live.policies(), config, clock));
    }

    /** Returns what is to be done again and again. */
    public List<Chore> chores() {
        return Stream.of(sweeper.chores(), List.of(rereading.chore()), forgetting.chores())
                .flatMap(List::stream)
                .toList();
    }
}
