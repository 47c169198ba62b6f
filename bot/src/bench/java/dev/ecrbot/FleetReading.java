package dev.ecrbot;

import dev.ecrbot.aws.AwsPolicies;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.KnownPeople;
import dev.ecrbot.desk.Mailbox;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.index.Crawler;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.sandbox.ecr.LargeFleet;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.slack.answer.FindingMessage;
import dev.ecrbot.slack.answer.StatusText;
import dev.ecrbot.slack.message.AnswerMessage;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Samples;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/** Reads a whole fleet, as the bot does, and answers questions about it; prints how long that takes. */
final class FleetReading {
    private static final int WARM_UP = 300;
    private static final int ASKED = 1_000;
    private static final int SLOWLY_ASKED = 100;

    private static final int CHANGED = 2_000;
    private static final String DENIED =
            "explain denied: User: arn:aws:sts::%s:assumed-role/deployer/x is not authorized to"
                    + " perform: ecr:BatchGetImage on resource: %s because no resource-based policy allows the ecr:BatchGetImage action";

    private final DeskAssembly staff;
    private final StoreLedger ledger;
    private final AnswerMessage messages;
    private final Random random = new Random(1);
    private final int repositories;

    /** Nothing is asked for here. */
    private static final class Deaf implements Consequences.Listener {
        @Override
        public void apply(RequestId id) {}

        @Override
        public void deliver() {}
    }

    private FleetReading(DeskAssembly staff, StoreLedger ledger, BotConfig config, int repositories) {
        this.staff = staff;
        this.ledger = ledger;
        var names = new DisplayNames(Map.of(), Map.of(), Map.of(), config.accesses());
        this.messages = new AnswerMessage(
                card -> Optional.empty(),
                names,
                new FindingMessage(card -> Optional.empty(), names)::render,
                status -> new StatusText(status, names).render());
        this.repositories = repositories;
    }

    public static void main(String[] args) throws Exception {
        int repositories = Integer.parseInt(args[1]);
        Clock clock = Clock.systemUTC();
        BotConfig config = config();
        try (var ledger = StoreLedger.open(args[0], Optional.empty());
                var policies = new AwsPolicies(config.registries(), clock, Tempo.REAL)) {
            var index = new FleetIndex(ledger.index(), config.regionalRegistries(), clock);
            var crawler = new Crawler(
                    policies.fleet(),
                    ledger.index(),
                    config.regionalRegistries(),
                    config.index().refresh(),
                    20,
                    clock);
            long begun = System.nanoTime();
            long cpu = cpu();
            while (!crawler.look()) {
                System.out.println("still reading");
            }
            System.out.printf("crawled in %.1f s, %.1f s of CPU%n", since(begun), (cpu() - cpu) / 1e9);
            long loading = System.nanoTime();
            index.refresh();
            System.out.printf("loaded in %.2f s%n", since(loading));
            Coverage coverage = index.coverage();
            System.out.printf(
                    "whole: %b, read: %,d, failed: %d%n",
                    coverage.whole(),
                    coverage.read(),
                    coverage.parts().stream()
                            .mapToInt(part -> part.troubles().size())
                            .sum());
            var people = new KnownPeople();
            var staff = DeskAssembly.of(
                    new DeskAssembly.Ports(ledger, policies, index, people, new Mailbox()),
                    new DeskAssembly.Engine(new Deaf(), pause -> {}, code -> {}, SendingLimits.NONE),
                    config,
                    clock);
            new FleetReading(staff, ledger, config, repositories).ask();
        }
    }

    private void ask() {
        long preparing = System.nanoTime();
        staff.keepUp();
        System.out.printf("findings worked out in %.2f s%n", since(preparing));
        time("access <account>", ASKED, i -> "access " + LargeFleet.account(random.nextInt(20)));
        time(
                "access <account> <role>",
                ASKED,
                i -> "access " + LargeFleet.account(random.nextInt(20)) + " role/ci/deployer-of-team-"
                        + random.nextInt(40));
        time("audit", ASKED, i -> "audit");
        time("audit <word>", ASKED, i -> "audit team-" + random.nextInt(97));
        time("drift, no grants", SLOWLY_ASKED, i -> "drift");
        record();
        time("drift", SLOWLY_ASKED, i -> "drift");
        time("who", ASKED, i -> "who pull " + repository());
        time("can", ASKED, i -> "can " + LargeFleet.account(random.nextInt(20)) + " pull " + repository());
        time("status", ASKED, i -> "status " + repository());
        time("status fresh", SLOWLY_ASKED, i -> "status " + repository() + " fresh");
        time("history", ASKED, i -> "history " + repository());
        time("export, which is live", SLOWLY_ASKED, i -> "export " + repository() + " terraform");
        time(
                "explain",
                ASKED,
                i -> String.format(
                        DENIED,
                        LargeFleet.account(random.nextInt(20)),
                        LargeFleet.repository(random.nextInt(repositories)).arn()));
        time("requests all", ASKED, i -> "requests all");
        timed(
                "typeahead",
                ASKED,
                () -> staff.desk()
                        .repositories(DeskBench.asker(DeskBench.RITA), "service-" + random.nextInt(100), 100));
        timed("Home", ASKED, () -> staff.desk().home(DeskBench.asker(DeskBench.RITA)));
        change();
        time("audit after " + CHANGED + " changes", ASKED, i -> "audit");
        time("audit foreign", ASKED, i -> "audit foreign");
        System.gc();
        System.out.printf(
                "heap after garbage collection: %,d MB%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    /** Puts on record what the bot gave; of some of it the statement is missing, since there was no room for it. */
    private void record() {
        long begun = System.nanoTime();
        int given = 0;
        for (int i = 0; i < repositories; i += LargeFleet.GRANTED) {
            var id = new RequestId(String.format("req-%08d", i));
            var edit = new Edit.Grant(
                    Principals.parse("AWS", LargeFleet.granted(i)), StandardAccess.PULL, Optional.empty());
            Request sample = Samples.as(Samples.request(), RequestState.APPLIED);
            var request = new Request(
                    id,
                    sample.version(),
                    new Change("central", LargeFleet.repository(i), edit, Optional.empty()),
                    sample.ask(),
                    sample.createdAt(),
                    sample.revision(),
                    sample.stage());
            var grant = new Grant(
                    new GrantId(id),
                    "central",
                    LargeFleet.repository(i),
                    edit.principal(),
                    StandardAccess.PULL,
                    DeskBench.RITA,
                    Instant.EPOCH,
                    Optional.empty(),
                    Grant.State.ACTIVE,
                    Optional.empty());
            ledger.record(transaction -> {
                transaction.requests().add(request, id.value());
                transaction.grants().add(grant);
            });
            given++;
        }
        System.out.printf("%,d grants recorded in %.2f s%n", given, since(begun));
    }

    /** Others change many policies, and a crawl finds it. */
    private void change() {
        long begun = System.nanoTime();
        int many = Math.min(CHANGED, repositories);
        for (int i = 0; i < many; i++) {
            Repository repository = LargeFleet.repository(i);
            String text = staff.fleet()
                    .index()
                    .find(repository)
                    .orElseThrow()
                    .policy()
                    .text();
            PolicyDocument policy = PolicyDocument.parse(text.replaceFirst("deployer-of-team", "builder-of-team"));
            ledger.index().read(List.of(new PolicyReading(repository, policy, Map.of(), Instant.now())));
        }
        staff.keepUp();
        System.out.printf("%,d changes found and worked out in %.2f s%n", many, since(begun));
    }

    private String repository() {
        int number = random.nextInt(repositories);
        return "central/" + LargeFleet.REGISTRIES.get(number % 3).region() + ":" + LargeFleet.name(number);
    }

    private void time(String what, int times, IntFunction<String> typed) {
        for (int i = 0; i < Math.min(WARM_UP, times); i++) {
            answered(typed.apply(i));
        }
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            String line = typed.apply(i);
            long begun = System.nanoTime();
            answered(line);
            took[i] = System.nanoTime() - begun;
        }
        print(what, times, took);
    }

    private static void timed(String what, int times, Runnable work) {
        long[] took = new long[times];
        for (int i = -WARM_UP; i < times; i++) {
            long begun = System.nanoTime();
            work.run();
            took[Math.max(0, i)] = System.nanoTime() - begun;
        }
        print(what, times, took);
    }

    private static void print(String what, int times, long[] took) {
        Arrays.sort(took);
        System.out.printf(
                "%-24s p50 %6.1f ms, p99 %6.1f ms, longest %6.1f ms%n",
                what, took[times / 2] / 1e6, took[times * 99 / 100] / 1e6, took[times - 1] / 1e6);
    }

    /** From what is typed to the message. */
    private void answered(String typed) {
        Answer answer = staff.desk().command(DeskBench.asker(DeskBench.RITA), typed);
        if (answer instanceof Answer.Refused refused) {
            throw new IllegalStateException(typed + ": " + refused.problem().text());
        }
        if (messages.render(answer).isEmpty()) {
            throw new IllegalStateException(typed + " is answered with nothing");
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static BotConfig config() throws Exception {
        Path file = Files.createTempFile("ecr-bot-fleet", ".yml");
        Files.writeString(file, """
                registries:
                  central:
                    account: "%s"
                    role: "%s"
                    regions: [us-west-2, eu-west-1, us-east-1]
                accounts:
                  sales: "200000000000"
                  finance: "200000000001"
                limits: {commands_per_minute: 1000000}
                rules:
                  - name: all
                    repositories: ["*"]
                    access: [pull, push]
                    to: ["*"]
                    requesters: [anyone]
                    approvers: [U0APPROVER1]
                    channel: C0APPROVALS
                """.formatted(SeedRegistry.CENTRAL, SeedRegistry.BOT_ROLE));
        Reading<BotConfig> read = ConfigReader.read(file);
        if (read instanceof Reading.Valid<BotConfig> valid) {
            return valid.value();
        }
        throw new IllegalStateException(read.toString());
    }
}
