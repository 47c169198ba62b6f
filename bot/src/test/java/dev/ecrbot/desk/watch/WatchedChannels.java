package dev.ecrbot.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Announcements;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A desk whose rules watch, and what their channels were told. */
abstract class WatchedChannels {
    static final Repository API = SeedRegistry.west("payments/api");
    static final String RULES = DeskBench.RULES
            .replace("channel: C0APPROVALS", "channel: C0APPROVALS\n    watch: {changes: true, digest: true}")
            .replaceFirst("C0APPROVALS", "C0PAYMENTS");
    static final String FINANCE = """
            {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow","Action":["ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer","ecr:BatchCheckLayerAvailability"],
            "Principal":{"AWS":"arn:aws:iam::333333333333:root"}%s}]}""";

    final DeskBench bench = new DeskBench(RULES);

    @AfterEach
    void close() {
        bench.close();
    }

    /** From now on the channels are told. */
    void watching() {
        bench.crawl();
        look(bench.staff());
        assertThat(told()).isEmpty();
    }

    void seen() {
        recrawl();
        bench.clock.advance(Duration.ofMinutes(1));
        look(bench.staff());
    }

    void recrawl() {
        bench.clock.advance(Duration.ofHours(7));
        bench.crawl();
    }

    static void look(DeskAssembly staff) {
        run(staff, "watch-changes");
    }

    void digest() {
        run(bench.staff(), "weekly-digest");
    }

    static void run(DeskAssembly staff, String chore) {
        staff.chores().stream()
                .filter(each -> each.name().equals(chore))
                .forEach(each -> each.work().run());
    }

    /** Returns what is told since it was asked last; the witness hears it. */
    List<Announcement> told() {
        List<Announcement> all = untoldSoFar();
        all.forEach(bench.witness::hears);
        return all;
    }

    List<Announcement> untoldSoFar() {
        var all = new ArrayList<Announcement>();
        Optional<Announcements.Due> due = take();
        while (due.isPresent()) {
            Announcements.Due one = due.get();
            all.add(one.announcement());
            bench.ledger.record(transaction -> transaction.announcements().done(one.id(), bench.clock.instant()));
            due = take();
        }
        return all;
    }

    Optional<Announcements.Due> take() {
        Instant now = bench.clock.instant();
        return bench.ledger.transact(transaction -> transaction.announcements().take(now, now.plusSeconds(60)));
    }
}
