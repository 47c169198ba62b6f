package dev.ecrbot.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import dev.ecrbot.rules.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever anybody may do under new rules that they couldn't under the old ones, as the rules themselves judge it, is told. */
final class GainsToldProperties {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Property(tries = 3_000)
    @Sampled(60)
    void nothingNewGoesUntold(@ForAll("rules") Rules before, @ForAll("rules") Rules now) {
        List<Gain> gains = RuleComparison.gained(before, now, List.of(AskedCase.HERE));
        for (AskedCase each : AskedCase.all()) {
            for (String user : AnyRules.USERS) {
                Power.granting(user)
                        .forEach(power -> told(power, user, each.grant(), before, now, among(gains, each::isIn)));
                Power.revoking(user)
                        .forEach(power ->
                                told(power, user, each.revocation(), before, now, among(gains, each::isAbout)));
                if (looks(user, each, now) && !looks(user, each, before)) {
                    assertThat(among(gains, each::isThere))
                            .as("%s looks at %s", user, each)
                            .anyMatch(gain -> gain.what().contains(" may look")
                                    && (gain.people().contains(user)
                                            || gain.what().startsWith("anyone")));
                }
            }
        }
    }

    private static List<Gain> among(List<Gain> gains, Predicate<Gain> which) {
        return gains.stream().filter(which).toList();
    }

    private static void told(Power power, String user, Subject subject, Rules before, Rules now, List<Gain> gains) {
        Optional<Rule> decides = now.find(subject).filter(power.has());
        if (decides.isEmpty() || before.find(subject).filter(power.has()).isPresent()) {
            return;
        }
        // Where nothing could be asked for before, the terms are told by who may ask.
        boolean fresh = before.find(subject).isEmpty() && !power.named();
        assertThat(gains)
                .as("%s of %s: %s", power.told(), user, subject)
                .anyMatch(gain -> gain.rule().equals(decides.get().name())
                        && (fresh || gain.what().contains(power.told()))
                        && (!power.named()
                                || gain.people().contains(user)
                                || gain.what().startsWith("anyone")));
    }

    @Property(tries = 2_000)
    @Sampled(60)
    void nothingIsApprovedByRuleUntold(@ForAll("rules") Rules before, @ForAll("rules") Rules now) {
        List<Gain> gains = RuleComparison.gained(before, now, List.of(AskedCase.HERE));
        for (AskedCase each : AskedCase.all()) {
            for (Duration span : AnyRules.SPANS) {
                Predicate<Rule> by = rule -> rule.approvers()
                        .auto()
                        .filter(auto -> auto.covers(each.grant(), Optional.of(NOW.plus(span)), NOW))
                        .isPresent();
                Optional<Rule> decides = now.find(each.grant()).filter(by);
                if (decides.isPresent() && before.find(each.grant()).filter(by).isEmpty()) {
                    assertThat(gains)
                            .as("%s for %s", each, span)
                            .anyMatch(gain -> gain.rule().equals(decides.get().name())
                                    && each.isIn(gain)
                                    && gain.what().contains("approves it by itself"));
                }
            }
        }
    }

    private static boolean looks(String user, AskedCase asked, Rules rules) {
        return rules.find(asked.look())
                .map(rule -> Power.allows(rule.mayView(Power.facts(user))))
                .orElse(true);
    }

    @Provide
    Arbitrary<Rules> rules() {
        return AnyRules.any();
    }
}
