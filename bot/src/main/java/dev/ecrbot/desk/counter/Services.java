package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Manner;
import dev.ecrbot.command.Several;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ask.AskingAnew;
import dev.ecrbot.desk.ask.BreakingGlass;
import dev.ecrbot.desk.ask.Bundling;
import dev.ecrbot.desk.ask.GlassReview;
import dev.ecrbot.desk.ask.Previewing;
import dev.ecrbot.desk.ask.TryingAgain;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.judge.PersonLimits;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.talk.Commenting;
import dev.ecrbot.problem.phrase.BundleWords;
import java.time.Clock;

/** Those who serve people at the counter. */
record Services(
        Asking asking,
        Bundling bundling,
        Deciding deciding,
        DecidingTogether together,
        Extending extending,
        Reverting reverting,
        EarlyEnding earlyEnding,
        Shortening shortening,
        AskingAgain askingAgain,
        TryingAgain tryingAgain,
        Commenting commenting,
        BreakingGlass breakingGlass,
        GlassReview glassReview) {

    Answer wish(Asker asker, String request, Wish wish) {
        return switch (wish) {
            case CANCEL -> together.cancel(asker, request);
            case ASK_AGAIN -> askingAgain.line(asker, request);
            case TRY_AGAIN -> new Answer.Filed(tryingAgain.request(asker.person(), request));
            case REVIEW -> new Answer.Filed(glassReview.signed(asker.person(), asker.from(), request));
            case LATER_END -> extending.judged(asker, request);
            case UNDO -> reverting.judged(asker, request);
            case COMMENT -> new Answer.FieldWanted(commenting.judged(asker.person(), request));
        };
    }

    Answer written(Asker asker, String request, Counter.Writing writing, String text) {
        return switch (writing) {
            case REASON -> deciding.reason(asker, request, text);
            case COMMENT -> new Answer.PassedOn(commenting.comment(asker.person(), request, text), false);
        };
    }

    Answer grant(Asker asker, Command.Grant grant) {
        return grant.manner() == Manner.BREAK_GLASS
                ? new Answer.Filed(breakingGlass.request(asker.person(), asker.from(), grant))
                : asking.grant(asker, grant);
    }

    Answer several(Asker asker, Several several) {
        Bundling.Bundled bundled = bundling.ask(asker.person(), asker.from(), several);
        String beside = bundled.leftOut().isEmpty() ? "" : BundleWords.notAskedFor(bundled.leftOut());
        return new Answer.Filed(bundled.requests().get(0), beside);
    }

    static Services of(BackOffice office, CommandParser parser, PersonLimits limits, BotConfig config, Clock clock) {
        Ledger ledger = office.ledger();
        Judging judging = office.judging();
        var admission = new Admission(judging, config);
        var filings = new Filings(ledger, office.live(), judging, limits, clock);
        var previewing = new Previewing(ledger, office.live(), judging, config, clock);
        var anew = new AskingAnew(ledger, office.live().planning(), clock);
        var deciding = new Deciding(ledger, judging, anew, clock);
        return new Services(
                new Asking(ledger, admission, filings, judging.refusals(), clock),
                new Bundling(ledger, previewing, judging, limits, config, clock),
                deciding,
                new DecidingTogether(deciding, ledger, judging, clock),
                new Extending(ledger, judging.refusals(), admission, filings, clock),
                new Reverting(ledger, judging, filings, clock),
                new EarlyEnding(ledger, judging, office.applying()),
                new Shortening(ledger, judging, office.live().planning(), parser, clock),
                new AskingAgain(ledger, judging, parser),
                new TryingAgain(ledger, office.live(), judging, parser, clock),
                new Commenting(ledger, judging, clock),
                new BreakingGlass(ledger, office.live(), judging, config, clock),
                new GlassReview(ledger, office.live().planning(), judging, clock));
    }
}
