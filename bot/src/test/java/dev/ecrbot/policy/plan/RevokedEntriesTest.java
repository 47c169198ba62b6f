package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.refused;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.revokeAll;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with revocations of entries that aren't a role or an account, and what stays. */
class RevokedEntriesTest {
    private static final Principal CI = role("ci");

    private static String allow(String principal, String actions) {
        return "{\"Sid\":\"pull and more\",\"Effect\":\"Allow\",\"Principal\":" + principal + ",\"Action\":" + actions
                + "}";
    }

    @Test
    void anOrphanGoesWithAllItsActions() {
        Principal orphan = new Principal.Orphan("AROACKCEVSQ6C2EXAMPLE");
        PolicyDocument base = policy(
                allow("{\"AWS\":[\"" + orphan.text() + "\",\"x\"]}", "[\"ecr:BatchGetImage\",\"ecr:ListImages\"]"));
        Plan plan = plan(base, revoke(orphan, StandardAccess.PULL), context());
        assertThat(plan.proposed().text()).doesNotContain(orphan.text());
        assertThat(plan.proposed().text()).contains("ecr:BatchGetImage", "ecr:ListImages");
        assertThat(plan.effects()).isEmpty();
        assertThat(plan.proposed().statements()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS, *, true",
        "AWS, AROACKCEVSQ6C2EXAMPLE, false",
        "Service, lambda.amazonaws.com, true",
        "CanonicalUser, 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be, true",
        "AWS, arn:aws:sts::222222222222:assumed-role/ci/build-1, true",
        "AWS, arn:aws-cn:iam::222222222222:root, false",
        "AWS, arn:aws:iam::222222222222:role/*, false",
        "AWS, what is that?, false"
    })
    void anyEntryCanBeRevokedAndWhoeverItStandsForLosesWhatItGave(String type, String text, boolean somebody) {
        Principal principal = Principals.parse(type, text);
        String deny = "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:PutImage\"}";
        PolicyDocument base = policy(deny, allow("{\"" + type + "\":[\"" + text + "\",\"x\"]}", PULL_ACTIONS));
        for (Edit.Revoke edit : new Edit.Revoke[] {revokeAll(principal), revoke(principal, StandardAccess.PULL)}) {
            Plan plan = plan(base, edit, context());
            assertThat(plan.proposed()).isEqualTo(policy(deny, allow("{\"" + type + "\":[\"x\"]}", PULL_ACTIONS)));
            assertThat(plan.effects())
                    .isEqualTo(
                            somebody
                                    ? List.of(new Effect(
                                            principal,
                                            new TreeSet<>(),
                                            new TreeSet<>(StandardAccess.PULL.actions()),
                                            Optional.empty()))
                                    : List.of());
            assertThat(plan.warnings()).allMatch(warning -> warning.kind() == Kind.LINT_ERROR);
        }
    }

    @Test
    void everyoneInItsShortFormGoesWithTheStatement() {
        PolicyDocument base = policy(allow("\"*\"", PULL_ACTIONS));
        assertThat(plan(base, revoke(new Principal.Everyone(), StandardAccess.PULL), context())
                        .proposed()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void lambdasOwnStatementStays() {
        String lambda = "{\"Sid\":\"LambdaECRImageRetrievalPolicy\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                + "\"lambda.amazonaws.com\"},\"Action\":[\"ecr:BatchGetImage\",\"ecr:SetRepositoryPolicy\"]}";
        Principal service = new Principal.Service("lambda.amazonaws.com");
        Problem problem = refused(policy(lambda), revokeAll(service), context());
        assertThat(problem.code()).isEqualTo(Code.NOTHING_TO_REVOKE);
        assertThat(problem.what()).contains("LambdaECRImageRetrievalPolicy");
        PolicyDocument two = policy(lambda, allow("{\"Service\":\"lambda.amazonaws.com\"}", PULL_ACTIONS));
        Plan plan = plan(two, revokeAll(service), context());
        assertThat(plan.proposed()).isEqualTo(policy(lambda));
        assertThat(plan.remaining()).hasSize(1);
    }

    @Test
    void orphansAreDroppedFromWhatNamesThemAndNotFromWhatExceptsThem() {
        String alone = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"},\"Action\":\"ecr:*\"}";
        String deny = alone.replace("\"AIDACKCEVSQ6C2EXAMPLE\"", "[\"AIDACKCEVSQ6C2EXAMPLE\",\"444444444444\"]");
        String except =
                "{\"Effect\":\"Allow\",\"NotPrincipal\":{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"},\"Action\":\"ecr:*\"}";
        PolicyDocument base = policy(
                alone,
                deny,
                except,
                allow("{\"AWS\":\"AROACKCEVSQ6C2EXAMPLE\"}", "\"ecr:*\""),
                allow("{\"AWS\":[\"AROACKCEVSQ6C2EXAMPLE\",\"333333333333\"]}", "\"ecr:*\""));
        Plan plan = plan(base, grant(CI, StandardAccess.PULL, WEEK), context());
        assertThat(plan.proposed().statements())
                .extracting(Statement::toString)
                .startsWith(
                        deny.replace("\"AIDACKCEVSQ6C2EXAMPLE\",", ""),
                        except,
                        allow("{\"AWS\":[\"333333333333\"]}", "\"ecr:*\""))
                .hasSize(4);
        assertThat(plan.warnings())
                .filteredOn(warning -> warning.kind() != Kind.LINT_ERROR)
                .containsExactly(
                        new Warning(
                                Kind.ORPHAN_DROPPED,
                                "The id of a deleted principal, AIDACKCEVSQ6C2EXAMPLE, is taken out, too. It keeps nobody out."),
                        new Warning(
                                Kind.ORPHAN_DROPPED,
                                "The id of a deleted principal, AROACKCEVSQ6C2EXAMPLE, is taken out, too. It lets nobody in."));
        assertThat(plan.effects()).extracting(Effect::principal).containsExactly(CI);
    }
}
