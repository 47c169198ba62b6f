package dev.ecrbot.desk.counter;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ask.TryingAgain;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.Limits;
import dev.ecrbot.desk.ledger.Ledger;
import java.time.Clock;

/** Those who serve people at the counter. */
record Services(
        Asking asking,
        Deciding deciding,
        Extending extending,
        Reverting reverting,
        EarlyEnding earlyEnding,
        Shortening shortening,
        AskingAgain askingAgain,
        TryingAgain tryingAgain) {

    Answer wish(Asker asker, String request, Wish wish) {
        return switch (wish) {
            case CANCEL -> deciding.cancel(asker, request);
            case ASK_AGAIN -> askingAgain.line(asker, request);
            case TRY_AGAIN -> new Answer.Filed(tryingAgain.request(asker.person(), request));
            case LATER_END -> extending.judged(asker, request);
            case UNDO -> reverting.judged(asker, request);
        };
    }

    static Services of(BackOffice office, CommandParser parser, Limits limits, BotConfig config, Clock clock) {
        Ledger ledger = office.ledger();
        Judging judging = office.judging();
        var admission = new Admission(judging, config);
        var filings = new Filings(ledger, office.live(), judging, limits, clock);
        return new Services(
                new Asking(ledger, admission, filings, judging.refusals(), clock),
                new Deciding(ledger, judging.refusals(), judging.requesters(), judging.approvers(), clock),
                new Extending(ledger, judging.refusals(), admission, filings, clock),
                new Reverting(ledger, judging, filings, clock),
                new EarlyEnding(ledger, judging, office.applying()),
                new Shortening(ledger, judging, office.live().planning(), parser, clock),
                new AskingAgain(ledger, judging, parser),
                new TryingAgain(ledger, office.live(), judging, parser, clock));
    }
}
