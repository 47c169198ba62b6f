package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.AttachedPolicy;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeEvaluationTest {
    private static final String ALL = allow("*", "*");
    private static final String PULL = allow("ecr:BatchGetImage", "*");
    private static final String OTHER = allow("ecr:DescribeImages", "*");
    private static final Repository OWN =
            new Repository(new AccountId("222222222222"), new Region("us-west-2"), new RepositoryName("payments/api"));

    @ParameterizedTest(name = "{0} by {1} named {2}")
    @CsvSource({
        // Whom the repository's policy names decides whether boundary and session policy limit what it allows.
        "arn:aws:iam::222222222222:role/ci, arn:aws:iam::222222222222:role/ci, no",
        "arn:aws:sts::222222222222:assumed-role/ci/one, arn:aws:iam::222222222222:role/ci, no",
        "arn:aws:sts::222222222222:assumed-role/ci/one, arn:aws:sts::222222222222:assumed-role/ci/one, yes",
        "arn:aws:iam::222222222222:user/bob, arn:aws:iam::222222222222:user/bob, yes",
        "arn:aws:sts::222222222222:federated-user/fed, arn:aws:sts::222222222222:federated-user/fed, yes",
        "arn:aws:sts::222222222222:federated-user/fed, arn:aws:iam::222222222222:user/bob, no",
        "arn:aws:iam::222222222222:role/ci, 222222222222, no",
        "arn:aws:iam::222222222222:role/ci, *, conditional[Principal]",
    })
    void aBoundaryLimitsWhatIsAllowedToARoleAndNotWhatIsAllowedToAUserOrASession(
            String caller, String named, String right) {
        var bounded = new OtherPolicies(
                List.of(attached(ALL)), Optional.of(attached(OTHER)), Optional.empty(), List.of(), List.of());
        assertThat(ask(OWN, naming(named), bounded, caller)).isEqualTo(right);
    }

    @Test
    void everyoneWithTheRolesArnMeansTheSessionItself() {
        var bounded = new OtherPolicies(
                List.of(), Optional.of(attached(OTHER)), Optional.of(attached(OTHER)), List.of(), List.of());
        String byArn = naming("*")
                .replace("}]}", ",'Condition':{'ArnEquals':{'aws:PrincipalArn':'" + Questions.ROLE + "'}}}]}");
        assertThat(ask(OWN, byArn, bounded, Questions.ROLE)).isEqualTo("yes");
    }

    @Test
    void inOneAccountEitherSideIsEnoughAndAnAccountThatIsNamedOnlyDelegates() {
        assertThat(ask(OWN, policy(), identity(PULL), Questions.ROLE)).isEqualTo("yes");
        assertThat(ask(OWN, naming(Questions.ROLE), identity(), Questions.ROLE)).isEqualTo("yes");
        assertThat(ask(OWN, naming("222222222222"), identity(), Questions.ROLE)).isEqualTo("no");
        assertThat(ask(OWN, naming("222222222222"), identity(PULL), Questions.ROLE))
                .isEqualTo("yes");
        assertThat(ask(OWN, policy(), identity(), Questions.ROLE)).isEqualTo("no");
    }

    @Test
    void acrossAccountsBothSidesAreNeededAndNobodyIsNamedPastABoundary() {
        assertThat(ask(Questions.API, naming(Questions.ROLE), identity(PULL), Questions.ROLE))
                .isEqualTo("yes");
        assertThat(ask(Questions.API, naming("222222222222"), identity(PULL), Questions.ROLE))
                .isEqualTo("yes");
        assertThat(ask(Questions.API, naming(Questions.ROLE), identity(), Questions.ROLE))
                .isEqualTo("no");
        assertThat(ask(Questions.API, policy(), identity(PULL), Questions.ROLE)).isEqualTo("no");
        var bounded = new OtherPolicies(
                List.of(attached(PULL)), Optional.of(attached(OTHER)), Optional.empty(), List.of(), List.of());
        assertThat(ask(Questions.API, naming(Questions.USER), bounded, Questions.USER))
                .isEqualTo("no");
    }

    @Test
    void eachLevelOfScpsHasToAllowByOneOfItsPolicies() {
        String grant = naming(Questions.ROLE);
        assertThat(ask(Questions.API, grant, scps(List.of(List.of(ALL), List.of(OTHER, PULL))), Questions.ROLE))
                .isEqualTo("yes");
        assertThat(ask(Questions.API, grant, scps(List.of(List.of(ALL), List.of(OTHER))), Questions.ROLE))
                .isEqualTo("no");
        assertThat(ask(Questions.API, grant, scps(List.of(List.of(ALL, deny("ecr:Batch*")))), Questions.ROLE))
                .isEqualTo("no");
        assertThat(ask(OWN, naming(Questions.USER), scps(List.of(List.of(OTHER))), Questions.USER))
                .isEqualTo("no");
        assertThat(ask(OWN, policy(), ownScps(List.of(List.of(OTHER))), Questions.ROOT))
                .isEqualTo("no");
    }

    @Test
    void organizationsPoliciesDontApplyToServiceLinkedRolesNorScpsToServices() {
        String linked = "arn:aws:iam::222222222222:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX";
        String session = "arn:aws:sts::222222222222:assumed-role/AWSServiceRoleForX/abc";
        assertThat(ask(Questions.API, naming(linked), scps(List.of(List.of(OTHER))), linked))
                .isEqualTo("yes");
        assertThat(ask(Questions.API, naming(session), scps(List.of(List.of(OTHER))), session))
                .isEqualTo("conditional[aws:PrincipalArn]");
        assertThat(ask(Questions.API, naming(Questions.LAMBDA), ownScps(List.of(List.of(OTHER))), Questions.LAMBDA))
                .isEqualTo("yes");
    }

    @Test
    void anRcpOnlyDenies() {
        String grant = naming(Questions.ROLE);
        assertThat(ask(Questions.API, grant, rcp("ecr:PutImage"), Questions.ROLE))
                .isEqualTo("yes");
        assertThat(ask(Questions.API, grant, rcp("ecr:Batch*"), Questions.ROLE)).isEqualTo("no");
        assertThat(ask(OWN, policy(), rcp("*"), Questions.ROLE)).isEqualTo("no");
    }

    @Test
    void aRootUserMayDoInItsOwnAccountWhatNothingDenies() {
        assertThat(ask(OWN, policy(), identity(), Questions.ROOT)).isEqualTo("yes");
        assertThat(ask(Questions.API, policy(), identity(), Questions.ROOT)).isEqualTo("no");
        assertThat(ask(Questions.API, naming("222222222222"), identity(), Questions.ROOT))
                .isEqualTo("yes");
        String denied = "{'Version':'2012-10-17','Statement':[{'Effect':'Deny','Principal':'*','Action':'*'}]}";
        assertThat(ask(OWN, denied, identity(), Questions.ROOT)).isEqualTo("no");
    }

    @Test
    void whatIsntKnownOfOneOfThePoliciesIsConditional() {
        String byEndpoint = PULL.replace("}", ",'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1'}}}");
        String tagged = deny("ecr:*").replace("}", ",'Condition':{'StringEquals':{'aws:PrincipalTag/team':'x'}}}");
        assertThat(ask(Questions.API, naming(Questions.ROLE), identity(byEndpoint), Questions.ROLE))
                .isEqualTo("conditional[aws:SourceVpce]");
        assertThat(ask(Questions.API, naming(Questions.ROLE), scps(List.of(List.of(ALL, tagged))), Questions.ROLE))
                .isEqualTo("conditional[aws:PrincipalTag/team]");
        assertThat(ask(Questions.API, policy(), identity(byEndpoint), Questions.ROLE))
                .isEqualTo("no");
        assertThat(ask(OWN, naming(Questions.ROLE), identity(byEndpoint), Questions.ROLE))
                .isEqualTo("yes");
    }

    @Test
    void identityPoliciesNameResourcesWithWildcardsAndVariables() {
        String own = allow("ecr:*", "arn:aws:ecr:*:222222222222:repository/payments/*");
        String user = allow("ecr:*", "arn:aws:ecr:us-west-2:222222222222:repository/${aws:username}/api");
        assertThat(ask(OWN, policy(), identity(own), Questions.ROLE)).isEqualTo("yes");
        assertThat(ask(OWN, policy(), identity(own.replace("'Resource'", "'NotResource'")), Questions.ROLE))
                .isEqualTo("no");
        assertThat(ask(OWN, policy(), identity(user), Questions.USER.replace("bob", "payments")))
                .isEqualTo("yes");
        assertThat(ask(OWN, policy(), identity(user), Questions.USER)).isEqualTo("no");
    }

    @Test
    void theLoginIsTheCallersOwnAffair() {
        assertThat(ask(
                        Questions.API,
                        policy(),
                        identity(allow("ecr:GetAuthorizationToken", "*")),
                        Questions.ROLE,
                        "ecr:GetAuthorizationToken"))
                .isEqualTo("yes");
        assertThat(ask(
                        Questions.API,
                        naming(Questions.ROLE),
                        identity(allow("ecr:*", Questions.API.arn())),
                        Questions.ROLE,
                        "ecr:GetAuthorizationToken"))
                .isEqualTo("no");
    }

    @Test
    void notPrincipalInADenyExceptsNobodyWhoHasABoundary() {
        String except = "{'Version':'2012-10-17','Statement':[{'Effect':'Deny','NotPrincipal':{'AWS':['"
                + Questions.USER + "','222222222222']},'Action':'*'}]}";
        var bounded = new OtherPolicies(
                List.of(attached(ALL)), Optional.of(attached(ALL)), Optional.empty(), List.of(), List.of());
        assertThat(ask(OWN, except, identity(ALL), Questions.USER)).isEqualTo("yes");
        assertThat(ask(OWN, except, bounded, Questions.USER)).isEqualTo("no");
        String unread = except.replace("'Action':'*'", "'Action':'*','Condition':['x']");
        assertThat(ask(OWN, unread, bounded, Questions.USER)).isEqualTo("conditional[Statement]");
    }

    @Test
    void policiesThatSuchACallerCantHaveAreRefused() {
        var session = new OtherPolicies(
                List.of(attached(ALL)), Optional.empty(), Optional.of(attached(ALL)), List.of(), List.of());
        assertThatThrownBy(() -> ask(OWN, policy(), session, Questions.USER)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ask(OWN, policy(), identity(ALL), Questions.ROOT))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ask(OWN, policy(), identity(ALL), Questions.LAMBDA))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> attached(PULL.replace("'Action'", "'Principal':'*','Action'")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Statement 1 has Principal");
    }

    private static String ask(Repository where, String policy, OtherPolicies others, String caller) {
        return ask(where, policy, others, caller, Questions.PULL);
    }

    private static String ask(Repository where, String policy, OtherPolicies others, String caller, String action) {
        var question = new Question(Questions.principal(caller), action, where);
        WholeAnswer answer = WholeEvaluation.of(
                        PolicyDocument.parse(policy.replace('\'', '"')), PolicyDocument.empty(), others, Partition.AWS)
                .answer(question, question.known(Questions.NOW));
        assertThat(answer.reason()).isNotBlank();
        return answer.verdict().word()
                + (answer.verdict().dependsOn().isEmpty()
                        ? ""
                        : answer.verdict().dependsOn());
    }

    private static String allow(String action, String resource) {
        return "{'Effect':'Allow','Action':'" + action + "','Resource':'" + resource + "'}";
    }

    private static String deny(String action) {
        return allow(action, "*").replace("Allow", "Deny");
    }

    private static String policy() {
        return "{'Version':'2012-10-17','Statement':[]}";
    }

    private static String naming(String principal) {
        String type = principal.endsWith(".com") ? "Service" : "AWS";
        return "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'" + type + "':'" + principal
                + "'},'Action':'ecr:BatchGetImage'}]}";
    }

    private static PolicyDocument attached(String... statements) {
        try {
            return AttachedPolicy.of(new ObjectMapper()
                    .readTree(("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}")
                            .replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static OtherPolicies identity(String... statements) {
        return OtherPolicies.ofIdentity(statements.length == 0 ? List.of() : List.of(attached(statements)));
    }

    private static OtherPolicies scps(List<List<String>> levels) {
        return new OtherPolicies(
                List.of(attached(ALL)),
                Optional.empty(),
                Optional.empty(),
                ownScps(levels).scps(),
                List.of());
    }

    private static OtherPolicies ownScps(List<List<String>> levels) {
        return new OtherPolicies(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                levels.stream()
                        .map(level -> level.stream().map(one -> attached(one)).toList())
                        .toList(),
                List.of());
    }

    private static OtherPolicies rcp(String action) {
        PolicyDocument guard = PolicyDocument.parse(("{'Version':'2012-10-17','Statement':["
                        + deny(action).replace("'Action'", "'Principal':'*','Action'") + "]}")
                .replace('\'', '"'));
        return new OtherPolicies(List.of(attached(ALL)), Optional.empty(), Optional.empty(), List.of(), List.of(guard));
    }
}
