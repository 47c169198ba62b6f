package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.Limits;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Parsed;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves people: finds who is to deal with what they typed or clicked, and turns every failure into an answer. */
public final class Desk implements Counter {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final CommandParser parser;
    private final RecordedRefusals refusals;
    private final Asking asking;
    private final Deciding deciding;
    private final Extending extending;
    private final Reverting reverting;
    private final EarlyEnding earlyEnding;
    private final Shortening shortening;
    private final Lookups lookups;
    private final Limits limits;
    private final Consumer<Code> tally;

    /**
     * @param tally counts the problems that people are told
     */
    public Desk(
            CommandParser parser,
            RecordedRefusals refusals,
            Asking asking,
            Deciding deciding,
            Extending extending,
            Reverting reverting,
            EarlyEnding earlyEnding,
            Shortening shortening,
            Lookups lookups,
            Limits limits,
            Consumer<Code> tally) {
        this.parser = parser;
        this.refusals = refusals;
        this.asking = asking;
        this.deciding = deciding;
        this.extending = extending;
        this.reverting = reverting;
        this.earlyEnding = earlyEnding;
        this.shortening = shortening;
        this.lookups = lookups;
        this.limits = limits;
        this.tally = tally;
    }

    @Override
    public Answer command(Asker asker, String text) {
        return served(() -> {
            Optional<Problem> tooMany = limits.command(asker.person());
            if (tooMany.isPresent()) {
                throw unread(asker.person(), tooMany.get());
            }
            Parsed parsed = parser.parse(text);
            return parsed instanceof Parsed.Understood understood
                    ? serve(asker, understood.command())
                    : new Answer.Refused(((Parsed.Misunderstood) parsed).problem());
        });
    }

    @Override
    public Answer click(Click click) {
        return served(() -> deciding.click(click));
    }

    @Override
    public Answer endNow(Asker asker, String request, Instant shown) {
        return served(() -> earlyEnding.end(asker.person(), request, Optional.of(shown)));
    }

    @Override
    public Answer laterEnd(Asker asker, String request) {
        return served(() -> extending.judged(asker, request));
    }

    @Override
    public Answer soonerEnd(Asker asker, String request, int revision) {
        return served(() -> shortening.judged(asker.person(), request, revision));
    }

    @Override
    public Answer shorten(Asker asker, String request, int revision, String end) {
        return served(() -> shortening.shorten(asker.person(), request, revision, end));
    }

    @Override
    public Answer denialReason(Asker asker, String request, String reason) {
        return served(() -> deciding.reason(asker, request, reason));
    }

    private ProblemException unread(PersonId person, Problem problem) {
        OptionalInt unrecorded = limits.unrecorded(person);
        return unrecorded.isPresent()
                ? refusals.unread(person, unrecorded.getAsInt(), problem)
                : new ProblemException(problem);
    }

    private Answer serve(Asker asker, Command command) {
        if (command instanceof Command.Grant grant) {
            return asking.grant(asker, grant);
        }
        if (command instanceof Command.Revoke revoke) {
            return asking.revoke(asker, revoke);
        }
        if (command instanceof Command.Cancel cancel) {
            return deciding.cancel(asker, cancel.request());
        }
        if (command instanceof Command.Extend extend) {
            return extending.extend(asker, extend);
        }
        if (command instanceof Command.Undo undo) {
            return reverting.undo(asker, undo);
        }
        if (command instanceof Command.End end) {
            return earlyEnding.end(asker.person(), end.request(), Optional.empty());
        }
        return lookups.tell(asker, command);
    }

    private Answer served(Supplier<Answer> work) {
        Answer answer = attempted(work);
        if (answer instanceof Answer.Refused refused) {
            tally.accept(refused.problem().code());
        }
        return answer;
    }

    private static Answer attempted(Supplier<Answer> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            return new Answer.Refused(e.problem());
        } catch (RuntimeException e) {
            LOG.error("a mistake of the bot's own", e);
            return new Answer.Refused(new Problem(
                    Code.INTERNAL,
                    "Something went wrong inside ecr-bot, and what you asked for was not done.",
                    "Try again; if it happens again, tell whoever runs the bot, and when it was."));
        }
    }
}
