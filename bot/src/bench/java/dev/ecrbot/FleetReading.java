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
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.Limits;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.index.Crawler;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.sandbox.ecr.LargeFleet;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.slack.answer.FindingMessage;
import dev.ecrbot.slack.answer.StatusText;
import dev.ecrbot.slack.message.AnswerMessage;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/** Reads a whole fleet, as the bot does, and answers questions about it; prints how long that takes. */
final class FleetReading {
    private static final int WARM_UP = 300;
    private static final int ASKED = 1_000;
    private static final int SLOWLY_ASKED = 300;

    private final DeskAssembly staff;
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

    private FleetReading(DeskAssembly staff, BotConfig config, int repositories) {
        this.staff = staff;
        var names = new DisplayNames(Map.of(), config.accesses());
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
                    new DeskAssembly.Engine(new Deaf(), pause -> {}, code -> {}, Limits.NONE),
                    config,
                    clock);
            new FleetReading(staff, config, repositories).ask();
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
        time("drift", SLOWLY_ASKED, i -> "drift");
        time("who", ASKED, i -> "who pull " + repository());
        time("can", ASKED, i -> "can " + LargeFleet.account(random.nextInt(20)) + " pull " + repository());
        time("status", ASKED, i -> "status " + repository());
        time("status fresh", SLOWLY_ASKED, i -> "status " + repository() + " fresh");
        System.gc();
        System.out.printf(
                "heap after garbage collection: %,d MB%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    private String repository() {
        int number = random.nextInt(repositories);
        return "central/" + LargeFleet.REGISTRIES.get(number % 3).region() + ":" + LargeFleet.name(number);
    }

    private void time(String what, int times, IntFunction<String> typed) {
        for (int i = 0; i < WARM_UP; i++) {
            answered(typed.apply(i));
        }
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            String line = typed.apply(i);
            long begun = System.nanoTime();
            answered(line);
            took[i] = System.nanoTime() - begun;
        }
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
