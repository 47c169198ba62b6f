package dev.ecrbot.desk.counter;

import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.ask.Preview;
import dev.ecrbot.desk.ask.Wanted;
import dev.ecrbot.desk.ask.Whom;
import dev.ecrbot.desk.judge.PersonLimits;
import dev.ecrbot.desk.ledger.Deliveries;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves people: finds who is to deal with what they typed or clicked, and turns every failure into an answer. */
public final class Desk implements Counter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Ledger ledger;
    private final Clock clock;
    private final Services services;
    private final TypedCommands commands;
    private final PersonLimits limits;
    private final Consumer<Code> tally;

    /** @param tally counts the problems that people are told */
    public static Desk of(BackOffice office, Names names, BotConfig config, Consumer<Code> tally, Clock clock) {
        var parser = new CommandParser(names, clock);
        var limits = new PersonLimits(
                config.limits(), clock, office.judging().refusals()::unheard, ForkJoinPool.commonPool());
        var services = Services.of(office, parser, limits, config, clock);
        return new Desk(
                office.ledger(),
                clock,
                services,
                TypedCommands.of(office, names, parser, services, config, clock),
                limits,
                tally);
    }

    private Desk(
            Ledger ledger,
            Clock clock,
            Services services,
            TypedCommands commands,
            PersonLimits limits,
            Consumer<Code> tally) {
        this.ledger = ledger;
        this.clock = clock;
        this.services = services;
        this.commands = commands;
        this.limits = limits;
        this.tally = tally;
    }

    /** Works out beforehand what questions about the whole fleet need. */
    public void prepare() {
        commands.handlers().inquiries().prepare();
    }

    @Override
    public boolean isNew(Asker asker, String trigger) {
        // Whoever is beyond the limit isn't served in any case.
        if (trigger.length() > Deliveries.LONGEST
                || limits.click(asker.person()).isPresent()) {
            return true;
        }
        try {
            return ledger.transact(transaction -> transaction.deliveries().first(trigger, clock.instant()));
        } catch (ProblemException e) {
            LOG.warn("it can't be told whether a delivery is new: {}", e.getMessage());
            return true;
        }
    }

    @Override
    public Answer command(Asker asker, String text) {
        return commanded(asker, () -> commands.typed(asker, text));
    }

    @Override
    public Answer ask(Asker asker, String offeredTo, String line) {
        return offeredTo.equals(asker.person().toString())
                ? commanded(asker, () -> commands.exactly(asker, line, Wanted::isOffered))
                : new Answer.Unheard();
    }

    @Override
    public Answer look(Asker asker, String question) {
        return commanded(asker, () -> commands.question(asker, question));
    }

    @Override
    public Optional<Answer> promised(Asker asker, Finding.Promised promised) {
        Answer answer = served(() -> commands.handlers().kept(asker, promised));
        return answer instanceof Answer.Unheard ? Optional.empty() : Optional.of(answer);
    }

    @Override
    public Answer home(Asker asker) {
        return served(() -> new Answer.Found(commands.handlers().inquiries().home(asker.person())));
    }

    @Override
    public List<RepositoryRef> repositories(Asker asker, String typed, int most) {
        return commands.handlers().inquiries().repositories(asker.person(), typed, most);
    }

    @Override
    public List<Whom> whom(Asker asker) {
        return commands.handlers().inquiries().isMember(asker.person())
                ? commands.drafts().whom(asker.person())
                : List.of();
    }

    private Answer commanded(Asker asker, Supplier<Answer> work) {
        return served(() -> {
            Optional<Problem> tooMany = limits.command(asker.person());
            if (tooMany.isPresent()) {
                throw limits.unheard(PersonLimits.Kind.COMMANDS, asker.person(), tooMany.get());
            }
            return work.get();
        });
    }

    @Override
    public Answer click(Click click) {
        return clicked(
                click.by(),
                click.request(),
                () -> services.decisions().together().click(click));
    }

    @Override
    public Answer endNow(Asker asker, String request, Optional<Instant> shown) {
        return clicked(asker, request, () -> services.grants().earlyEnding().end(asker, request, shown));
    }

    @Override
    public Answer wish(Asker asker, String request, Wish wish) {
        return clicked(asker, request, () -> services.wish(asker, request, wish));
    }

    @Override
    public Answer soonerEnd(Asker asker, String request, int revision) {
        return clicked(
                asker, request, () -> services.decisions().shortening().judged(asker.person(), request, revision));
    }

    @Override
    public Answer shorten(Asker asker, String request, int revision, String end) {
        return clicked(
                asker,
                request,
                () -> services.decisions().shortening().shorten(asker.person(), request, revision, end));
    }

    @Override
    public Optional<Problem> wrongEnd(String end, Optional<Instant> latest) {
        return services.decisions().shortening().wrong(end, latest);
    }

    @Override
    public Map<Draft.Field, Problem> wrongAsk(Draft draft) {
        return commands.drafts().wrong(draft);
    }

    @Override
    public Preview preview(Asker asker, Draft draft) {
        return commands.drafts().preview(asker.person(), draft);
    }

    @Override
    public Answer replace(Asker asker, String waiting, String line) {
        Answer asked = command(asker, line);
        return asked instanceof Answer.Filed filed
                ? clicked(asker, () -> services.decisions().deciding().replaced(asker, waiting, filed))
                : asked;
    }

    @Override
    public Answer written(Asker asker, String request, Writing writing, String text) {
        return clicked(asker, request, () -> services.written(asker, request, writing, text));
    }

    /** Serves a click on a message about this request; what stands there in place of its id is for the work to refuse. */
    private Answer clicked(Asker asker, String request, Supplier<Answer> work) {
        return RequestId.parse(request)
                .map(id -> LogContext.about(id, () -> clicked(asker, work)))
                .orElseGet(() -> clicked(asker, work));
    }

    /** Serves a click, unless so many were refused lately that neither Slack nor the database is to be troubled with it. */
    private Answer clicked(Asker asker, Supplier<Answer> work) {
        PersonId person = asker.person();
        Optional<Problem> tooMany = limits.click(person);
        if (tooMany.isPresent()) {
            OptionalInt unrecorded = limits.unrecorded(PersonLimits.Kind.CLICKS, person);
            return unrecorded.isEmpty()
                    ? new Answer.Unheard()
                    : served(() -> {
                        throw limits.unheard(PersonLimits.Kind.CLICKS, person, unrecorded.getAsInt(), tooMany.get());
                    });
        }
        Answer answer = served(work);
        if (answer instanceof Answer.Refused) {
            limits.refusedClick(person);
        }
        return answer;
    }

    @Override
    public void close() {
        limits.close();
    }

    private Answer served(Supplier<Answer> work) {
        Answer answer = Attempt.of(work);
        if (answer instanceof Answer.Refused refused) {
            Code code = refused.problem().code();
            tally.accept(code);
            LOG.info("somebody was told of a problem: {}", code.label());
        }
        return answer;
    }
}
