package dev.ecrbot.policy.evaluation;

import static dev.ecrbot.policy.evaluation.Questions.LAMBDA;
import static dev.ecrbot.policy.evaluation.Questions.ROLE;
import static dev.ecrbot.policy.evaluation.Questions.USER;
import static dev.ecrbot.policy.evaluation.Questions.ask;
import static dev.ecrbot.policy.evaluation.Questions.policy;
import static dev.ecrbot.policy.evaluation.Questions.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.PolicyDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/* | yes
            arn:aws:iam::222222222222:role/aws-reserved/* | yes
            arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Dev_* | yes
            arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Dev_* | conditional
            arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Dev_1a2b | conditional
            arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_1a2b | conditional
            arn:aws:iam::222222222222:role/AWSReservedSSO_Dev_1a2b | no
            arn:aws:iam::222222222222:role/sandbox/* | no
            arn:aws:iam::222222222222:role/aws-reserved/*/AWSReservedSSO_Ops_* | no
            """)
    void theRolesOfIdentityCenterLieBelowTheirPath(String arn, String expected) {
        String caller = "arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_Dev_1a2b/alice";
        String like = ",'Condition':{'ArnLike':{'aws:PrincipalArn':'" + arn + "'}}";
        String unlike = like.replace("ArnLike", "ArnNotLike");
        assertThat(ask(policy(allow("root", like)), caller).verdict().word()).isEqualTo(expected);
        String opposite = expected.equals("yes") ? "no" : expected.equals("no") ? "yes" : expected;
        assertThat(ask(policy(allow("root", unlike)), caller).verdict().word()).isEqualTo(opposite);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::222222222222:role/ci | arn:aws:sts::222222222222:assumed-role/ci/build
            arn:aws:iam::222222222222:user/bob | arn:aws:sts::222222222222:federated-user/build
            arn:aws:sts::222222222222:federated-user/build | arn:aws:iam::222222222222:user/bob
            """)
    void whoIsDeniedItInSomeRequestsOnlyIsNotAllowedItForCertain(String asked, String denied) {
        String deny = "{'Effect':'Deny','Principal':{'AWS':'" + denied + "'},'Action':'ecr:*'}";
        assertThat(verdict(policy(allow("root", ""), deny), asked)).isEqualTo("conditional[Principal]");
        assertThat(verdict(policy(allow("root", ""), deny.replace("222222222222", "333333333333")), asked))
                .isEqualTo("yes");
    }

    @Test
    void aFederatedUserMayBeTheOneWhomAUserMade() {
        PolicyDocument policy = policy(allow("user/bob", ""));
        assertThat(verdict(policy, "arn:aws:sts::222222222222:federated-user/build"))
                .isEqualTo("conditional[Principal]");
        assertThat(verdict(policy, "arn:aws:sts::333333333333:federated-user/build"))
                .isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"StringEquals":{"aws:PrincipalOrgID":"o-1"}} | no
            {"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}} | yes
            {"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-1/*"}} | no
            {"StringEquals":{"aws:PrincipalTag/team":"a"}} | no
            {"Null":{"aws:PrincipalTag/team":"true"}} | yes
            """)
    void aServiceBelongsToNoOrganizationAndHasNoTags(String condition, String expected) {
        PolicyDocument policy =
                policy("{'Effect':'Allow','Principal':'*','Action':'ecr:*','Condition':" + condition + "}");
        assertThat(verdict(policy, LAMBDA)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Allow | "arn:aws:iam::222222222222:role/ci" | no | conditional[NotPrincipal]
            Deny | "arn:aws:iam::222222222222:user/bob" | no | conditional[NotPrincipal]
            Deny | ["arn:aws:iam::222222222222:user/bob","222222222222"] | conditional[NotPrincipal] | yes
            Deny | "arn:aws:sts::222222222222:assumed-role/ci/one" | conditional[NotPrincipal] | no
            Deny | "arn:aws:iam::333333333333:role/ci" | no | no
            """)
    void aDenyThatExceptsPrincipalsIsAboutAllOfWhomItListsNoForm(
            String effect, String named, String role, String user) {
        String statement = "{'Effect':'" + effect + "','NotPrincipal':{'AWS':" + named + "},'Action':'ecr:*'}";
        PolicyDocument policy = effect.equals("Deny") ? policy(statement, allow("root", "")) : policy(statement);
        assertThat(List.of(verdict(policy, ROLE), verdict(policy, USER))).containsExactly(role, user);
    }

    private static String allow(String who, String more) {
        return "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:" + who + "'},'Action':'ecr:*'" + more
                + "}";
    }
}
