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
record Services(NewRequests asks, Decisions decisions, GrantChanges grants, Commenting commenting) {

    /** Those who take in what is asked for, for the first time or once more. */
    record NewRequests(
            Asking asking,
            Bundling bundling,
            BreakingGlass breakingGlass,
            AskingAgain askingAgain,
            TryingAgain tryingAgain) {}

    /** Those through whom people decide on requests, or look back at what nobody decided on. */
    record Decisions(Deciding deciding, DecidingTogether together, Shortening shortening, GlassReview glassReview) {}

    /** Those who change what was given. */
    record GrantChanges(Extending extending, EarlyEnding earlyEnding, Reverting reverting) {}

    Answer wish(Asker asker, String request, Wish wish) {
        return switch (wish) {
            case CANCEL -> decisions.together().cancel(asker, request);
            case ASK_AGAIN -> asks.askingAgain().line(asker, request);
            case TRY_AGAIN -> new Answer.Filed(asks.tryingAgain().request(asker.person(), request));
            case REVIEW -> new Answer.Filed(decisions.glassReview().signed(asker.person(), asker.from(), request));
            case LATER_END -> grants.extending().judged(asker, request);
            case UNDO -> grants.reverting().judged(asker, request);
            case COMMENT -> new Answer.FieldWanted(commenting.judged(asker.person(), request));
        };
    }

    Answer written(Asker asker, String request, Counter.Writing writing, String text) {
        return switch (writing) {
            case REASON -> decisions.deciding().reason(asker, request, text);
            case COMMENT -> new Answer.PassedOn(commenting.comment(asker.person(), request, text), false);
        };
    }

    Answer grant(Asker asker, Command.Grant grant) {
        return grant.manner() == Manner.BREAK_GLASS
                ? new Answer.Filed(asks.breakingGlass().request(asker.person(), asker.from(), grant))
                : asks.asking().grant(asker, grant);
    }

    Answer several(Asker asker, Several several) {
        Bundling.Bundled bundled = asks.bundling().ask(asker.person(), asker.from(), several);
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
                new NewRequests(
                        new Asking(ledger, admission, filings, judging.refusals(), clock),
                        new Bundling(ledger, previewing, judging, limits, config, clock),
                        new BreakingGlass(ledger, office.live(), judging, config, clock),
                        new AskingAgain(ledger, judging, parser),
                        new TryingAgain(ledger, office.live(), judging, parser, clock)),
                new Decisions(
                        deciding,
                        new DecidingTogether(deciding, ledger, judging, clock),
                        new Shortening(ledger, judging, office.live().planning(), parser, clock),
                        new GlassReview(ledger, office.live().planning(), judging, clock)),
                new GrantChanges(
                        new Extending(ledger, judging.refusals(), admission, filings, clock),
                        new EarlyEnding(ledger, judging, office.applying()),
                        new Reverting(ledger, judging, filings, clock)),
                new Commenting(ledger, judging, clock));
    }
}
