package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is answered of somebody's access, held against brute force over policies made of one number. */
class AnswerProperties {
    private static final List<Person> PEOPLE = List.of(
            new Person("sales", SeedRegistry.SALES, "ci-deployer"),
            new Person("sales", SeedRegistry.SALES, "nightly-build"),
            new Person("finance", SeedRegistry.FINANCE, "report-runner"));
    private static DeskBench bench;

    private record Person(String alias, AccountId account, String role) {
        private String arn() {
            return "arn:aws:iam::" + account + ":role/" + role;
        }
    }

    @BeforeContainer
    static void open() {
        bench = new DeskBench();
    }

    @AfterContainer
    static void close() {
        bench.close();
    }

    private static Finding found(String text) {
        // Nobody types this fast.
        bench.clock.advance(Duration.ofSeconds(10));
        Answer answer = bench.types(DeskBench.BEN, text);
        assertThat(answer).as(text).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).finding();
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    @Sampled(60)
    void whatIsSaidOfSomebodyIsSo(@ForAll long seed) {
        var policy = new SmallPolicy(seed);
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), policy.text());
        for (Person person : PEOPLE) {
            var can = (Possibility) found("can " + person.alias + " " + person.role + " pull payments/api");
            assertThat(can.says().whom().text()).isEqualTo(person.arn());
            holds(policy, can.says());
        }
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    @Sampled(60)
    void whoeverIsListedHasItAndNobodyIsLeftOut(@ForAll long seed) {
        var policy = new SmallPolicy(seed);
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), policy.text());
        var who = (Holders) found("who pull payments/api");
        who.named().stream()
                .filter(says -> says.whom() instanceof Principal.Role)
                .forEach(says -> holds(policy, says));
        Set<String> listed = new TreeSet<>();
        who.named().stream()
                .filter(says -> says.verdict() != Capability.Verdict.NO)
                .forEach(says -> listed.add(says.whom().text()));
        boolean everyone = !who.others().isEmpty() || listed.stream().anyMatch(name -> name.startsWith("org:"));
        for (Person person : PEOPLE) {
            boolean sometimes = SmallPolicy.CONTEXTS.stream()
                    .anyMatch(context -> who.access().actions().stream()
                            .allMatch(action -> policy.allows(person.arn(), person.account(), action, context)));
            if (sometimes && !everyone) {
                assertThat(listed)
                        .as("%s under %s", person, policy.text())
                        .containsAnyOf(person.arn(), "arn:aws:iam::" + person.account() + ":root");
            }
        }
    }

    /** A yes is a yes, and a no a no, whatever else is true of the request. */
    private static void holds(SmallPolicy policy, Capability says) {
        AccountId account = says.whom().account().orElseThrow();
        for (Map<String, List<String>> context : SmallPolicy.CONTEXTS) {
            Stream.of(says.allowed(), says.refused())
                    .forEach(actions -> actions.forEach(
                            action -> assertThat(policy.allows(says.whom().text(), account, action, context))
                                    .as("%s by %s in %s under %s", action, says.whom(), context, policy.text())
                                    .isEqualTo(says.allowed().contains(action))));
        }
        if (policy.doubts() <= 1) {
            says.depends()
                    .keySet()
                    .forEach(action -> assertThat(SmallPolicy.CONTEXTS)
                            .extracting(context -> policy.allows(says.whom().text(), account, action, context))
                            .as("%s by %s under %s", action, says.whom(), policy.text())
                            .contains(true, false));
        }
    }
}
