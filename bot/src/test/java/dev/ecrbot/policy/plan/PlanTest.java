package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"base\":1,\"proposed\":2}",
                "{\"base\":\"\",\"proposed\":\"\"}",
                "{\"base\":\"{\\\"Statement\\\":[]}\",\"proposed\":\"{\\\"Statement\\\":[]}\",\"diff\":[\"x\"]}",
                "{\"base\":\"{\\\"Statement\\\":[]}\",\"proposed\":\"{\\\"Statement\\\":[]}\",\"effects\":[1]}",
                "{\"base\":\"{\\\"Statement\\\":[]}\",\"proposed\":\"{\\\"Statement\\\":[]}\",\"warnings\":[{\"kind\":\"X\",\"text\":\"\"}]}"
            })
    void whatIsNoStoredPlanIsRefused(String json) throws Exception {
        var node = new ObjectMapper().readTree(json);
        assertThatThrownBy(() -> Plan.fromJson(node)).isInstanceOf(ProblemException.class);
    }

    private static final String DENY_PUSH_ELSEWHERE =
            "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:PutImage\","
                    + "\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-0a1b2c3d4e5f60718\"}}}";

    @Test
    void theMeaningIsEffectsTouchedStatementsAndWarnings() {
        Plan plan = plan(policy(), grant(role("a"), StandardAccess.PULL, WEEK), context());
        assertThat(plan.sameMeaning(plan(policy(), grant(role("b"), StandardAccess.PULL, WEEK), context()), Plans.NOW))
                .isFalse();
        assertThat(plan.sameMeaning(
                        plan(policy(), grant(role("a"), StandardAccess.PULL, Plans.MONTH), context()), Plans.NOW))
                .isFalse();
        assertThat(plan.sameMeaning(
                        plan(policy("{\"Sid\":\"odd\"}"), grant(role("a"), StandardAccess.PULL, WEEK), context()),
                        Plans.NOW))
                .isFalse();
    }

    @Test
    void wordsHaveNoPartInTheMeaning() {
        Edit.Grant edit = grant(Plans.account(Plans.SALES), StandardAccess.PUSH, WEEK);
        Plan plan = plan(policy(DENY_PUSH_ELSEWHERE), edit, context());
        List<Warning> reworded = plan.warnings().stream()
                .map(warning ->
                        new Warning(warning.kind(), warning.text().replace("sales", "vertrieb") + " Mind that."))
                .toList();
        List<Effect> retold = plan.effects().stream().map(Effect::withoutWords).toList();
        assertThat(plan.effects()).anyMatch(effect -> effect.terms().isPresent());
        assertThat(plan.differences(
                        new Plan(
                                plan.base(),
                                plan.proposed(),
                                retold,
                                plan.diff(),
                                plan.touchedForeign(),
                                reworded,
                                plan.remaining()),
                        Plans.NOW))
                .isEmpty();
        assertThat(plan.differences(plan(policy(), edit, context()), Plans.NOW))
                .containsExactlyInAnyOrder(Plan.Aspect.EFFECTS, Plan.Aspect.WARNINGS);
    }

    @Test
    void anEffectThatWasntMeantStopsThePlan() {
        Edit.Grant edit = grant(role("a"), StandardAccess.PULL, WEEK);
        Effect meant = effect(role("a"), "ecr:BatchGetImage");
        IntentCheck.check(edit, List.of(meant), policy(), policy(), Partition.AWS);
        for (Effect effect : new Effect[] {
            effect(role("b"), "ecr:BatchGetImage"),
            effect(role("a"), "ecr:PutImage"),
            new Effect(role("a"), meant.gains(), new TreeSet<>(), Optional.empty()),
            new Effect(role("a"), new TreeSet<>(), meant.gains(), WEEK)
        }) {
            assertThatThrownBy(() -> IntentCheck.check(edit, List.of(effect), policy(), policy(), Partition.AWS))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(Code.INTERNAL));
        }
        assertThatThrownBy(
                        () -> IntentCheck.check(edit, List.of(), policy("{\"Sid\":\"odd\"}"), policy(), Partition.AWS))
                .isInstanceOf(ProblemException.class);
    }

    private static Effect effect(Principal principal, String action) {
        return new Effect(principal, new TreeSet<>(Set.of(action)), new TreeSet<>(), WEEK);
    }
}
