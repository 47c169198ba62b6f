package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.PolicyDiff;
import dev.ecrbot.policy.evaluation.ConditionChange;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDiffTest {
    private static final String ALLOW = "{'Effect':'Allow','Principal':'*','Action':'ecr:PutImage'";

    private static PolicyDiff diff(String before, String after) {
        return PolicyDiff.between(
                document(before), document(after), Plans.context().setting());
    }

    private static PolicyDocument document(String statements) {
        return PolicyDocument.parse(("{'Version':'2012-10-17','Statement':[" + statements + "]}").replace('\'', '"'));
    }

    private static String on(String condition) {
        return ALLOW + ",'Condition':" + condition + "}";
    }

    private static String told(PolicyDiff diff) {
        boolean gains =
                diff.effects().stream().anyMatch(effect -> !effect.gains().isEmpty());
        boolean loses =
                diff.effects().stream().anyMatch(effect -> !effect.loses().isEmpty());
        return gains ? (loses ? "both" : "gains") : loses ? "loses" : "none";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"StringEquals":{"aws:PrincipalOrgID":"o-abc"}} | {"StringLike":{"aws:PrincipalOrgID":"o-*"}} | gains
            {"StringEquals":{"aws:SourceVpce":"vpce-1"}} | {"StringEquals":{"aws:SourceVpce":["vpce-1","vpce-2"]}} | gains
            {"StringEquals":{"aws:SourceVpce":"vpce-1"}} | {"StringEquals":{"aws:SourceVpce":"vpce-2"}} | both
            {"StringEquals":{"aws:SourceVpce":"vpce-1"}} | {"StringEqualsIfExists":{"aws:SourceVpce":"vpce-1"}} | gains
            {"StringEquals":{"aws:PrincipalOrgID":"o-a"}} | {"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-a"}} | gains
            {"ForAnyValue:StringEquals":{"aws:PrincipalOrgID":"o-a"}} | {"StringEquals":{"aws:PrincipalOrgID":"o-a"}} | none
            {"ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]}} | {"ForAnyValue:StringEquals":{"aws:TagKeys":["a","b"]}} | both
            {"ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]}} | {"ForAllValues:StringEquals":{"aws:TagKeys":["a"]}} | loses
            {"ArnLike":{"aws:SourceArn":"arn:aws:lambda:*:*:function:a*"}} | {"ArnEquals":{"aws:SourceArn":"arn:aws:lambda:*:*:function:a*"}} | none
            {"ArnLike":{"aws:SourceArn":"arn:aws:lambda:*:*:function:a*"}} | {"StringLike":{"aws:SourceArn":"arn:aws:lambda:*:*:function:a*"}} | gains
            {"StringLike":{"aws:SourceVpce":"vpce-1"}} | {"StringEquals":{"aws:SourceVpce":"vpce-1"}} | none
            {"Bool":{"aws:SecureTransport":"true"}} | {"Bool":{"aws:SecureTransport":"True"}} | none
            {"Bool":{"aws:SecureTransport":"true"}} | {"BoolIfExists":{"aws:SecureTransport":true}} | none
            {"Bool":{"aws:MultiFactorAuthPresent":"true"}} | {"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}} | gains
            {"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}} | {"NumericLessThan":{"aws:MultiFactorAuthAge":3600.0}} | none
            {"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}} | {"NumericLessThanEquals":{"aws:MultiFactorAuthAge":"3600"}} | gains
            {"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}} | {"NumericLessThan":{"aws:MultiFactorAuthAge":"60"}} | loses
            {"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}} | {"NumericGreaterThan":{"aws:MultiFactorAuthAge":"60"}} | both
            {"DateLessThan":{"aws:TokenIssueTime":"2026-11-22T10:00:00Z"}} | {"DateLessThan":{"aws:TokenIssueTime":"2026-11-22T11:00:00+01:00"}} | none
            {"DateLessThan":{"aws:TokenIssueTime":"2026-11-22T10:00:00Z"}} | {"DateLessThan":{"aws:TokenIssueTime":"2026-11-23T10:00:00Z"}} | gains
            {"IpAddress":{"aws:SourceIp":"203.0.113.7"}} | {"IpAddress":{"aws:SourceIp":"203.0.113.7/32"}} | none
            {"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}} | {"IpAddress":{"aws:SourceIp":["203.0.113.0/25","203.0.113.128/25"]}} | none
            {"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}} | {"IpAddress":{"aws:SourceIp":"203.0.0.0/16"}} | gains
            {"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}} | {"NotIpAddress":{"aws:SourceIp":"203.0.0.0/16"}} | loses
            {"IpAddress":{"aws:SourceIp":"2001:db8::/32"}} | {"IpAddress":{"aws:SourceIp":"2001:db8::/33"}} | loses
            {"IpAddress":{"aws:SourceIp":["0.0.0.0/1","128.0.0.0/1"]}} | {"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}} | none
            {"StringEqualsIgnoreCase":{"aws:SourceVpce":"A"}} | {"StringEqualsIgnoreCase":{"aws:SourceVpce":"a"}} | none
            {"StringEqualsIgnoreCase":{"aws:SourceVpce":"A"}} | {"StringEquals":{"aws:SourceVpce":"A"}} | loses
            {"StringNotEquals":{"aws:SourceVpce":"vpce-1"}} | {"StringNotEquals":{"aws:SourceVpce":["vpce-1","vpce-2"]}} | loses
            {"StringLike":{"aws:SourceVpce":"vpce-*"}} | {"StringLike":{"aws:SourceVpce":["vpce-*","vpce-1*"]}} | none
            {"StringLike":{"aws:SourceVpce":"*a*"}} | {"StringLike":{"aws:SourceVpce":"a*"}} | loses
            {"StringLike":{"aws:SourceVpce":"a*"}} | {"StringLike":{"aws:SourceVpce":"*a"}} | both
            {"StringLike":{"aws:SourceVpce":"?*"}} | {"Null":{"aws:SourceVpce":"false"}} | none
            {"StringEquals":{"aws:SourceVpce":"a","aws:SourceVpc":"b"}} | {"StringEquals":{"aws:SourceVpce":"a"}} | gains
            {"StringEquals":{"aws:SourceVpce":"a"}} | {"StringEquals":{"aws:SourceVpc":"b"}} | both
            {"StringEquals":{"aws:SourceVpce":"a"}} | {"stringequals":{"aws:SourceVpce":"a"}} | both
            {"StringEquals":{"aws:SourceVpce":"${aws:username}"}} | {"StringEquals":{"aws:SourceVpce":["${aws:username}","a"]}} | gains
            """)
    void theDirectionIsFoundByTheRequestsThatAreLetThrough(String before, String after, String told) {
        assertThat(told(diff(on(before), on(after)))).isEqualTo(told);
        String opposite = told.equals("gains") ? "loses" : told.equals("loses") ? "gains" : told;
        assertThat(told(diff(on(after), on(before)))).isEqualTo(opposite);
    }

    @Test
    void theConditionBeforeAndAfterIsToldInWords() {
        assertThat(diff(
                                on("{'StringEquals':{'aws:PrincipalOrgID':'o-a'}}"),
                                on("{'StringLike':{'aws:PrincipalOrgID':'o-*'}}"))
                        .effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.terms())
                        .hasValue(new ConditionChange(
                                "if aws:PrincipalOrgID is o-a", "if aws:PrincipalOrgID is like o-*", true)));
    }

    @Test
    void whatAPolicyDoesntDecideAboutIsNeitherGainedNorLost() {
        String one = "{'Effect':'Allow','Principal':'*','Action':['ecr:PutImage'%s]}";
        for (String more : List.of(
                ",'s3:GetObject'",
                ",'ecr:GetAuthorizationToken'",
                ",'ecr:DescribeRegistry'",
                ",'ecr:Foo'",
                ",'s3:*'")) {
            assertThat(diff(one.formatted(""), one.formatted(more)).isEmpty())
                    .as(more)
                    .isTrue();
        }
        assertThat(diff(ALLOW.replace("PutImage", "*") + "}", one.formatted(",'ecr:*','*'"))
                        .isEmpty())
                .isTrue();
        String china = "{'Effect':'Allow','Principal':{'AWS':'arn:aws-cn:iam::222222222222:root'},'Action':'ecr:*'}";
        assertThat(diff("", china).isEmpty()).isTrue();
    }

    @Test
    void aStatementThatCantBeUnderstoodIsNamedAndNoEffectOfItIsStated() {
        String odd = "{'Sid':'odd','Effect':'Allow','Principal':'*','Action':'*','Condition':['x']}";
        PolicyDiff changed = diff(ALLOW + "}," + odd, ALLOW + "}," + odd.replace("x", "y"));
        assertThat(changed.effects()).isEmpty();
        assertThat(changed.unread())
                .containsExactly(new PolicyDiff.Unread(Optional.of(1), Optional.of(1), Optional.of("odd")));
        assertThat(diff(odd, "").unread())
                .containsExactly(new PolicyDiff.Unread(Optional.of(0), Optional.empty(), Optional.of("odd")));
        assertThat(diff("", odd).unread())
                .containsExactly(new PolicyDiff.Unread(Optional.empty(), Optional.of(0), Optional.of("odd")));
        assertThat(diff(odd + "," + ALLOW + "}", ALLOW + "}," + odd).isEmpty()).isTrue();
    }

    @Test
    void aDocumentMuchLongerThanEcrTakesIsNotCompared() {
        String many = (ALLOW + "},").repeat(2_000) + ALLOW + "}";
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> diff("", many))
                .satisfies(problem -> assertThat(problem.problem().code()).isEqualTo(Code.POLICY_TOO_LARGE));
    }
}
