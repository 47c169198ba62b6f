package dev.ecrbot;

import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.Heard;
import dev.ecrbot.desk.KnownPeople;
import dev.ecrbot.desk.Mailbox;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.Sweep;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.SendingLimits;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.StoreLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills a store as the bot itself does: some grants are asked for, approved, applied and told, and nine of ten come to their
 * end. One person has asked for 53 of a hundred.
 */
final class StoreSeed {
    static final int A_POLICY = 5;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final EcrModel ecr = SeedRegistry.model(clock);
    private final Queue<RequestId> approved = new ArrayDeque<>();
    private final DeskAssembly staff;

    private StoreSeed(StoreLedger ledger) {
        this.staff = DeskAssembly.of(
                new DeskAssembly.Ports(
                        ledger,
                        new ModelPolicies(ecr),
                        new FleetIndex(ledger.index(), DeskBench.patient().regionalRegistries(), clock),
                        new KnownPeople(),
                        new Mailbox()),
                new DeskAssembly.Engine(
                        new Heard(approved::add), clock::advance, code -> {}, SendingLimits.NONE, Runnable::run),
                DeskBench.patient(),
                clock);
    }

    /** Makes so many grants, and has nine of ten of them end. */
    static void grants(StoreLedger ledger, int count) {
        var seed = new StoreSeed(ledger);
        for (int number = 0; number < count; number++) {
            seed.grant(number);
        }
        seed.clock.advance(Duration.ofDays(31));
        for (int look = 0; look < count / 40 + 1; look++) {
            Sweep.once(seed.staff);
            seed.work();
            seed.staff.due().rereading().look(count);
            seed.clock.advance(Duration.ofSeconds(30));
        }
    }

    private void grant(int number) {
        Repository repository = SeedRegistry.west("payments/service-" + number / A_POLICY);
        if (number % A_POLICY == 0) {
            ecr.addRepository(repository, Map.of());
            ecr.setPolicy(repository, policy(number));
        }
        ecr.iam().addRole(SeedRegistry.role(SeedRegistry.SALES, "app-" + number));
        PersonId person = number % 100 < 53 ? DeskBench.RITA : DeskBench.BEN;
        String end = number % 10 == 0 ? "300d" : "30d";
        String text =
                "grant pull " + repository.name() + " sales app-" + number + " for " + end + " because nightly build";
        if (!(staff.desk().command(DeskBench.asker(person), text) instanceof Answer.Filed filed)) {
            throw new IllegalStateException(text + " was refused");
        }
        work();
        Request request = filed.request();
        staff.desk()
                .click(new Click(
                        DeskBench.asker(DeskBench.AMIR),
                        request.id().value(),
                        request.revision().number(),
                        Click.Kind.APPROVE));
        work();
        clock.advance(Duration.ofSeconds(7));
    }

    private void work() {
        for (RequestId id = approved.poll(); id != null; id = approved.poll()) {
            staff.applier().apply(id);
        }
        staff.postman().deliverDue();
    }

    /** What others wrote before: ten statements, no two policies alike. */
    private static String policy(int number) {
        return IntStream.range(0, 10)
                .mapToObj(each -> """
                        {"Sid": "Team%d", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::333333333333:root"},
                         "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                         "Condition": {"StringEquals": {"aws:PrincipalTag/team": "team-%d"}}}""".formatted(each, number + each))
                .collect(Collectors.joining(",", "{\"Version\": \"2012-10-17\", \"Statement\": [", "]}"));
    }
}
