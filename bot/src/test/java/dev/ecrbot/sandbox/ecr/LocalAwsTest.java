package dev.ecrbot.sandbox.ecr;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.BOT_ROLE;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.RepositoryPolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.TagStatus;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/** The local AWS, seen by AWS's own clients. */
final class LocalAwsTest {

    private static final AwsCredentials USER =
            AwsBasicCredentials.create(LocalAws.ACCESS_KEY_ID, LocalAws.SECRET_ACCESS_KEY);

    private final EcrModel model = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);
    private final SdkHttpClient http = Apache5HttpClient.create();

    @AfterEach
    void stop() {
        http.close();
        aws.close();
    }

    @Test
    void policiesGoThereAndBack() {
        var ecr = ecr(USER);
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "\"222222222222\"},\"Action\":\"ecr:BatchGetImage\"}]}";

        var set = ecr.setRepositoryPolicy(
                r -> r.registryId("111111111111").repositoryName("payments/api").policyText(text));
        var got = ecr.getRepositoryPolicy(r -> r.repositoryName("payments/api"));

        assertThat(set.policyText()).isEqualTo(got.policyText()).contains("222222222222:root");
        assertThat(got.registryId()).isEqualTo("111111111111");
        assertThat(got.responseMetadata().requestId()).hasSize(36);
        assertThat(ecr.deleteRepositoryPolicy(r -> r.repositoryName("payments/api"))
                        .policyText())
                .isEqualTo(got.policyText());
        assertThatThrownBy(() -> ecr.getRepositoryPolicy(r -> r.repositoryName("payments/api")))
                .isInstanceOf(RepositoryPolicyNotFoundException.class)
                .hasMessageContaining("does not exist for the repository with name 'payments/api'");
    }

    @Test
    void theRegionIsTheOneSignedFor() {
        var ireland = EcrClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(aws.uri())
                .credentialsProvider(StaticCredentialsProvider.create(USER))
                .httpClient(http)
                .build();

        assertThat(ireland.describeRepositories().repositories()).hasSize(2);
        assertThat(ecr(USER).describeRepositoriesPaginator(r -> r.maxResults(5)).repositories())
                .hasSize(12);
    }

    @Test
    void tagsImagesAndSettingsAreThere() {
        var ecr = ecr(USER);

        assertThat(ecr.listTagsForResource(r ->
                                r.resourceArn(SeedRegistry.west("payments/api").arn()))
                        .tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactly("team=payments");
        assertThat(ecr.describeImages(r -> r.repositoryName("payments/api").filter(f -> f.tagStatus(TagStatus.TAGGED)))
                        .imageDetails())
                .hasSize(3)
                .allSatisfy(image -> assertThat(image.imagePushedAt()).isNotNull());
        assertThat(ecr.getAccountSetting(r -> r.name("REGISTRY_POLICY_SCOPE")).value())
                .isEqualTo("V2");
        assertThatThrownBy(() -> ecr.getRegistryPolicy(r -> {})).hasMessageContaining("Registry policy does not exist");
    }

    @Test
    void aSessionActsAsItsRole() {
        var session = assume(BOT_ROLE);

        assertThat(sts(session).getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::111111111111:assumed-role/ecr-bot/test");
        assertThat(ecr(session).describeRepositories().repositories()).isNotEmpty();
    }

    @Test
    void aSessionEnds() {
        aws.sessionTime(Duration.ZERO);

        var ended = assume(BOT_ROLE);

        assertThat(refusal(ended)).isEqualTo("ExpiredTokenException");
    }

    @Test
    void strangersAndOtherAccountsAreRefused() {
        assertThat(refusal(AwsBasicCredentials.create("AKIANOBODY", "x"))).isEqualTo("UnrecognizedClientException");
        assertThat(refusal(AwsSessionCredentials.create(LocalAws.ACCESS_KEY_ID, "x", "made up")))
                .isEqualTo("UnrecognizedClientException");
        assertThat(refusal(assume(SeedRegistry.role(SALES, "ci-deployer")))).isEqualTo("AccessDeniedException");
    }

    @Test
    void rolesThatDoNotExistOrDoNotTrustCannotBeAssumed() {
        model.iam().distrust(BOT_ROLE);

        for (String role : List.of(BOT_ROLE, SeedRegistry.role(SALES, "nobody"))) {
            var refused = catchThrowableOfType(StsException.class, () -> assume(role));
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.getMessage()).contains("sts:AssumeRole on resource: " + role);
        }
    }

    @Test
    void aDroppedConnectionIsDropped() {
        model.traffic().fault(ApiOperation.DESCRIBE_REPOSITORIES, 3, Fault.drop(Fault.When.BEFORE));

        assertThatThrownBy(() -> ecr(USER).describeRepositories())
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(org.apache.hc.core5.http.NoHttpResponseException.class);
    }

    private AwsCredentials assume(String role) {
        Credentials session = sts(USER)
                .assumeRole(r -> r.roleArn(role).roleSessionName("test"))
                .credentials();
        return AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
    }

    private String refusal(AwsCredentials credentials) {
        return catchThrowableOfType(
                        AwsServiceException.class,
                        () -> ecr(credentials).describeRepositories(r -> r.registryId("111111111111")))
                .awsErrorDetails()
                .errorCode();
    }

    private EcrClient ecr(AwsCredentials credentials) {
        return EcrClient.builder()
                .region(Region.US_WEST_2)
                .endpointOverride(aws.uri())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(http)
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
                .build();
    }

    private StsClient sts(AwsCredentials credentials) {
        return StsClient.builder()
                .region(Region.US_WEST_2)
                .endpointOverride(aws.uri())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(http)
                .build();
    }
}
