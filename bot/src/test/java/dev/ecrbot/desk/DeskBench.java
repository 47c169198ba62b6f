package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.index.Crawler;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.BlindWrites;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.ModelFleet;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A whole desk on a database in memory and a modelled ECR, driven step by step. */
public final class DeskBench implements AutoCloseable {
    public static final String RULES = BenchConfig.RULES;
    public static final PersonId RITA = new PersonId("T0HOME", "U0REQUESTER");
    public static final PersonId AMIR = new PersonId("T0HOME", "U0APPROVER1");
    public static final PersonId OLGA = new PersonId("T0HOME", "U0APPROVER2");
    public static final PersonId BEN = new PersonId("T0HOME", "U0BYSTANDER");

    public final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    public final EcrModel ecr = SeedRegistry.model(clock);
    public final KnownPeople people = new KnownPeople();
    public final Witness witness = new Witness(ecr);
    public final Mailbox mailbox = new Mailbox(witness::hears);
    public final StoreLedger ledger;
    public final FleetIndex index;
    public final DeskAssembly staff;
    private final BotConfig config;
    public final List<Code> problems = new ArrayList<>();
    private final Desks desks;

    public DeskBench() {
        this(RULES);
    }

    public DeskBench(String rules) {
        this(rules, "");
    }

    public DeskBench(String rules, String more) {
        this(rules, more, MigratedH2.fresh());
    }

    DeskBench(String rules, String more, String url) {
        this(config(rules, more), url);
    }

    private DeskBench(BotConfig config, String url) {
        this.ledger = StoreLedger.open(url, Optional.empty());
        people.group("S0OWNERS", OLGA);
        this.config = config;
        this.index = new FleetIndex(ledger.index(), config.regionalRegistries(), clock);
        this.desks = new Desks(
                new DeskAssembly.Ports(ledger, new ModelPolicies(ecr), index, people, mailbox), clock, problems::add);
        this.staff = replica();
    }

    /** Returns a desk with a second registry, labs, in which nothing is. */
    public static DeskBench ofTwoRegistries(String rules) {
        return new DeskBench(BenchConfig.ofTwoRegistries(rules), MigratedH2.fresh());
    }

    /** Returns a desk on a database that others may have filled. */
    public static DeskBench on(String url) {
        return on(url, "");
    }

    /** As the other, with more in its config. */
    static DeskBench on(String url, String more) {
        return new DeskBench(RULES, more, url);
    }

    /** Returns the first desk. */
    public DeskAssembly staff() {
        return staff;
    }

    /** Returns a desk beside the first one, on the same ledger. */
    public DeskAssembly replica() {
        return replica(config);
    }

    /** Returns a desk on the same ledger that has this done beside the rest what may hang. */
    public DeskAssembly replica(Executor beside) {
        return replica(config, beside);
    }

    /** Returns a desk on the same ledger that goes by another config. */
    public DeskAssembly replica(BotConfig config) {
        return replica(config, Runnable::run);
    }

    private DeskAssembly replica(BotConfig config, Executor beside) {
        return desks.by(config, beside);
    }

    public static BotConfig config(String rules) {
        return config(rules, "");
    }

    /** @param more what else stands in the file */
    public static BotConfig config(String rules, String more) {
        return BenchConfig.of(rules, more);
    }

    public static Asker asker(PersonId person) {
        return new Asker(person, new Origin("C0GENERAL", Optional.empty()));
    }

    public Answer types(PersonId person, String text) {
        Instant asked = clock.instant();
        Answer answer = staff.desk().command(asker(person), text);
        witness.answers(answer, asked, clock.instant());
        return answer;
    }

    /** Returns the request that this text makes, with its card delivered. */
    public Request asks(PersonId person, String text) {
        Answer answer = types(person, text);
        if (answer instanceof Answer.Filed filed) {
            deliver();
            return filed.request();
        }
        throw new AssertionError(text + " gave " + answer);
    }

    /** Returns the request that Rita makes by this text, approved by Amir. */
    public Request approved(String text) {
        Request request = asks(RITA, text);
        approves(AMIR, request);
        return request;
    }

    /** Returns the request that Rita makes by this text, as it is when Amir has approved it and all is done that can be. */
    public Request done(String text) {
        Request request = approved(text);
        work();
        return now(request);
    }

    /** As {@link #done}, where it takes effect. */
    public Request applied(String text) {
        Request request = done(text);
        assertThat(request.stage().state()).as(text).isEqualTo(RequestState.APPLIED);
        return request;
    }

    /** Returns why Rita gets nothing by this text. */
    public Problem refused(String text) {
        Answer answer = types(RITA, text);
        assertThat(answer).as(text).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).problem();
    }

    public Answer approves(PersonId person, Request request) {
        return staff.desk()
                .click(new Click(
                        asker(person), request.id().value(), request.revision().number(), Click.Kind.APPROVE));
    }

    public Answer denies(PersonId person, Request request) {
        return staff.desk()
                .click(new Click(
                        asker(person), request.id().value(), request.revision().number(), Click.Kind.DENY));
    }

    /** Crawls all that is due, and has it in the index. */
    public void crawl() {
        var fleet = new ModelFleet(ecr);
        Duration refresh = config.index().refresh();
        var crawler = new Crawler(fleet, ledger.index(), config.regionalRegistries(), refresh, 1_000, clock);
        assertThat(crawler.look()).isTrue();
        index.refresh();
    }

    /** Applies all that is approved, no two at the same moment, and delivers all that is due. */
    public void work() {
        desks.applyAll(staff);
        deliver();
    }

    /** Lets the sweeper look once, and does what it finds. */
    public void sweep() {
        Sweep.once(staff);
        witness.swept(clock.instant());
        work();
    }

    public void deliver() {
        staff.postman().deliverDue();
    }

    public Request now(Request request) {
        return ledger.transact(books -> books.requests().find(request.id())).orElseThrow();
    }

    public List<EventKind> events(Request request) {
        return ledger.transact(books -> books.events().of(request.id())).stream()
                .map(Event::kind)
                .toList();
    }

    public Grant grant(Request request) {
        return ledger.transact(books -> books.grants().find(new GrantId(request.id())))
                .orElseThrow();
    }

    public String policy(String repository) {
        return ecr.policy(SeedRegistry.west(repository)).orElse("");
    }

    @Override
    public void close() {
        assertThat(BlindWrites.among(ecr.traffic().calls())).isEmpty();
        boolean untold = ledger.<Long>transact(books -> books.outbox().waiting()) > 0;
        assertThat(witness.falsehoods(clock.instant(), untold))
                .as("what Slack shows and isn't so")
                .isEmpty();
        assertThat(witness.untrueAnswers()).as("what answers said").isEmpty();
        assertThat(witness.unsaid(untold)).as("what no card says").isEmpty();
        ledger.close();
    }
}
