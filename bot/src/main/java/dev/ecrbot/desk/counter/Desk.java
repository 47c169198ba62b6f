package dev.ecrbot.desk.counter;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Limits;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
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
    private final Services services;
    private final CommandHandlers commands;
    private final Limits limits;
    private final Consumer<Code> tally;

    /**
     * Returns the desk.
     *
     * @param tally counts the problems that people are told
     */
    public static Desk of(BackOffice office, Names names, BotConfig config, Consumer<Code> tally, Clock clock) {
        var parser = new CommandParser(names, clock);
        var limits = new Limits(config.limits(), clock);
        var refusals = office.judging().refusals();
        return new Desk(
                parser,
                refusals,
                Services.of(office, parser, limits, config, clock),
                new Lookups(office.ledger(), office.live(), refusals, names, clock),
                limits,
                tally);
    }

    private Desk(
            CommandParser parser,
            RecordedRefusals refusals,
            Services services,
            Lookups lookups,
            Limits limits,
            Consumer<Code> tally) {
        this.parser = parser;
        this.refusals = refusals;
        this.services = services;
        this.commands = new CommandHandlers(services, lookups);
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
            return parser.parse(text)
                    .<Answer>visit(
                            understood -> commands.serve(asker, understood.command()),
                            misunderstood -> new Answer.Refused(misunderstood.problem()));
        });
    }

    @Override
    public Answer click(Click click) {
        return served(() -> services.deciding().click(click));
    }

    @Override
    public Answer endNow(Asker asker, String request, Instant shown) {
        return served(() -> services.earlyEnding().end(asker, request, shown));
    }

    @Override
    public Answer laterEnd(Asker asker, String request) {
        return served(() -> services.extending().judged(asker, request));
    }

    @Override
    public Answer soonerEnd(Asker asker, String request, int revision) {
        return served(() -> services.shortening().judged(asker.person(), request, revision));
    }

    @Override
    public Answer shorten(Asker asker, String request, int revision, String end) {
        return served(() -> services.shortening().shorten(asker.person(), request, revision, end));
    }

    @Override
    public Answer denialReason(Asker asker, String request, String reason) {
        return served(() -> services.deciding().reason(asker, request, reason));
    }

    private ProblemException unread(PersonId person, Problem problem) {
        OptionalInt unrecorded = limits.unrecorded(person);
        return unrecorded.isPresent()
                ? refusals.unread(person, unrecorded.getAsInt(), problem)
                : new ProblemException(problem);
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
                    "Try again; if it happens again, tell whoever runs the bot when it happened."));
        }
    }
}
