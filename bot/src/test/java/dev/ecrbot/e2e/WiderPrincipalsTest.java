package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Organizations, their units and Lambda functions of other accounts, from the line that is typed to the policy in ECR. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class WiderPrincipalsTest {
    private static final String UNIT = "o-abc123def4/r-ab12/ou-ab12-11111111";
    private final Office office = new Office(TrialConfig.http().withRules("""
              - name: to-the-organization
                repositories: ["*"]
                access: [pull, push]
                to: [sales, acme]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """));

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void anOrganizationIsGivenAccessAndLosesIt() {
        Message card = office.asks(Office.RITA, "grant pull payments/api org:acme for 7d because shared base");
        assertThat(card.shown())
                .contains("organization acme (o-abc123def4)", "org:o-abc123def4", "aws:PrincipalOrgID")
                .containsPattern("(?s)Look twice before you decide.*those that join it later included");

        office.approves(Office.AMIR, card);

        var statement = Paper.of(office.policy("payments/api")).statements().get(0);
        assertThat(statement.path("Sid").asText()).startsWith("EcrBotPullOrganizationsUntil");
        assertThat(statement.path("Principal").toString()).isEqualTo("{\"AWS\":\"*\"}");
        assertThat(statement.path("Condition").path("StringEquals").toString())
                .isEqualTo("{\"aws:PrincipalOrgID\":\"o-abc123def4\"}");
        assertThat(statement.path("Condition").path("DateLessThan").isObject()).isTrue();
        office.written(
                Office.RITA,
                "organization acme",
                "every role or user that is to use it also needs this policy",
                "ecr:GetAuthorizationToken",
                "starport-layer-bucket");
        assertThat(status("payments/api"))
                .contains("1 entry", "organization acme (o-abc123def4): pull, by ecr-bot (" + Office.id(card) + ")");
        assertThat(says("grant pull payments/api o-abc123def4 for 2d")).contains("already has pull");

        office.grants("revoke pull payments/api org:o-abc123def4");

        assertThat(office.policy("payments/api")).isEmpty();
    }

    @Test
    void aUnitIsGivenAccessAndItsGrantEnds() {
        Message card = office.grants("grant push web/frontend org:acme/r-ab12/ou-ab12-11111111");
        String foreign = Paper.of(office.policy("web/frontend")).foreign().toString();

        var statement = Paper.of(office.policy("web/frontend")).statement("EcrBotPushUnits");
        assertThat(statement.path("Principal").toString()).isEqualTo("{\"AWS\":\"*\"}");
        assertThat(statement.path("Condition").toString())
                .isEqualTo("{\"ForAnyValue:StringLike\":{\"aws:PrincipalOrgPaths\":\"" + UNIT + "/*\"}}");
        assertThat(status("web/frontend")).contains("unit ou-ab12-11111111 of organization acme (o-abc123def4): push");

        office.types(Office.RITA, "end " + Office.id(card));

        office.slack.await(() -> office.policy("web/frontend").contains("EcrBot")
                ? java.util.Optional.empty()
                : java.util.Optional.of("gone"));
        assertThat(Paper.of(office.policy("web/frontend")).foreign()).hasToString(foreign);
    }

    @Test
    void functionsOfAnotherAccountGetBothHalvesAndLoseBoth() {
        Message card = office.asks(Office.RITA, "grant pull payments/worker lambda:sales/nightly-* because batch jobs");
        assertThat(card.shown())
                .contains("Lambda functions nightly-* of sales (222222222222)", "the whole account sales")
                .containsPattern("(?s)Look twice before you decide.*AWS wants the whole account named");

        office.approves(Office.AMIR, card);

        Paper policy = Paper.of(office.policy("payments/worker"));
        assertThat(policy.allowed("arn:aws:iam::222222222222:root"))
                .containsExactlyInAnyOrder("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
        var functions = policy.statement("EcrBotPullFunctions");
        assertThat(functions.path("Principal").toString()).isEqualTo("{\"Service\":\"lambda.amazonaws.com\"}");
        assertThat(functions.path("Condition").toString())
                .isEqualTo("{\"StringLike\":{\"aws:sourceArn\":"
                        + "\"arn:aws:lambda:us-west-2:222222222222:function:nightly-*\"}}");
        Message told =
                office.written(Office.RITA, "whoever creates or updates the functions", "--image-uri", "ecr-fips");
        assertThat(told.shown()).doesNotContain("docker login", "GetAuthorizationToken");
        assertThat(status("payments/worker"))
                .contains(
                        "2 entries",
                        "Lambda functions nightly-* of sales (222222222222): pull (BatchGetImage, GetDownloadUrlForLayer), by ecr-bot")
                .contains(
                        "the whole account sales (222222222222): pull (BatchGetImage, GetDownloadUrlForLayer), by ecr-bot ("
                                + Office.id(card) + ")");
        assertThat(says("revoke pull payments/worker sales"))
                .contains(
                        "AWS needs sales",
                        "Revoke pull of arn:aws:lambda:us-west-2:222222222222:function:nightly-* first");

        office.grants("revoke pull payments/worker lambda:sales/nightly-*");

        assertThat(office.policy("payments/worker")).isEmpty();
    }

    @Test
    void whatNoRuleAllowsOrLambdaDoesNotDoIsRefused() {
        assertThat(says("grant pull payments/api org:o-xyz123def4"))
                .contains("but not organization o-xyz123def4", "organizations o-abc123def4");
        assertThat(says("grant pull payments/api lambda:finance")).contains("but not account finance");
        assertThat(says("grant push payments/api lambda:sales")).contains("Lambda only fetches images", "Ask for pull");
        assertThat(says("grant pull payments/api arn:aws:lambda:eu-west-1:222222222222:function:f"))
                .contains("Lambda takes images from its own Region only");
        assertThat(says("grant pull payments/api org:acme/r-ab12")).contains("is the root of organization acme");
        assertThat(says("grant pull payments/api *")).contains("wildcard");
    }

    @Test
    void aRoleWrittenAsAUserIsPointedOut() {
        Message card = office.asks(Office.RITA, "grant pull empty/new arn:aws:iam::222222222222:user/role2-2");
        assertThat(card.shown())
                .containsPattern(
                        "(?s)Look twice before you decide.*role2-2 is asked for as a user, and is named like a role");
    }

    private String status(String repository) {
        return says("status " + repository);
    }

    private String says(String typed) {
        return office.answer(Office.RITA, () -> office.types(Office.RITA, typed))
                .shown();
    }
}
