package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.SendingLimits;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** A whole desk on a database in memory and a modelled ECR, driven step by step. */
public final class DeskBench implements AutoCloseable {
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
    private final Queue<RequestId> approved = new ConcurrentLinkedQueue<>();

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
        this.staff = replica();
    }

    /** Returns a desk with a second registry, labs, in which nothing is. */
    public static DeskBench ofTwoRegistries(String rules) {
        String labs = "  labs:\n    account: \"444444444444\"\n    regions: [us-west-2]\n";
        return new DeskBench(
                read(yaml(rules, "").replace("registries:\n", "registries:\n" + labs)), MigratedH2.fresh());
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
        return DeskAssembly.of(
                new DeskAssembly.Ports(ledger, new ModelPolicies(ecr), index, people, mailbox),
                new DeskAssembly.Engine(
                        new Heard(approved::add), clock::advance, problems::add, SendingLimits.NONE, beside),
                config,
                clock);
    }

    public static final String RULES = """
          - name: payments
            repositories: ["payments/*", "legacy/*", "central/*", "infra/*", "shared/*", "team/*"]
            patterns: true
            access: [pull, push, read, push-only]
            to: ["*"]
            requesters: [anyone]
            approvers: [U0APPROVER1, S0OWNERS]
            channel: C0APPROVALS
          - name: two-keys
            repositories: ["web/*"]
            access: [pull, push]
            to: [sales]
            requesters: [anyone]
            approvers: [U0APPROVER1, S0OWNERS]
            approvals: 2
            channel: C0APPROVALS
            max_duration: 30d
        """;

    public static BotConfig config(String rules) {
        return config(rules, "");
    }

    /** Returns a config under which requests wait as long as it takes, people ask much, and some revoke at once. */
    public static BotConfig patient() {
        return patient(RULES);
    }

    /** As the other, with rules of its own. */
    static BotConfig patient(String rules) {
        return patient(rules, "");
    }

    /** @param more what else stands in the file */
    static BotConfig patient(String rules, String more) {
        return config(
                rules.replace(
                        "channel: C0APPROVALS",
                        "channel: C0APPROVALS\n    request_timeout: 300d\n    revoke: immediate\n    watch: {changes: true}"),
                "limits: {pending_per_person: 5000, commands_per_minute: 100000, refused_clicks_per_minute: 100000}\n"
                        + more);
    }

    /**
     * @param more what else stands in the file
     */
    public static BotConfig config(String rules, String more) {
        return read(yaml(rules, more));
    }

    /** Returns the config under which an account goes by another name. */
    public static BotConfig renamed(String rules, String account, String name) {
        return read(yaml(rules, "").replace(account, name));
    }

    private static String yaml(String rules, String more) {
        return """
                registries:
                  central:
                    account: "111111111111"
                    regions: [us-west-2, eu-west-1]
                accounts:
                  sales: "222222222222"
                  finance: "333333333333"
                rules:
                """ + rules + more;
    }

    private static BotConfig read(String yaml) {
        try {
            Path file = Files.createTempFile("ecr-bot", ".yml");
            Files.writeString(file, yaml);
            Reading<BotConfig> reading = ConfigReader.read(file);
            Files.delete(file);
            if (reading instanceof Reading.Valid<BotConfig> valid) {
                return valid.value();
            }
            throw new IllegalArgumentException(reading.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        assertThat(new Crawler(
                                new ModelFleet(ecr),
                                ledger.index(),
                                config.regionalRegistries(),
                                config.index().refresh(),
                                1_000,
                                clock)
                        .look())
                .isTrue();
        index.refresh();
    }

    /** Applies all that is approved, no two at the same moment, and delivers all that is due. */
    public void work() {
        for (RequestId id = approved.poll(); id != null; id = approved.poll()) {
            staff.applier().apply(id);
            // So that the witness can tell which policy a message speaks of.
            clock.advance(Duration.ofMillis(1));
        }
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
