package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.AwsError;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Iam;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Policies that people had and what they asked for on them, from public reports, through the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class FieldBotTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9]{12}\\b");
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::[0-9]{12}:role/[\\w+=,.@/-]+");
    private static final String DELETED_ROLE = "arn:aws:iam::222222222222:role/deleted";
    private static final String DELETED_USER = "arn:aws:iam::222222222222:user/deleted";
    private static final String RULES = """
              - name: all
                repositories: ["*"]
                access: [pull, push, read, push-only]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
            """;

    private final Office office = new Office(TrialConfig.http().withRules(RULES));

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    @FieldCase("b1")
    void aGrantUnderADenyForEveryoneIsRefused() throws Exception {
        open("bot-B09-denyall.json", "333333333333:role/deploy");
        assertThat(asked("grant pull payments/b09 finance deploy"))
                .contains("the Deny statement “deny”", "a Deny wins over every grant", "narrow or remove the Deny");
    }

    @Test
    @FieldCase("b3")
    void theConditionThatTheCardShowsReachesTheRequester() throws Exception {
        open("bot-B04-vpce-deny.json", "333333333333:role/deploy");
        Message card = office.asks(Office.RITA, "grant pull payments/b04 finance deploy");
        assertThat(card.shown()).contains("vpce-0a1b2c3d4e5f60718", "vpce-0f1e2d3c4b5a69788");
        office.approves(Office.AMIR, card);
        assertThat(written("payments/b04"))
                .contains(
                        "Only under conditions:", "aws:SourceVpce", "vpce-0a1b2c3d4e5f60718", "vpce-0f1e2d3c4b5a69788")
                .doesNotContain("You have it", "is in effect");
    }

    @Test
    @FieldCase("b5")
    void whoeverMayBeDeniedIsNotToldThatTheyHaveIt() throws Exception {
        open("bot-D01-session-vs-path-deny.json", "222222222222:role/deployer", "222222222222:role/sandbox/deployer");
        Message card = office.asks(
                Office.RITA, "grant pull payments/d01 arn:aws:sts::222222222222:assumed-role/deployer/GitHubActions");
        assertThat(card.shown()).contains("may be denied", "“NotFromSandboxRoles”", "aws:PrincipalArn");
        office.approves(Office.AMIR, card);
        assertThat(written("payments/d01")).contains("may be denied").doesNotContain("You have it", "is in effect");
        assertThat(asked("grant pull payments/d01 sales sandbox/deployer")).contains("NotFromSandboxRoles");
    }

    @Test
    @FieldCase("b7")
    void whoeverHasItAlreadyHearsWhatIsMostLikelyMissing() throws Exception {
        open("bot-B02-account-has-all.json", "222222222222:role/ghci");
        assertThat(asked("grant push payments/b02 sales ghci"))
                .contains("already has push", "Others wrote that", "The repository's side is open already")
                .contains("most likely the identity policy", "ecr:PutImage", "ecr:GetAuthorizationToken");
    }

    @Test
    @FieldCase("b9")
    void theIdOfARoleIsNoName() throws Exception {
        open("bot-C01-inputs.json");
        assertThat(asked("grant pull payments/c01 sales AROAQ3EGRXYZABCDEFGHI"))
                .contains("is the id that AWS keeps of a role", "not a name");
    }

    @Test
    @FieldCase("b21")
    void aSessionsArnIsAskedAboutWithItsRoleOffered() throws Exception {
        open("bot-C01-inputs.json", "222222222222:role/ci-deployer");
        assertThat(asked("grant pull payments/c01 arn:aws:sts::222222222222:assumed-role/ci-deployer/GitHubActions"))
                .contains("You named the session “GitHubActions”")
                .contains("/ecr grant pull central/us-west-2:payments/c01 222222222222 ci-deployer");
    }

    @Test
    @FieldCase("b11")
    void aPolicyFullOfAccountsGetsAHintThatHelps() throws Exception {
        open("bot-D03-full.json");
        assertThat(asked("grant pull payments/d03 finance deploy"))
                .contains("too long", "aws:PrincipalOrgID", "the registry's own policy")
                .doesNotContain("instead of many of its roles");
    }

    @Test
    @FieldCase("b12")
    void idsOfDeletedPrincipalsAreDroppedAndTheRestIsKept() throws Exception {
        open("bot-F01-orphans.json", "222222222222:role/ci-deployer");
        Message card = office.asks(Office.RITA, "grant pull payments/f01 sales ci-deployer for 7d because nightly");
        assertThat(card.shown()).contains("The id of a deleted principal, AROA", "The id of a deleted principal, AIDA");
        office.approves(Office.AMIR, card);
        assertThat(office.policy("payments/f01"))
                .contains("role/deploy", "role/ci-deployer", "AllowCrossAccount", "ecr:DescribeImages")
                .doesNotContain("AROA", "AIDA");
    }

    @Test
    @FieldCase("b14")
    void aStatementThatStandsAloneIsKeptInAList() throws Exception {
        open("bot-B08-single-object.json", "333333333333:role/deploy");
        office.grants("grant pull payments/b08 finance deploy for 7d");
        List<JsonNode> statements = Paper.of(office.policy("payments/b08")).statements();
        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).path("Principal").path("AWS").asText()).contains("222222222222");
        assertThat(statements.get(0).path("Action")).hasSize(3);
    }

    @Test
    @FieldCase("b15")
    void aPrincipalThatAwsHasntHeardOfYetIsTriedAgain() throws Exception {
        open("bot-B13-principal-not-found.json", "222222222222:role/brand-new-role");
        int before = office.writes();
        office.trial
                .ecr()
                .traffic()
                .fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.refuse(AwsError.principalNotFound()));
        office.grants("grant pull payments/b13 sales brand-new-role");
        assertThat(office.policy("payments/b13")).contains("role/brand-new-role");
        assertThat(written("payments/b13")).contains("is in effect");
        assertThat(office.writes() - before).isEqualTo(2);
        assertThat(asked("grant pull payments/b13 sales brand-new-role")).contains("already has pull");
    }

    @Test
    @FieldCase("b17")
    void whatARevocationLeavesStays() throws Exception {
        open("bot-B14-revoke-shared.json");
        office.grants("revoke pull payments/b14 finance");
        Paper paper = Paper.of(office.policy("payments/b14"));
        assertThat(paper.allowed("arn:aws:iam::333333333333:root")).containsExactly("ecr:ListImages");
        assertThat(paper.allowed("arn:aws:iam::222222222222:root")).hasSize(4);
    }

    @Test
    @FieldCase("b19")
    void functionsGetTheAccountAndTheServiceOfTheirRegion() throws Exception {
        open("bot-B11-lambda.json");
        office.grants("grant pull payments/b11 lambda:sales");
        assertThat(office.policy("payments/b11"))
                .contains("arn:aws:iam::222222222222:root", "lambda.amazonaws.com")
                .contains("aws:sourceArn", "arn:aws:lambda:us-west-2:222222222222:function:*");
    }

    /** Each public report that is about the whole bot has a test that names it, and one only. */
    @Test
    void eachCaseHasItsTest() throws IOException {
        List<String> cases = new ArrayList<>();
        for (String line : Files.readAllLines(CASES.resolve("expected.jsonl"))) {
            JsonNode one = new JsonMapper().readTree(line);
            if (one.path("kind").asText().equals("bot")) {
                cases.add(one.path("id").asText());
            }
        }
        assertThat(Stream.of(FieldBotTest.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .flatMap(method -> Optional.ofNullable(method.getAnnotation(FieldCase.class)).stream())
                        .map(FieldCase::value))
                .containsExactlyInAnyOrderElementsOf(cases)
                .isNotEmpty();
    }

    /** Says which of the cases in {@code expected.jsonl} a test is. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    private @interface FieldCase {
        String value();
    }

    /** Types it and returns what only the requester is told. */
    private String asked(String text) {
        return office.answer(Office.RITA, () -> office.types(Office.RITA, text)).shown();
    }

    /** Waits for the direct message of a grant on the repository. */
    private String written(String repository) {
        return office.written(Office.RITA, "pull on " + repository, "Log in").shown();
    }

    /** Puts the case's policy in its place, with everybody it names alive but for those whose ids it shows. */
    private void open(String file, String... roles) throws IOException {
        JsonNode tree = new JsonMapper().readTree(CASES.resolve(file).toFile());
        Repository repository = SeedRegistry.west(tree.path("repo").asText());
        office.trial.ecr().addRepository(repository, Map.of());
        Iam iam = office.trial.ecr().iam();
        String policy = tree.path("policy")
                .toString()
                .replace("AROAQ3EGRXYZABCDEFGHI", DELETED_ROLE)
                .replace("AIDAJQABLZS4A3QDU576Q", DELETED_USER);
        ACCOUNT.matcher(policy).results().forEach(account -> iam.addAccount(new AccountId(account.group())));
        ROLE.matcher(policy).results().forEach(role -> iam.addRole(role.group()));
        for (String role : roles) {
            iam.addRole("arn:aws:iam::" + role);
        }
        if (tree.has("policy")) {
            iam.addRole(DELETED_ROLE);
            iam.addUser(DELETED_USER);
            office.trial.ecr().setPolicy(repository, policy);
            iam.delete(DELETED_ROLE);
            iam.delete(DELETED_USER);
        }
    }
}
