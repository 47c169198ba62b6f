package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.FINANCE;
import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.PULL_ACTIONS;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.nothing;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.plan.Warning.Kind;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those who decide on a grant are warned of, and what a Deny leaves of it. */
final class GrantWarningsTest extends GrantSample {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        arn:aws:sts::222222222222:assumed-role/deployer/GitHubActions | "Principal":"*" | ,"Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/sandbox/*"}}
        arn:aws:iam::222222222222:role/deployer | "Principal":{"AWS":"arn:aws:sts::222222222222:assumed-role/deployer/one"} | ``
        """)
    void nobodyHasWhatMayBeDeniedToThem(String arn, String denied, String condition) {
        PolicyDocument base = policy(
                allow("{\"AWS\":\"222222222222\"}", PULL_ACTIONS),
                "{\"Effect\":\"Deny\"," + denied + ",\"Action\":\"ecr:*\"" + condition + "}");
        Plan plan = plan(base, grant(Principals.parse("AWS", arn), StandardAccess.PULL, FOREVER), context());
        assertThat(plan.warnings()).extracting(Warning::kind).contains(Kind.DENY_PRESENT);
    }

    @Test
    void aDenyThatNamesThePrincipalIsNoReasonToSkipTheGrantAndIsTold() {
        String deny = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":" + CI_ARN + "},\"Action\":\"ecr:Batch*\"}";
        String allow = "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":" + CI_ARN + "},\"Action\":\"*\"}";
        Plan plan = plan(policy(deny, allow), grant(CI, StandardAccess.PULL, FOREVER), context());
        assertThat(plan.warnings()).extracting(Warning::kind).contains(Kind.DENY_PRESENT);
        assertThat(nothing(plan.proposed(), grant(CI, StandardAccess.PULL, FOREVER), context()))
                .contains("Deny");
    }

    @ParameterizedTest
    @CsvSource({
        "DateLessThan, aws:CurrentTime, -1, false",
        "DateLessThan, aws:CurrentTime, 3600, true",
        "DateLessThanEquals, aws:currenttime, -1, false",
        "DateLessThanIfExists, aws:CurrentTime, -1, false",
        "DateEquals, aws:CurrentTime, -1, false",
        "DateEquals, aws:CurrentTime, 86400, true",
        "DateNotEquals, aws:CurrentTime, -1, true",
        "DateGreaterThan, aws:CurrentTime, -1, true",
        "DateGreaterThan, aws:CurrentTime, 86400, true",
    })
    void deniesAreToldIfTheirTimeIsNotOver(String operator, String key, long seconds, boolean told) {
        String deny = denyIf(operator, key, Plans.NOW.plusSeconds(seconds).toString());
        assertThat(kinds(policy(deny), CI).anyMatch(Kind.DENY_PRESENT::equals)).isEqualTo(told);
    }

    @Test
    void aTimeInSecondsIsOverLikeAnyOther() {
        String past = String.valueOf(Plans.NOW.getEpochSecond() - 1);
        assertThat(kinds(policy(denyIf("NumericLessThan", "aws:EpochTime", past)), CI))
                .doesNotContain(Kind.DENY_PRESENT);
        String last = String.valueOf(Instant.MAX.getEpochSecond());
        assertThat(kinds(policy(denyIf("NumericLessThan", "aws:EpochTime", last)), CI))
                .contains(Kind.DENY_PRESENT);
    }

    private static String denyIf(String operator, String key, String value) {
        return "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:BatchGetImage\",\"Condition\":{\"" + operator
                + "\":{\"" + key + "\":\"" + value + "\"},\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-abc123def4\"}}}";
    }

    @Test
    void deniesAreToldIfTheyReachThePrincipal() {
        String exceptsCi = "{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":" + CI_ARN + "},\"Action\":\"ecr:Batch*\"}";
        assertThat(kinds(policy(exceptsCi), CI)).doesNotContain(Kind.DENY_PRESENT);
        assertThat(kinds(policy(exceptsCi), role("other"))).contains(Kind.DENY_PRESENT);
        String root = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:Batch*\"}";
        assertThat(kinds(policy(root), CI)).contains(Kind.DENY_PRESENT);
        assertThat(kinds(policy(root), account(FINANCE))).doesNotContain(Kind.DENY_PRESENT);
        String push = "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"ecr:PutImage\"}";
        assertThat(kinds(policy(push), CI)).doesNotContain(Kind.DENY_PRESENT);
    }

    @Test
    void warningsSayWhatToThinkOf() {
        Plan plan = plan(PolicyDocument.empty(), grant(account(SALES), StandardAccess.PUSH, FOREVER), context());
        assertThat(plan.warnings())
                .containsExactly(
                        new Warning(Kind.WHOLE_ACCOUNT, "Every role that sales (222222222222) trusts gets this."),
                        new Warning(
                                Kind.PUSH,
                                "Sales (222222222222) can put images there, and move tags that aren't immutable."),
                        new Warning(Kind.PERMANENT, "The access has no end and stays until somebody revokes it."));
        assertThat(kinds(PolicyDocument.empty(), new Principal.Session(Partition.AWS, SALES, "ci", "s1")))
                .contains(Kind.SESSION);
        assertThat(kinds(PolicyDocument.empty(), new Principal.FederatedUser(Partition.AWS, SALES, "bob")))
                .contains(Kind.FEDERATED_USER);
        assertThat(kinds(PolicyDocument.empty(), new Principal.User(Partition.AWS, SALES, "/", "role2-2")))
                .contains(Kind.USER_FORM_SUSPECT);
        assertThat(kinds(PolicyDocument.empty(), new Principal.User(Partition.AWS, SALES, "/", "bob")))
                .containsExactly(Kind.PERMANENT);
        assertThat(kinds(policy("{\"Sid\":\"odd\"}"), CI)).containsExactly(Kind.PERMANENT, Kind.OPAQUE_STATEMENT);
    }

    private static Stream<Kind> kinds(PolicyDocument base, Principal principal) {
        return plan(base, grant(principal, StandardAccess.PULL, FOREVER), context()).warnings().stream()
                .map(Warning::kind);
    }
}
