package dev.ecrbot.policy.evaluation;

import static dev.ecrbot.policy.evaluation.Questions.API;
import static dev.ecrbot.policy.evaluation.Questions.LAMBDA;
import static dev.ecrbot.policy.evaluation.Questions.OTHER_ROLE;
import static dev.ecrbot.policy.evaluation.Questions.PULL;
import static dev.ecrbot.policy.evaluation.Questions.ROLE;
import static dev.ecrbot.policy.evaluation.Questions.ROOT;
import static dev.ecrbot.policy.evaluation.Questions.SESSION;
import static dev.ecrbot.policy.evaluation.Questions.USER;
import static dev.ecrbot.policy.evaluation.Questions.ask;
import static dev.ecrbot.policy.evaluation.Questions.policy;
import static dev.ecrbot.policy.evaluation.Questions.principal;
import static dev.ecrbot.policy.evaluation.Questions.pull;
import static dev.ecrbot.policy.evaluation.Questions.repository;
import static dev.ecrbot.policy.evaluation.Questions.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
    private static final PolicyDocument NONE = PolicyDocument.empty();
    private static final String VPCE = "'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1'}}";

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
            {"AWS":"arn:aws:iam::222222222222:role/ci"} | yes | yes | no | no | no
            {"AWS":"arn:aws:iam::222222222222:role/team/ci"} | no | yes | no | no | no
            {"AWS":"arn:aws:sts::222222222222:assumed-role/ci/one"} | no | yes | no | no | no
            {"AWS":"arn:aws:sts::222222222222:assumed-role/ci/two"} | no | no | no | no | no
            {"AWS":"arn:aws:sts::222222222222:federated-user/bob"} | no | no | no | no | no
            {"AWS":"arn:aws:iam::222222222222:user/bob"} | no | no | yes | no | no
            {"AWS":"arn:aws:iam::222222222222:root"} | yes | yes | yes | no | no
            {"AWS":["333333333333","222222222222"]} | yes | yes | yes | yes | no
            {"AWS":"arn:aws-cn:iam::222222222222:root"} | no | no | no | no | no
            {"AWS":"arn:aws:iam::222222222222:role/*"} | no | no | no | no | no
            {"AWS":"AROACKCEVSQ6C2EXAMPLE"} | no | no | no | no | no
            {"Service":"lambda.amazonaws.com"} | no | no | no | no | yes
            {"AWS":"*"} | yes | yes | yes | yes | yes
            "*" | yes | yes | yes | yes | yes
            {"CanonicalUser":"79a59d"} | conditional[CanonicalUser] | conditional[CanonicalUser] | conditional[CanonicalUser] | conditional[CanonicalUser] | conditional[CanonicalUser]
            {"AWS":[]} | no | no | no | no | no
            """)
    void aPrincipalIsMatchedByItsNameItsRoleItsAccountOrAStar(
            String named, String role, String session, String user, String other, String service) {
        PolicyDocument policy = policy("{'Effect':'Allow','Principal':" + named + ",'Action':'ecr:BatchGetImage'}");
        assertThat(List.of(
                        verdict(policy, ROLE),
                        verdict(policy, SESSION),
                        verdict(policy, USER),
                        verdict(policy, OTHER_ROLE),
                        verdict(policy, LAMBDA)))
                .containsExactly(role, session, user, other, service);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Action":"ecr:BatchGetImage" | yes
            "Action":"ECR:batchgetimage" | yes
            "Action":["ecr:PutImage","ecr:Batch*"] | yes
            "Action":"ecr:BatchGetImag?" | yes
            "Action":"*" | yes
            "Action":"ecr:BatchGet" | no
            "Action":[] | no
            "NotAction":"ecr:PutImage" | yes
            "NotAction":["ecr:batchGet*"] | no
            "NotAction":[] | yes
            """)
    void actionsAreMatchedWithWildcardsWhateverTheirCase(String action, String expected) {
        assertThat(verdict(policy("{'Effect':'Allow','Principal':'*'," + action + "}"), ROLE))
                .isEqualTo(expected);
    }

    @Test
    void withoutAnyStatementNothingIsAllowed() {
        EvaluationResult answer = ask(NONE, ROLE);
        assertThat(answer.verdict()).isEqualTo(new Verdict.No());
        assertThat(answer.decidedBy()).isEmpty();
    }

    @Test
    void aDenyWinsAndIsTheOneNamed() {
        EvaluationResult answer = ask(
                policy(
                        allow("role/ci", ""),
                        "{'Sid':'not you','Effect':'Deny','Principal':{'AWS':'222222222222'},'Action':'ecr:*'}"),
                ROLE);
        assertThat(answer.verdict()).isEqualTo(new Verdict.No());
        assertThat(answer.decidedBy()).singleElement().satisfies(decider -> {
            assertThat(decider.statement()).isEqualTo(1);
            assertThat(decider.sid()).hasValue("not you");
            assertThat(decider.part()).isEqualTo(Decider.Part.DENIES);
        });
    }

    @Test
    void aDoubtfulDenyMakesAYesDoubtfulAndLeavesANoAlone() {
        String deny = "{'Effect':'Deny','Principal':'*','Action':'*'," + VPCE + "}";
        EvaluationResult answer = ask(policy(deny, allow("role/ci", "")), ROLE);
        assertThat(answer.verdict()).isEqualTo(new Verdict.Conditional(List.of("aws:SourceVpce")));
        assertThat(answer.decidedBy())
                .extracting(Decider::part)
                .containsExactly(Decider.Part.DENIES, Decider.Part.ALLOWS);
        assertThat(verdict(policy(deny), ROLE)).isEqualTo("no");
    }

    @Test
    void aCertainAllowNeedsNoDoubtfulOne() {
        EvaluationResult answer = ask(policy(allow("role/ci", "," + VPCE), allow("root", "")), ROLE);
        assertThat(answer.verdict()).isEqualTo(new Verdict.Yes());
        assertThat(answer.decidedBy()).extracting(Decider::statement).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Effect":"Allow","Principal":"*","Action":"*","Condition":["x"] | conditional | yes
            "Effect":"Allow","Principal":"*","Action":"ecr:Describe*","Condition":["x"] | no | yes
            "Effect":"Deny","Principal":"*","Action":"*","Condition":["x"] | no | conditional
            "Effect":"Deny","Principal":"*","NotAction":"ecr:*","Condition":["x"] | no | yes
            "Effect":"Deny","Principal":{"AWS":"333333333333"},"Action":"*","Condition":["x"] | no | yes
            "Effect":"Deny","Principal":"*","Action":"*","Sid":1,"Condition":{"Null":{"aws:PrincipalArn":"true"}} | no | yes
            "Effect":"Maybe","Principal":"*","Action":"*" | conditional | conditional
            "Effect":"Maybe","Principal":{"AWS":"arn:aws:sts::222222222222:assumed-role/ci/one"},"Action":"*" | conditional | conditional
            "Effect":"Allow","Principal":"222222222222","Action":"ecr:PutImage" | no | yes
            "Effect":"Allow","Principal":"222222222222","Action":"ecr:BatchGetImage" | conditional | yes
            "Effect":"Allow","principal":"x","Principal":{"AWS":"333333333333"},"Action":"*" | conditional | yes
            "Effect":"Deny","Principal":"*","action":"ecr:PutImage" | no | conditional
            "Sid":"odd" | conditional | conditional
            """)
    void ofAStatementThatCantBeUnderstoodWhatCanBeReadIsJudged(String odd, String alone, String besideAllow) {
        String statement = "{" + odd + "}";
        String certain = "{'Effect':'Deny','Principal':'*','Action':'*'}";
        assertThat(word(policy(statement))).isEqualTo(alone);
        assertThat(word(policy(statement, allow("role/ci", "")))).isEqualTo(besideAllow);
        assertThat(word(policy(statement, certain))).isEqualTo("no");
    }

    private static String word(PolicyDocument policy) {
        return ask(policy, ROLE).verdict().word();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Resource":"*" | yes
            "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/*" | yes
            "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/pay*" | yes
            "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/payments/api" | yes
            "Resource":"arn:aws:ecr:*:*:repository/payments/???" | yes
            "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/sales/*" | no
            "Resource":"arn:aws:ecr:eu-west-1:111111111111:repository/*" | no
            "Resource":"arn:aws:ecr:us-west-2:111111111111:payments/api" | no
            "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/PAY*" | no
            "Resource":"arn:aws:ecr:*" | conditional[Resource]
            "Resource":"arn:aws:s3:*" | no
            "Resource":"arn:aws:ecr:us-west-2:${aws:ResourceAccount}:repository/*" | yes
            "Resource":"arn:aws:ecr:us-west-2:${aws:PrincipalTag/team}:repository/*" | conditional[aws:PrincipalTag/team]
            "Resource":"arn:aws:ecr:us-west-2:111111111111:repository/${aws:username}/*" | no
            "NotResource":"arn:aws:ecr:us-west-2:111111111111:repository/${aws:username}/*" | yes
            "NotResource":"arn:aws:ecr:us-west-2:111111111111:repository/sales/*" | yes
            "NotResource":"arn:aws:ecr:us-west-2:111111111111:repository/*" | no
            "Note":"no resource at all" | conditional[Resource]
            """)
    void aRegistrysStatementIsAboutTheRepositoriesItNames(String resource, String expected) {
        PolicyDocument registry = policy("{'Effect':'Allow','Principal':'*','Action':'ecr:*'," + resource + "}");
        Verdict verdict = ask(NONE, registry, pull(ROLE), Map.of()).verdict();
        assertThat(verdict.word() + (verdict.dependsOn().isEmpty() ? "" : verdict.dependsOn()))
                .isEqualTo(expected);
    }

    @Test
    void bothPoliciesHaveAVerdictOfTheirOwn() {
        PolicyDocument registry = policy(
                "{'Effect':'Deny','Principal':{'AWS':'222222222222'},'Action':'*','Resource':'arn:aws:ecr:us-west-2:111111111111:repository/payments/*'}");
        EvaluationResult answer = ask(policy(allow("role/ci", "")), registry, pull(ROLE), Map.of());
        assertThat(answer.repository()).isEqualTo(new Verdict.Yes());
        assertThat(answer.registry()).isEqualTo(new Verdict.No());
        assertThat(answer.verdict()).isEqualTo(new Verdict.No());
        assertThat(answer.decidedBy()).extracting(Decider::source).containsExactly(Decider.Source.REGISTRY);
        Question elsewhere = new Question(principal(ROLE), PULL, repository("sales/web"));
        assertThat(ask(policy(allow("role/ci", "")), registry, elsewhere, Map.of())
                        .verdict())
                .isEqualTo(new Verdict.Yes());
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

    @Test
    void onlySomebodyWhoCanCallAndOneActionCanBeAskedAbout() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Question(new Principal.Everyone(), PULL, API));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new Question(principal(ROOT), "ecr:*", API));
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
