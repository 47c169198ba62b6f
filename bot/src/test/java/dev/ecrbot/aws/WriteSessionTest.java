package dev.ecrbot.aws;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EcrException;

/** What the session of a write can do, and what CloudTrail would show of it. */
final class WriteSessionTest extends WritingAws {
    private static final RegionalRegistry REGISTRY = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);

    @Test
    void theSessionOfAWriteReachesThatPolicyAndNoOther() {
        try (var clients = new Clients(Impatient.ground(aws.uri()))) {
            var ecr = clients.writing(SeedRegistry.WEST);
            var settings = settings(clients, API);
            set(ecr, "payments/api", settings);

            refused(() -> set(ecr, "payments/worker", settings));
            refused(() -> ecr.deleteRepositoryPolicy(
                    delete -> delete.repositoryName("payments/worker").overrideConfiguration(settings)));
            refused(() ->
                    ecr.putRegistryPolicy(put -> put.policyText(PULL.text()).overrideConfiguration(settings)));
            refused(() -> ecr.describeRepositories(list -> list.overrideConfiguration(settings)));
            var ireland = clients.writing(SeedRegistry.IRELAND);
            refused(() -> ireland.getRepositoryPolicy(
                    get -> get.repositoryName("payments/api").overrideConfiguration(settings)));
        }
        assertThat(model.policy(west("payments/worker"))).isEmpty();
    }

    @Test
    void theSessionForARegistrysPolicyReachesThatOneInItsRegion() {
        try (var clients = new Clients(Impatient.ground(aws.uri()))) {
            var settings = settings(clients, REGISTRY);
            var ecr = clients.writing(SeedRegistry.WEST);
            assertThatThrownBy(() -> ecr.getRegistryPolicy(get -> get.overrideConfiguration(settings)))
                    .as("allowed: there is none")
                    .hasMessageContaining("does not exist");
            refused(() -> clients.writing(SeedRegistry.IRELAND)
                    .getRegistryPolicy(get -> get.overrideConfiguration(settings)));
            refused(() -> ecr.getRepositoryPolicy(
                    get -> get.repositoryName("payments/api").overrideConfiguration(settings)));
        }
    }

    @Test
    void theSessionOfReadsWritesNothing() {
        var ground = Impatient.ground(aws.uri());
        try (var clients = new Clients(ground);
                var identity = CallingIdentity.of(Documents.ASSUMING, clients, ground)) {
            var settings = settings(identity.credentials());
            var ecr = clients.writing(SeedRegistry.WEST);
            assertThat(ecr.describeRepositories(list -> list.overrideConfiguration(settings))
                            .repositories())
                    .isNotEmpty();
            refused(() -> set(ecr, "payments/api", settings));
            refused(() -> ecr.deleteRepositoryPolicy(
                    delete -> delete.repositoryName("payments/api").overrideConfiguration(settings)));
            refused(() ->
                    ecr.putRegistryPolicy(put -> put.policyText(PULL.text()).overrideConfiguration(settings)));
            refused(() -> ecr.deleteRegistryPolicy(delete -> delete.overrideConfiguration(settings)));
        }
    }

    @Test
    void whenStsGoesAwayBetweenReadAndWriteTheWriteWaits() {
        try (var policies = policies(Documents.ASSUMING)) {
            policies.read(API);
            model.traffic().fault(ApiOperation.ASSUME_ROLE, 100, Fault.throttle());
            var answer = policies.write(API, PULL, Documents.DEPLOYER, Documents.ON_BEHALF);
            assertThat(((NotTaken) answer).again()).isEqualTo(WriteAnswer.Again.LATER);
            assertThat(((NotTaken) answer).problem().code()).isEqualTo(Code.AWS_THROTTLED);
        }
        assertThat(model.traffic().calls(ApiOperation.SET_REPOSITORY_POLICY)).isEmpty();
    }

    @Test
    void aWriteThatWasExpectedTakesTheSessionThatWasBegunForIt() {
        try (var policies = policies(Documents.ASSUMING)) {
            policies.expect(API, Documents.ON_BEHALF);
            policies.read(API);
            var other = new OnBehalf("req-00000001", Optional.empty(), Optional.empty());
            assertThat(policies.write(API, PULL, Documents.DEPLOYER, other)).isInstanceOf(Taken.class);
            policies.read(API);
            assertThat(policies.write(API, PolicyDocument.empty(), Documents.DEPLOYER, Documents.ON_BEHALF))
                    .isInstanceOf(Taken.class);
        }
        assertThat(only(ApiOperation.SET_REPOSITORY_POLICY).caller().session()).isEqualTo("req-00000001");
        assertThat(only(ApiOperation.DELETE_REPOSITORY_POLICY).caller().session())
                .isEqualTo(Documents.ON_BEHALF.request());
        assertThat(model.traffic().calls(ApiOperation.ASSUME_ROLE))
                .as("one for all reads, one for each write")
                .hasSize(3);
    }

    @Test
    void aSessionThatIsBegunAheadServesOneWrite() {
        try (var policies = policies(Documents.ASSUMING)) {
            policies.expect(API, Documents.ON_BEHALF);
            for (int writes = 0; writes < 2; writes++) {
                policies.read(API);
                assertThat(policies.write(API, PULL, Documents.DEPLOYER, Documents.ON_BEHALF))
                        .isInstanceOf(Taken.class);
            }
        }
        assertThat(model.traffic().calls(ApiOperation.ASSUME_ROLE)).hasSize(3);
    }

    @Test
    void whatFailsAheadOfAWriteFailsTheWrite() {
        try (var policies = policies(Documents.ASSUMING)) {
            policies.read(API);
            model.traffic().fault(ApiOperation.ASSUME_ROLE, 100, Fault.throttle());
            policies.expect(API, Documents.ON_BEHALF);
            var answer = policies.write(API, PULL, Documents.DEPLOYER, Documents.ON_BEHALF);
            assertThat(((NotTaken) answer).again()).isEqualTo(WriteAnswer.Again.LATER);
        }
        assertThat(model.traffic().calls(ApiOperation.SET_REPOSITORY_POLICY)).isEmpty();
    }

    @Test
    void whatIsExpectedAndHangsHoldsUpNoOtherWrite() {
        var gate = new Gate();
        try (var policies = policies(Documents.ASSUMING)) {
            policies.read(API);
            model.traffic().fault(ApiOperation.ASSUME_ROLE, 1, Fault.hold(gate, Fault.When.BEFORE));
            policies.expect(API, Documents.ON_BEHALF);
            gate.awaitArrival();
            var other = new OnBehalf("req-00000001", Optional.empty(), Optional.empty());
            policies.expect(API, other);
            assertThat(policies.write(API, PULL, Documents.DEPLOYER, other)).isInstanceOf(Taken.class);
            gate.release();
        }
    }

    private AwsRequestOverrideConfiguration settings(Clients clients, PolicyHolder holder) {
        var ground = Impatient.ground(aws.uri());
        try (var identity = CallingIdentity.of(Documents.ASSUMING, clients, ground)) {
            return settings(identity.writing(holder, Documents.ON_BEHALF));
        }
    }

    private static AwsRequestOverrideConfiguration settings(AwsCredentialsProvider credentials) {
        return AwsRequestOverrideConfiguration.builder()
                .credentialsProvider(credentials)
                .build();
    }

    private static void set(EcrClient ecr, String repository, AwsRequestOverrideConfiguration settings) {
        ecr.setRepositoryPolicy(
                set -> set.repositoryName(repository).policyText(PULL.text()).overrideConfiguration(settings));
    }

    private static void refused(Runnable call) {
        var refusal = catchThrowableOfType(EcrException.class, call::run);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
        assertThat(refusal.getMessage()).contains("because no session policy allows");
    }
}
