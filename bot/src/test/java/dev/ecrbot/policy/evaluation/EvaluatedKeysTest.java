package dev.ecrbot.policy.evaluation;

import static dev.ecrbot.policy.evaluation.Questions.API;
import static dev.ecrbot.policy.evaluation.Questions.LAMBDA;
import static dev.ecrbot.policy.evaluation.Questions.ROLE;
import static dev.ecrbot.policy.evaluation.Questions.SESSION;
import static dev.ecrbot.policy.evaluation.Questions.USER;
import static dev.ecrbot.policy.evaluation.Questions.ask;
import static dev.ecrbot.policy.evaluation.Questions.policy;
import static dev.ecrbot.policy.evaluation.Questions.pull;
import static dev.ecrbot.policy.evaluation.Questions.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.condition.RequestContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a request's keys, and what a policy decides by them. */
class EvaluatedKeysTest {
    private static final PolicyDocument NONE = PolicyDocument.empty();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ForAnyValue:StringLike | o-a/* | yes
            ForAnyValue:StringLike | o-?/* | yes
            ForAllValues:StringLike | o-a/* | yes
            ForAnyValue:StringNotLike | o-a/* | no
            ForAnyValue:StringLike | o-b/* | no
            ForAnyValue:StringNotLike | o-b/r-1/* | yes
            ForAnyValue:StringLike | o-a | no
            ForAnyValue:StringLike | o-a/r-1/* | conditional
            ForAnyValue:StringLike | o-a/*/ou-1/* | conditional
            ForAnyValue:StringLike | o-a/? | conditional
            ForAnyValue:StringEquals | o-a/r-1/ | conditional
            ForAnyValue:StringEquals | o-b/r-1/ | no
            StringLike | o-a/* | conditional
            """)
    void ofWhomOnlyTheOrganizationIsKnownThePathsBeginWithIt(String operator, String paths, String expected) {
        PolicyDocument policy = policy("{'Effect':'Allow','Principal':'*','Action':'*','Condition':{'" + operator
                + "':{'aws:PrincipalOrgPaths':'" + paths + "'}}}");
        assertThat(ask(policy, NONE, pull(ROLE), Map.of("aws:PrincipalOrgID", List.of("o-a")))
                        .verdict()
                        .word())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/ci"}} | yes | conditional[aws:PrincipalArn] | no
            {"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/*"}} | yes | yes | no
            {"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/sandbox/*"}} | no | conditional[aws:PrincipalArn] | no
            {"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::222222222222:role/sandbox/*"}} | yes | conditional[aws:PrincipalArn] | yes
            {"StringEquals":{"aws:PrincipalArn":["arn:aws:iam::222222222222:role/c1","arn:aws:iam::222222222222:role/x/c"]}} | no | no | no
            {"StringLike":{"aws:PrincipalArn":["arn:aws:iam::222222222222:role/ci","arn:aws:iam::222222222222:role/*/ci"]}} | yes | conditional[aws:PrincipalArn] | no
            {"StringLike":{"aws:PrincipalArn":"*/ci"}} | yes | yes | no
            {"StringEquals":{"aws:PrincipalOrgPaths":"o-1/r-1/"}} | conditional[aws:PrincipalOrgPaths] | conditional[aws:PrincipalOrgPaths] | conditional[aws:PrincipalOrgPaths]
            {"StringEquals":{"AWS:principalaccount":"222222222222"}} | yes | yes | yes
            {"StringEquals":{"aws:RequestedRegion":["eu-west-1","us-west-2"]}} | yes | yes | yes
            {"StringNotEquals":{"aws:ResourceAccount":"111111111111"}} | no | no | no
            {"DateLessThan":{"aws:CurrentTime":"2026-11-22T10:00:01Z"}} | yes | yes | yes
            {"DateLessThan":{"aws:CurrentTime":"2026-11-22T10:00:00Z"}} | no | no | no
            {"NumericGreaterThan":{"aws:EpochTime":"1700000000"}} | yes | yes | yes
            {"DateLessThan":{"aws:EpochTime":"1700000000"}} | no | no | no
            {"StringEquals":{"aws:PrincipalType":"User"}} | no | no | yes
            {"Bool":{"aws:PrincipalIsAWSService":"false"}} | yes | yes | yes
            {"ArnLike":{"aws:SourceArn":"arn:aws:lambda:*:*:function:*"}} | no | no | no
            {"StringEquals":{"aws:PrincipalOrgID":"o-1"}} | conditional[aws:PrincipalOrgID] | conditional[aws:PrincipalOrgID] | conditional[aws:PrincipalOrgID]
            {"NoSuchOperator":{"aws:PrincipalAccount":"222222222222"}} | conditional[aws:PrincipalAccount] | conditional[aws:PrincipalAccount] | conditional[aws:PrincipalAccount]
            """)
    void whatAQuestionTellsIsDecided(String condition, String role, String session, String user) {
        PolicyDocument policy = policy(allow("root", ",'Condition':" + condition));
        assertThat(List.of(verdict(policy, ROLE), verdict(policy, SESSION), verdict(policy, USER)))
                .containsExactly(role, session, user);
    }

    @Test
    void aServicesSourceIsUnknownUntilGiven() {
        PolicyDocument policy = policy(
                "{'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'ecr:*',"
                        + "'Condition':{'StringLike':{'aws:sourceArn':'arn:aws:lambda:us-west-2:222222222222:function:*'}}}");
        assertThat(verdict(policy, LAMBDA)).isEqualTo("conditional[aws:sourceArn]");
        assertThat(source(policy, "arn:aws:lambda:us-west-2:222222222222:function:f"))
                .isEqualTo("yes");
        assertThat(source(policy, "arn:aws:lambda:us-west-2:333333333333:function:f"))
                .isEqualTo("no");
    }

    @Test
    void tagsAreKnownOnceAllOfThemAre() {
        PolicyDocument policy = policy(allow("root", ",'Condition':{'StringEquals':{'aws:ResourceTag/team':'a'}}"));
        Evaluation evaluation = Evaluation.of(policy, NONE, API.region().partition());
        RequestContext known = pull(ROLE).known(Questions.NOW);
        assertThat(evaluation.answer(pull(ROLE), known).verdict().word()).isEqualTo("conditional");
        assertThat(evaluation
                        .answer(pull(ROLE), known.andTags(Map.of("team", "a")))
                        .verdict()
                        .word())
                .isEqualTo("yes");
        assertThat(evaluation
                        .answer(pull(ROLE), known.andTags(Map.of("owner", "a")))
                        .verdict()
                        .word())
                .isEqualTo("no");
    }

    @Test
    void variablesAreFilledInTheNewerVersionOnly() {
        String statement = allow(
                        "root", ",'Condition':{'StringEquals':{'aws:username':'${aws:PrincipalTag/name, ''bob''}'}}")
                .replace("''", "\u0001");
        String text = policyText("2012-10-17", statement);
        assertThat(named(text, Map.of("aws:PrincipalTag/name", List.of("bob")))).isEqualTo("yes");
        assertThat(named(text, Map.of("aws:PrincipalTag/name", List.of("eve")))).isEqualTo("no");
        assertThat(named(text, Map.of("aws:PrincipalTag/name", List.of()))).isEqualTo("yes");
        assertThat(named(text, Map.of())).isEqualTo("conditional");
        assertThat(named(policyText("2008-10-17", statement), Map.of())).isEqualTo("no");
    }

    @Test
    void whatIsOpenDependsOnTheKeysOfVariablesTooUntilTheyAreKnown() {
        PolicyDocument policy = policy("{'Effect':'Allow','Principal':'*','Action':'*','Condition':"
                + "{'StringNotEquals':{'aws:PrincipalTag/team':'${aws:PrincipalTag/own}'}}}");
        assertThat(ask(policy, NONE, pull(ROLE), Map.of()).verdict().dependsOn())
                .containsExactly("aws:PrincipalTag/team", "aws:PrincipalTag/own");
        assertThat(ask(policy, NONE, pull(ROLE), Map.of("aws:PrincipalTag/own", List.of("a")))
                        .verdict()
                        .dependsOn())
                .containsExactly("aws:PrincipalTag/team");
    }

    private static String allow(String who, String more) {
        return "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:" + who + "'},'Action':'ecr:*'" + more
                + "}";
    }

    private static String source(PolicyDocument policy, String arn) {
        return ask(policy, NONE, pull(LAMBDA), Map.of("AWS:SourceArn", List.of(arn)))
                .verdict()
                .word();
    }

    private static String policyText(String version, String statement) {
        return ("{'Version':'" + version + "','Statement':[" + statement + "]}")
                .replace('\'', '"')
                .replace('\u0001', '\'');
    }

    private static String named(String policy, Map<String, List<String>> context) {
        return ask(PolicyDocument.parse(policy), NONE, pull(USER), context)
                .verdict()
                .word();
    }
}
