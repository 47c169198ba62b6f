package dev.ecrbot.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Channels are told what others changed, and once a week how things are, if their rules say so. */
final class WatchingTest extends WatchedChannels {
    private static final RegionalRegistry WEST = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);

    private static final Pattern COMMAND = Pattern.compile("“/ecr ([^”]*)”");

    @Test
    void whatOthersChangedIsToldOnceInWords() {
        watching();
        bench.ecr.setPolicy(API, FINANCE.formatted(""));
        seen();
        assertThat(told()).singleElement().satisfies(one -> {
            assertThat(one.channel()).isEqualTo("C0PAYMENTS");
            assertThat(one.people()).as("nobody is pinged").isEmpty();
            assertThat(one.lines().get(0))
                    .contains(
                            "payments/api in us-west-2, registry central (111111111111) was changed by somebody other");
            assertThat(one.lines())
                    .anyMatch(line -> line.startsWith("arn:aws:iam::333333333333:root (finance) gained pull."))
                    .anyMatch(line -> line.contains("/ecr status 111111111111.dkr.ecr.us-west-2.amazonaws.com/"));
        });
        look(bench.staff());
        look(bench.replica());
        assertThat(told()).isEmpty();
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
}
