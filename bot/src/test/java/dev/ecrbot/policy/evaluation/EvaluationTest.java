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

    @Test
    void onlySomebodyWhoCanCallAndOneActionCanBeAskedAbout() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Question(new Principal.Everyone(), PULL, API));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new Question(principal(ROOT), "ecr:*", API));
    }

    @Test
    void whatAnAccountIsAllowedIsNotAllowedToTheServiceOfItsFunctions() {
        var functions = new Principal.LambdaFunctions(
                API.region(), principal(ROOT).account().orElseThrow(), "*");
        var question = new Question(functions, PULL, API);
        PolicyDocument account = policy(allow("root", ""));
        PolicyDocument service =
                policy("{'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'ecr:*'}");
        assertThat(ask(account, NONE, question, Map.of()).verdict().word()).isEqualTo("no");
        assertThat(ask(service, NONE, question, Map.of()).verdict().word()).isEqualTo("yes");
    }

    private static String allow(String who, String more) {
        return "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:" + who + "'},'Action':'ecr:*'" + more
                + "}";
    }
}
