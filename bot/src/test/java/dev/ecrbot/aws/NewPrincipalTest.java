package dev.ecrbot.aws;

import static dev.ecrbot.aws.Documents.DEPLOYER;
import static dev.ecrbot.aws.Documents.pull;
import static dev.ecrbot.aws.Documents.role;
import static dev.ecrbot.aws.WireAws.error;
import static dev.ecrbot.aws.WireAws.stored;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.live.WriteAnswer.Again;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** AWS refuses a principal: the bot says who it may be, and whether AWS may take it in a moment. */
final class NewPrincipalTest {

    private static final String NOT_FOUND =
            "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Principal not found'";
    private static final String INVALID =
            "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'";

    private final WireAws aws = new WireAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aRoleMayAppearInAMoment() {
        aws.answersInTurn(refusal(NOT_FOUND), stored());

        assertThat(((NotTaken) aws.set()).again()).isEqualTo(Again.SOON);
        assertThat(aws.calls()).isOne();
    }

    @Test
    void aRoleThatNeverAppearsIsNamed() {
        aws.answers(refusal(NOT_FOUND));

        var problem = ((NotTaken) aws.set()).problem();

        assertThat(problem.code()).isEqualTo(Code.AWS_PRINCIPAL_NOT_FOUND);
        assertThat(problem.what()).contains("Most likely " + DEPLOYER.text(), "does not exist", "us-west-2");
        assertThat(aws.calls()).isOne();
    }

    @Test
    void nobodyWaitsForAnAccountOrForWhomTheChangeTakesAway() {
        aws.answers(refusal(NOT_FOUND));
        var account = new Principal.Account(Partition.AWS, new AccountId("999999999999"));

        assertThat(problem(write(pull(account), account)).what())
                .contains("no such account, or it has not enabled us-west-2");
        assertThat(problem(write(pull(role("somebody-else")), DEPLOYER)).what())
                .doesNotContain(DEPLOYER.text())
                .contains("Suspects: " + role("somebody-else").text());
        assertThat(again(write(pull(account), account))).isEqualTo(Again.NEVER);
        assertThat(again(write(pull(role("somebody-else")), DEPLOYER))).isEqualTo(Again.NEVER);
    }

    @Test
    void theOtherWordsAreNotWaitedFor() {
        aws.answers(refusal(INVALID));

        WriteAnswer answer = aws.set();
        var problem = problem(answer);

        assertThat(again(answer)).isEqualTo(Again.NEVER);
        assertThat(problem.code()).isEqualTo(Code.AWS_PRINCIPAL_NOT_FOUND);
        assertThat(problem.what()).contains("Most likely " + DEPLOYER.text(), "or something else in it");
        assertThat(aws.calls()).isOne();
    }

    @Test
    void otherSuspectsAreNamedOrphansFirst() {
        aws.answers(refusal(NOT_FOUND));
        var orphan = new Principal.Orphan("AROAEXAMPLEEXAMPLE123");
        var account = new Principal.Account(Partition.AWS, new AccountId("333333333333"));

        var problem = problem(write(pull(role("older"), account, orphan, DEPLOYER), DEPLOYER));

        assertThat(problem.what())
                .contains("Otherwise AROAEXAMPLEEXAMPLE123, " + role("older").text() + ".")
                .doesNotContain("333333333333");
        assertThat(problem.next()).contains("AROA or AIDA");
    }

    @Test
    void manySuspectsAreCounted() {
        aws.answers(refusal(NOT_FOUND));
        var principals = new ArrayList<Principal>();
        for (int i = 0; i < 9; i++) {
            principals.add(role("role-" + i));
        }

        var problem = problem(write(pull(principals.toArray(Principal[]::new)), principals.get(0)));

        assertThat(problem.what()).contains("and 3 more");
    }

    @Test
    void elementsThatDoNotBelongThereAreNamedToo() {
        aws.answers(refusal(INVALID));
        var document =
                PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"AWS\":\"333333333333\"},\"Action\":\"ecr:GetAuthorizationToken\",\"Resource\":\"*\"}]}");

        assertThat(problem(write(document, DEPLOYER)).what())
                .contains("Resource element")
                .contains("ecr:GetAuthorizationToken");
    }

    private WriteAnswer write(PolicyDocument proposed, Principal asked) {
        return aws.policies().write(west("payments/api"), proposed, asked, Documents.ON_BEHALF);
    }

    private static Problem problem(WriteAnswer answer) {
        assertThat(answer).isInstanceOf(NotTaken.class);
        return ((NotTaken) answer).problem();
    }

    private static Again again(WriteAnswer answer) {
        return ((NotTaken) answer).again();
    }

    private static ResponseDefinitionBuilder refusal(String words) {
        return error(400, "InvalidParameterException", words);
    }
}
