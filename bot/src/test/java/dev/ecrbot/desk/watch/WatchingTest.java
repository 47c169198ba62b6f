package dev.ecrbot.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Announcements;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels are told what others changed, and once a week how things are, if their rules say so. */
final class WatchingTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final RegionalRegistry WEST = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
    private static final String RULES = DeskBench.RULES
            .replace("channel: C0APPROVALS", "channel: C0APPROVALS\n    watch: {changes: true, digest: true}")
            .replaceFirst("C0APPROVALS", "C0PAYMENTS");
    private static final String FINANCE = """
            {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow","Action":["ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer","ecr:BatchCheckLayerAvailability"],
            "Principal":{"AWS":"arn:aws:iam::333333333333:root"}%s}]}""";

    private static final Pattern COMMAND = Pattern.compile("“/ecr ([^”]*)”");

    private final DeskBench bench = new DeskBench(RULES);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatOthersChangedIsToldOnceInWords() {
        watching();
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        seen();
        assertThat(told()).singleElement().satisfies(one -> {
            assertThat(one.channel()).isEqualTo("C0PAYMENTS");
            assertThat(one.people()).as("nobody is pinged").isEmpty();
            assertThat(one.lines().get(0))
                    .contains("payments/api (111111111111, us-west-2) was changed by somebody other");
            assertThat(one.lines())
                    .anyMatch(line -> line.startsWith("arn:aws:iam::333333333333:root (finance) gained pull."))
                    .anyMatch(line -> line.contains("/ecr status 111111111111.dkr.ecr.us-west-2.amazonaws.com/"));
        });
        look(bench.staff());
        look(bench.replica());
        assertThat(told()).isEmpty();
    }

    @Test
    void whatTheBotWroteIsNoNews() {
        watching();
        bench.applied("grant pull payments/api sales ci-deployer");
        seen();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatTheBotWroteInQuickSuccessionIsNoNewsEither() {
        watching();
        for (String role : List.of("ci-deployer", "role2-1", "role2-2")) {
            bench.applied("grant pull payments/api sales " + role);
            recrawl();
        }
        // Else the reading might have come after the one that the first write was planned on.
        bench.clock.advance(Duration.ofMinutes(1));
        bench.ecr.setPolicy(SeedRegistry.west("payments/worker"), FINANCE.formatted(""));
        bench.applied("grant pull payments/worker sales ci-deployer");
        bench.applied("grant pull payments/worker sales role2-1");
        seen();
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one.lines().get(0)).contains("payments/worker"));
    }

    @Test
    void whatOthersDidBetweenTwoWritesOfTheBotIsToldWithoutThese() {
        watching();
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofMinutes(5));
        ForeignPen.write(bench.ecr, API, true, "by hand 1");
        bench.clock.advance(Duration.ofMinutes(5));
        bench.applied("grant pull payments/api sales role2-1");
        seen();
        assertThat(told()).singleElement().satisfies(one -> {
            assertThat(one.lines())
                    .anyMatch(line -> line.startsWith("arn:aws:iam::333333333333:root (finance) gained "))
                    .noneMatch(line -> line.contains("222222222222"));
            assertThat(one.changes()).singleElement().satisfies(change -> {
                assertThat(change.steps()).hasSize(1);
                assertThat(change.whole()).isTrue();
            });
        });
    }

    @Test
    void whatOthersDidBeforeAndAfterTheBotIsToldInSteps() {
        watching();
        ForeignPen.write(bench.ecr, API, true, "by hand 1");
        bench.clock.advance(Duration.ofMinutes(5));
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.clock.advance(Duration.ofMinutes(5));
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        seen();
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one.lines())
                        .anyMatch(line -> line.startsWith("That was in 2 steps, with changes of ecr-bot's own between"))
                        .anyMatch(line -> line.contains(":role/ci-deployer (sales) lost pull"))
                        .noneMatch(line -> line.contains(":role/ci-deployer (sales) gained")));
    }

    /** What the bot gave and took back months ago explains nothing of what others do today. */
    @Test
    void whatOthersRestoreIsToldThoughTheBotWroteItOnce() {
        watching();
        bench.applied("grant pull payments/api sales ci-deployer");
        String given = bench.policy("payments/api");
        seen();
        bench.applied("revoke pull payments/api sales ci-deployer");
        seen();
        assertThat(told()).isEmpty();
        bench.ecr.setPolicy(API, given);
        seen();
        assertThat(told())
                .singleElement()
                .satisfies(one -> assertThat(one.lines())
                        .anyMatch(line -> line.contains(":role/ci-deployer (sales) gained pull")));
    }

    @Test
    void whatASlowSlackIsToldLateIsWhatWasThen() {
        watching();
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        seen();
        bench.ecr.setPolicy(API, FINANCE.formatted("").replace("333333333333", "444444444444"));
        bench.clock.advance(Duration.ofMinutes(1));
        bench.applied("grant pull payments/api sales ci-deployer");
        seen();
        assertThat(told())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.lines())
                        .noneMatch(line -> line.contains("ci-deployer"))
                        .noneMatch(line -> line.contains(" gains ") || line.contains(" is gone")));
    }

    /** AWS shows an id in place of a role that is deleted: nobody wrote the policy. */
    @Test
    void aDeletedRoleIsNoChangeByOthers() {
        String role = SeedRegistry.role(SeedRegistry.SALES, "ci-deployer");
        bench.ecr.setPolicy(API, FINANCE.formatted("").replace("arn:aws:iam::333333333333:root", role));
        watching();
        bench.ecr.iam().delete(role);
        seen();
        assertThat(bench.index.changesOf(API, 9)).as("a reading shows it").hasSize(1);
        assertThat(told()).isEmpty();
    }

    /** A write whose answer got lost, and which nobody could settle so far, may have been made. */
    @Test
    void whatTheBotMayHaveWrittenIsNoNews() {
        watching();
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer");
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.AFTER));
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {});
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 30, Fault.drop(Fault.When.BEFORE));
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLYING);
        bench.ecr.traffic().clearFaults();
        seen();
        assertThat(bench.index.changesOf(API, 9)).as("a reading shows it").hasSize(1);
        assertThat(told()).isEmpty();
        bench.sweep();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void whatWasBeforeTheChannelWatchedIsNotTold() {
        bench.crawl();
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        recrawl();
        look(bench.staff());
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsOfAnotherRuleIsForItsChannel() {
        watching();
        bench.ecr.setPolicy(SeedRegistry.west("web/frontend"), FINANCE.formatted(""));
        seen();
        assertThat(told()).extracting(Announcement::channel).containsExactly("C0APPROVALS");
    }

    @Test
    void aRegistrysPolicyIsAboutAllOfItsRepositories() {
        watching();
        bench.ecr.setPolicy(
                WEST, FINANCE.formatted(",\"Resource\":\"arn:aws:ecr:us-west-2:111111111111:repository/*\""));
        seen();
        List<Announcement> told = told();
        assertThat(told).extracting(Announcement::channel).containsExactlyInAnyOrder("C0PAYMENTS", "C0APPROVALS");
        assertThat(COMMAND.matcher(String.join("\n", told.get(0).lines())).results())
                .extracting(command -> command.group(1))
                .hasSize(2)
                .allSatisfy(command -> assertThat(bench.types(DeskBench.BEN, command))
                        .as("the commands that it shows work: %s", command)
                        .isNotInstanceOf(Answer.Refused.class));
    }

    @Test
    void manyChangesAtOnceAreOneMessage() {
        watching();
        List<Repository> some = bench.ecr.repositories().stream()
                .filter(one -> one.region().equals(SeedRegistry.WEST))
                .filter(one -> one.name().value().startsWith("payments/")
                        || one.name().value().startsWith("legacy/")
                        || one.name().value().startsWith("infra/"))
                .toList();
        assertThat(some).hasSizeGreaterThan(3);
        some.forEach(one -> bench.ecr.setPolicy(one, FINANCE.formatted("")));
        seen();
        assertThat(told()).singleElement().satisfies(one -> {
            assertThat(one.lines().get(0)).startsWith(some.size() + " policies were changed");
            assertThat(one.lines()).hasSize(some.size() + 1);
        });
    }

    @Test
    void manyChangesOfOnePolicyAreNotManyPolicies() {
        watching();
        for (int i = 0; i < 4; i++) {
            ForeignPen.write(bench.ecr, API, true, "by hand " + i);
            recrawl();
        }
        bench.clock.advance(Duration.ofMinutes(1));
        look(bench.staff());
        assertThat(told()).singleElement().satisfies(one -> {
            assertThat(one.lines().get(0))
                    .startsWith("1 policy was changed by somebody other than ecr-bot, 4 times in");
            assertThat(one.lines()).hasSize(5);
        });
    }

    @Test
    void whatWasFoundInAnotherOrderThanItWasKeptIsTold() {
        watching();
        Repository worker = SeedRegistry.west("payments/worker");
        Instant now = bench.clock.instant();
        var finance = PolicyDocument.parse(FINANCE.formatted(""));
        // Read later, and kept first.
        bench.ledger.index().read(List.of(new PolicyReading(API, finance, Map.of(), now.plusSeconds(50))));
        bench.ledger.index().read(List.of(new PolicyReading(worker, finance, Map.of(), now.plusSeconds(10))));
        bench.clock.advance(Duration.ofSeconds(60));
        look(bench.staff());
        assertThat(told()).as("the first one isn't settled").isEmpty();
        bench.clock.advance(Duration.ofSeconds(60));
        look(bench.staff());
        // They are made up, so the witness knows nothing of them.
        assertThat(untoldSoFar()).hasSize(2);
    }

    @Test
    void aChannelThatCanNotBeToldKeepsNoOtherFromIt() {
        var heard = new ArrayList<String>();
        var rules = new WatchedRules(
                DeskBench.config(RULES), rule -> rule.handling().watch().changes());
        assertThatThrownBy(() -> rules.tell(channel -> {
                    heard.add(channel);
                    throw new IllegalStateException(channel);
                }))
                .hasMessage("C0APPROVALS");
        assertThat(heard).containsExactly("C0PAYMENTS", "C0APPROVALS");
    }

    @Test
    void aChannelThatStoppedWatchingIsNotToldWhatWasMeanwhile() {
        watching();
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        recrawl();
        bench.clock.advance(Duration.ofDays(3));
        look(bench.staff());
        assertThat(told()).isEmpty();
    }

    @Test
    void theWeekIsToldOnMondayOnce() {
        bench.crawl();
        bench.applied("grant pull payments/api sales ci-deployer for 6d");
        bench.asks(DeskBench.RITA, "grant push payments/worker sales ci-deployer");
        bench.ecr.setPolicy(API, FINANCE.formatted("").replace("\"ecr:BatchGetImage\",", "\"ecr:*\","));
        recrawl();
        advanceTo(monday().plus(Duration.ofHours(7)));
        digest();
        assertThat(told()).as("too early").isEmpty();
        bench.clock.advance(Duration.ofHours(2));
        digest();
        digest();
        List<Announcement> told = told();
        assertThat(told).extracting(Announcement::channel).containsExactlyInAnyOrder("C0PAYMENTS", "C0APPROVALS");
        List<String> lines = told.stream()
                .filter(one -> one.channel().equals("C0PAYMENTS"))
                .findFirst()
                .orElseThrow()
                .lines();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Given and still there (1): pull on payments/api"))
                .anyMatch(line -> line.startsWith("Ending within a week (1): pull on payments/api"))
                .anyMatch(line -> line.startsWith("Waiting for a decision (1): req-"))
                .contains("Changes by somebody other than ecr-bot that were noticed: 1.")
                .anyMatch(line ->
                        line.startsWith("Findings that are new (") && line.contains("all_actions in payments/api"));
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        recrawl();
        bench.clock.advance(Duration.ofDays(7));
        digest();
        List<Announcement> next = told();
        assertThat(next).as("the next week").hasSize(2);
        assertThat(next)
                .flatExtracting(Announcement::lines)
                .anyMatch(line ->
                        line.startsWith("Findings that were mended (") && line.contains("all_actions in payments/api"));
    }

    private Instant monday() {
        return bench.clock
                .instant()
                .atZone(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.MIDNIGHT)
                .toInstant();
    }

    private void advanceTo(Instant then) {
        bench.clock.advance(Duration.between(bench.clock.instant(), then));
    }

    /** From now on the channels are told. */
    private void watching() {
        bench.crawl();
        look(bench.staff());
        assertThat(told()).isEmpty();
    }

    private void seen() {
        recrawl();
        bench.clock.advance(Duration.ofMinutes(1));
        look(bench.staff());
    }

    private void recrawl() {
        bench.clock.advance(Duration.ofHours(7));
        bench.crawl();
    }

    private static void look(DeskAssembly staff) {
        run(staff, "watch-changes");
    }

    private void digest() {
        run(bench.staff(), "weekly-digest");
    }

    private static void run(DeskAssembly staff, String chore) {
        staff.chores().stream()
                .filter(each -> each.name().equals(chore))
                .forEach(each -> each.work().run());
    }

    /** Returns what is told since it was asked last; the witness hears it. */
    private List<Announcement> told() {
        List<Announcement> all = untoldSoFar();
        all.forEach(bench.witness::hears);
        return all;
    }

    private List<Announcement> untoldSoFar() {
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

    private Optional<Announcements.Due> take() {
        Instant now = bench.clock.instant();
        return bench.ledger.transact(transaction -> transaction.announcements().take(now, now.plusSeconds(60)));
    }
}
