package dev.ecrbot.aws;

import static dev.ecrbot.aws.WireAws.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.live.WriteAnswer.Lost;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error of ECR's service model, and those common to all services, through the real client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsTest {

    private WireAws aws;

    @BeforeAll
    void start() {
        aws = new WireAws();
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RepositoryNotFoundException, 400, REPOSITORY_NOT_FOUND, REPOSITORY_NOT_FOUND, no such repository",
        "InvalidParameterException, 400, INTERNAL, AWS_POLICY_REFUSED, InvalidParameterException",
        "ValidationException, 400, INTERNAL, AWS_POLICY_REFUSED, ValidationException",
        "LimitExceededException, 400, AWS_POLICY_REFUSED, AWS_POLICY_REFUSED, limit",
        "KmsException, 400, AWS_UNAVAILABLE, AWS_UNAVAILABLE, KMS key",
        "ImageNotFoundException, 400, AWS_UNAVAILABLE, AWS_UNAVAILABLE, ImageNotFoundException",
        "RegistryPolicyNotFoundException, 400, AWS_UNAVAILABLE, AWS_UNAVAILABLE, RegistryPolicyNotFoundException",
        "AccessDeniedException, 400, AWS_ACCESS_DENIED, AWS_ACCESS_DENIED, repository/payments/api",
        "AccessDenied, 403, AWS_ACCESS_DENIED, AWS_ACCESS_DENIED, repository/payments/api",
        "ExpiredTokenException, 400, AWS_ACCESS_DENIED, AWS_ACCESS_DENIED, run out",
        "ExpiredToken, 403, AWS_ACCESS_DENIED, AWS_ACCESS_DENIED, run out",
        "UnrecognizedClientException, 400, AWS_ACCESS_DENIED, AWS_ACCESS_DENIED, does not know",
        "InvalidClientTokenId, 403, AWS_ACCESS_DENIED, AWS_ACCESS_DENIED, does not know",
        "InvalidSignatureException, 400, AWS_ACCESS_DENIED, AWS_ACCESS_DENIED, signature",
        "SignatureDoesNotMatch, 403, AWS_ACCESS_DENIED, AWS_ACCESS_DENIED, signature",
        "ThrottlingException, 400, AWS_THROTTLED, AWS_THROTTLED, AWS throttles",
        "Throttling, 400, AWS_THROTTLED, AWS_THROTTLED, AWS throttles",
        "TooManyRequestsException, 429, AWS_THROTTLED, AWS_THROTTLED, AWS throttles",
        "RequestLimitExceeded, 503, AWS_THROTTLED, AWS_THROTTLED, AWS throttles",
        "SomethingNewException, 400, AWS_UNAVAILABLE, AWS_UNAVAILABLE, SomethingNewException",
    })
    void refusalsBecomeProblems(String awsCode, int status, Code read, Code written, String words) {
        aws.answers(error(status, awsCode, "some words"));

        var problem = aws.readProblem();
        assertThat(problem.code()).isEqualTo(read);
        assertThat(problem.text()).contains(words, "payments/api");

        for (var answer : List.of(aws.set(), aws.delete())) {
            assertThat(answer).isInstanceOf(NotTaken.class);
            var refused = (NotTaken) answer;
            assertThat(refused.problem().code()).isEqualTo(written);
            assertThat(refused.problem().text()).contains(words, "payments/api", "was not changed");
            assertThat(refused.awsRequestId()).isEqualTo("11111111-2222-3333-4444-555555555555");
        }
    }

    @ParameterizedTest
    @CsvSource({"ServerException, 500", "InternalFailure, 500", "ServiceUnavailable, 503", "RequestTimeout, 408"})
    void troubleOfAwsLeavesTheWriteOpen(String awsCode, int status) {
        aws.answers(error(status, awsCode, "some words"));

        assertThat(aws.readProblem().code()).isEqualTo(Code.AWS_UNAVAILABLE);
        assertThat(aws.set()).isInstanceOf(Lost.class);
        assertThat(((Lost) aws.delete()).problem().text())
                .contains("payments/api", awsCode, "may or may not have taken effect");
    }

    @Test
    void aMissingPolicyIsNoProblemToReadOrToDelete() {
        aws.answers(error(400, "RepositoryPolicyNotFoundException", "none"));

        assertThat(aws.policies().read(SeedRegistry.west("payments/api")).isEmpty())
                .isTrue();
        assertThat(aws.delete()).isEqualTo(new Taken("11111111-2222-3333-4444-555555555555"));
        assertThat(aws.set()).isInstanceOf(NotTaken.class);
    }

    @Test
    void accessDeniedNamesThePermissionAndWhereToAddIt() {
        try (var local = new WireAws()) {
            local.answers(error(400, "AccessDeniedException", "User: … is not authorized"));

            assertThat(local.readProblem().what())
                    .contains("ecr:GetRepositoryPolicy on arn:aws:ecr:us-west-2:111111111111:repository/payments/api");
            assertThat(((NotTaken) local.set()).problem().what()).contains("ecr:SetRepositoryPolicy on arn:");
            assertThat(((NotTaken) local.delete()).problem().what()).contains("ecr:DeleteRepositoryPolicy on arn:");
            assertThat(local.readProblem().next()).contains("Allow that action on that ARN");
        }
    }

    @Test
    void awsOwnWordsAreShownOnlyWhereTheyHoldNoSecret() {
        String canonical = "The Canonical String should have been 'POST / x-amz-security-token:IQoJb3JpZ2luX2VjE'";
        aws.answers(error(403, "InvalidSignatureException", canonical));

        assertThat(aws.readProblem().text()).doesNotContain("IQoJb3").doesNotContain("token:");

        aws.answers(error(400, "InvalidParameterException", "a\\nb " + "x".repeat(1000)));

        assertThat(((NotTaken) aws.set()).problem().what())
                .contains("“a b xxx")
                .contains("…")
                .hasSizeLessThan(600);
    }

    @Test
    void aProblemBringsNoCauseThatCouldBeLoggedWithSecrets() {
        aws.answers(error(403, "InvalidSignatureException", "token"));

        assertThat(Assertions.catchThrowable(() -> aws.policies().read(SeedRegistry.west("payments/api"))))
                .hasNoCause();
    }

    @Test
    void aRegistryThatIsNotConfiguredIsToldWithoutACall() {
        aws.answers(error(500, "ServerException", "never asked"));
        var elsewhere = new Repository(SeedRegistry.SALES, SeedRegistry.WEST, new RepositoryName("payments/api"));

        var answer = aws.policies()
                .write(elsewhere, Documents.pull(Documents.DEPLOYER), Documents.DEPLOYER, Documents.ON_BEHALF);

        assertThat(((NotTaken) answer).problem().code()).isEqualTo(Code.REGISTRY_UNKNOWN);
        assertThat(aws.policies().facts(elsewhere).tags()).isEmpty();
        assertThat(aws.calls()).isZero();
    }
}
