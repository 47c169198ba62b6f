package dev.ecrbot.aws;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.BOT_ROLE;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.AwsError;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.time.Took;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Whom AWS sees, and what is told when it sees nobody. */
final class AssumedRoleTest {

    private final EcrModel model = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void theRoleIsAssumedOnceAndUsedForEveryCall() {
        try (var policies = policies(Documents.ASSUMING)) {
            policies.read(west("payments/api"));
            policies.read(west("payments/worker"));
            policies.facts(west("payments/api"));
        }

        var assumed = model.traffic().calls(ApiOperation.ASSUME_ROLE);
        assertThat(assumed).hasSize(1);
        assertThat(assumed.get(0).caller()).isEqualTo(SeedRegistry.BOT_HOST);
        assertThat(assumed.get(0).arguments())
                .containsEntry("RoleSessionName", "ecr-bot")
                .containsEntry("RoleArn", BOT_ROLE);
        assertThat(model.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY))
                .hasSize(2)
                .extracting(ApiCall::caller)
                .allSatisfy(caller -> {
                    assertThat(caller.principal()).isEqualTo(BOT_ROLE);
                    assertThat(caller.session()).isEqualTo("ecr-bot");
                });
    }

    @Test
    void theRoleIsAssumedAgainAheadOfTheSessionsEnd() {
        aws.sessionTime(Duration.ofSeconds(30));
        try (var policies = policies(Documents.ASSUMING)) {
            policies.read(west("payments/api"));
            aws.sessionTime(Duration.ofHours(1));
            policies.read(west("payments/api"));
            policies.read(west("payments/api"));
        }

        assertThat(model.traffic().calls(ApiOperation.ASSUME_ROLE)).hasSize(2);
    }

    @Test
    void withoutARoleTheAmbientIdentityCalls() {
        try (var policies = policies(Documents.AMBIENT)) {
            policies.read(west("payments/api"));
        }

        assertThat(model.traffic().calls()).extracting(ApiCall::caller).containsOnly(SeedRegistry.BOT_HOST);
    }

    @Test
    void aRoleThatCannotBeAssumedIsNamed() {
        model.iam().distrust(BOT_ROLE);
        try (var policies = policies(Documents.ASSUMING)) {
            var problem = readProblem(policies);

            assertThat(problem.code()).isEqualTo(Code.AWS_ROLE_NOT_ASSUMED);
            assertThat(problem.what()).contains(BOT_ROLE, "AccessDenied");
            assertThat(problem.next()).contains("trust policy");
            assertNotSent(policies, Code.AWS_ROLE_NOT_ASSUMED, WriteAnswer.Again.NEVER);
        }
    }

    @Test
    void troubleOfStsIsGotOverOrTold() {
        try (var policies = policies(Documents.ASSUMING)) {
            model.traffic().fault(ApiOperation.ASSUME_ROLE, 100, Fault.drop(Fault.When.BEFORE));
            assertThat(readProblem(policies).what()).contains(BOT_ROLE, "could not be reached");
            assertNotSent(policies, Code.AWS_UNAVAILABLE, WriteAnswer.Again.LATER);

            model.traffic().clearFaults();
            model.traffic().fault(ApiOperation.ASSUME_ROLE, 100, Fault.throttle());
            assertThat(readProblem(policies).what()).contains(BOT_ROLE, "ThrottlingException");
            assertNotSent(policies, Code.AWS_THROTTLED, WriteAnswer.Again.LATER);

            model.traffic().clearFaults();
            model.traffic().fault(ApiOperation.ASSUME_ROLE, 1, Fault.serverError(Fault.When.BEFORE));
            assertThat(policies.read(west("payments/api")).isEmpty()).isTrue();
        }
    }

    /** Whoever reads of the role where their own key has run out looks in the wrong place. */
    @ParameterizedTest
    @CsvSource({
        "ExpiredToken, renew the credentials",
        "RequestExpired, the clock",
        "InvalidClientTokenId, AWS doesn't know them",
        "SignatureDoesNotMatch, the secret key",
        "RegionDisabledException, activated for us-west-2",
        "AccessDenied, trust policy"
    })
    void whatStsDoesNotLikeIsToldWithItsMend(String code, String mend) {
        model.traffic().always(ApiOperation.ASSUME_ROLE, Fault.refuse(new AwsError(code, 403, "no")));
        try (var policies = policies(Documents.ASSUMING)) {
            var problem = readProblem(policies);
            assertThat(problem.code()).isEqualTo(Code.AWS_ROLE_NOT_ASSUMED);
            assertThat(problem.what()).contains(code);
            assertThat(problem.next()).contains(mend);
            assertThat(problem.next().contains("trust policy")).isEqualTo(code.equals("AccessDenied"));
        }
    }

    @Test
    void credentialsThatAwsDoesNotKnowAreTold() {
        var strange = StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASTRANGE", "secret"));
        var ground = Impatient.ground(aws.uri());
        var with = new ClientEnvironment(ground.patience(), strange, ground.endpoint(), Took.unheard());
        try (var assuming = new AwsPolicies(List.of(Documents.ASSUMING), Clock.systemUTC(), with);
                var ambient = new AwsPolicies(List.of(Documents.AMBIENT), Clock.systemUTC(), with)) {
            assertThat(readProblem(assuming).code()).isEqualTo(Code.AWS_ROLE_NOT_ASSUMED);
            assertThat(readProblem(ambient).code()).isEqualTo(Code.AWS_ACCESS_DENIED);
        }
    }

    @Test
    void noCredentialsAtAllAreTold() {
        var ground = Impatient.ground(aws.uri());
        var without = new ClientEnvironment(
                ground.patience(),
                () -> {
                    throw SdkClientException.create(
                            "Unable to load credentials from any of the providers in the chain");
                },
                ground.endpoint(),
                Took.unheard());
        try (var assuming = new AwsPolicies(List.of(Documents.ASSUMING), Clock.systemUTC(), without);
                var ambient = new AwsPolicies(List.of(Documents.AMBIENT), Clock.systemUTC(), without)) {
            assertThat(readProblem(assuming).what()).contains("no AWS credentials of its own");
            assertThat(readProblem(ambient).what()).contains("found no AWS credentials");
            assertThat(ambient.facts(west("payments/api")).tags()).isEmpty();
            assertThat(ambient.names(Documents.AMBIENT, SeedRegistry.WEST)).isEmpty();
        }
        assertThat(model.traffic().calls()).isEmpty();
    }

    @Test
    void eachRegistryIsCalledByItsOwnRole() {
        String other = SeedRegistry.role(SeedRegistry.SALES, "ecr-bot");
        model.iam().addRole(other);
        var sales = new Registry(
                "sales", SeedRegistry.SALES, List.of(SeedRegistry.IRELAND), Optional.of(other), Attribution.REQUEST);
        var repository = new Repository(SeedRegistry.SALES, SeedRegistry.IRELAND, new RepositoryName("checkout"));
        model.addRepository(repository, Map.of());
        try (var policies = policies(Documents.ASSUMING, sales)) {
            policies.read(west("payments/api"));
            policies.read(repository);
        }

        assertThat(model.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY))
                .extracting(call -> call.caller().principal())
                .containsExactly(BOT_ROLE, other);
    }

    private static void assertNotSent(AwsPolicies policies, Code why, WriteAnswer.Again again) {
        var answer = policies.write(
                west("payments/api"), Documents.pull(Documents.DEPLOYER), Documents.DEPLOYER, Documents.ON_BEHALF);
        assertThat(answer).isInstanceOf(NotTaken.class);
        assertThat(((NotTaken) answer).problem().code()).isEqualTo(why);
        assertThat(((NotTaken) answer).again()).isEqualTo(again);
    }

    private static Problem readProblem(AwsPolicies policies) {
        return catchThrowableOfType(ProblemException.class, () -> policies.read(west("payments/api")))
                .problem();
    }

    private AwsPolicies policies(Registry... registries) {
        return new AwsPolicies(List.of(registries), Clock.systemUTC(), Impatient.ground(aws.uri()));
    }
}
