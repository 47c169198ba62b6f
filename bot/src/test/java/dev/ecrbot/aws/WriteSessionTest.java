package dev.ecrbot.aws;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.BOT_ROLE;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Caller;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/** What the session of a write can do, and what CloudTrail would show of it. */
final class WriteSessionTest {

    private static final Repository API = west("payments/api");
    private static final RegionalRegistry REGISTRY = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
    private static final PolicyDocument PULL = Documents.pull(Documents.DEPLOYER);

    private static final PersonId RITA = new PersonId("T0ACME", "U0RITA");
    private static final PersonId AMIR = new PersonId("T0ACME", "U0AMIR");

    private final EcrModel model = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void eachWriteHasASessionOfItsOwnThatSaysForWhomItIs() {
        try (var policies = policies(Documents.ASSUMING)) {
            policies.read(API);
            assertThat(policies.write(API, PULL, Documents.DEPLOYER, Documents.ON_BEHALF))
                    .isInstanceOf(Taken.class);
            policies.read(API);
            var own = new OnBehalf("req-00000001", Optional.empty(), Optional.empty());
            assertThat(policies.write(API, PolicyDocument.empty(), Documents.DEPLOYER, own))
                    .isInstanceOf(Taken.class);
        }

        Caller asked = only(ApiOperation.SET_REPOSITORY_POLICY).caller();
        assertThat(asked.session()).isEqualTo("req-7k2m9x4q");
        assertThat(asked.sourceIdentity()).isEqualTo("asked=U0RITA,decided=U0AMIR");
        Caller byItself = only(ApiOperation.DELETE_REPOSITORY_POLICY).caller();
        assertThat(byItself.session()).isEqualTo("req-00000001");
        assertThat(byItself.sourceIdentity()).isEqualTo("ecr-bot");
        assertThat(model.traffic().calls(ApiOperation.GET_REPOSITORY_POLICY))
                .allSatisfy(read -> assertThat(read.caller().session()).isEqualTo("ecr-bot"));
        assertThat(model.traffic().calls(ApiOperation.ASSUME_ROLE))
                .as("one session for all reads, one for each write")
                .hasSize(3);
    }

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
                var identity = Identity.of(Documents.ASSUMING, clients, ground)) {
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
    void theLongestNamesFitWhatStsTakes() {
        var long256 = new Repository(SeedRegistry.CENTRAL, SeedRegistry.WEST, new RepositoryName("a".repeat(256)));
        assertThat(SessionPolicies.writing(long256)).hasSizeLessThan(2048);
        assertThat(SessionPolicies.reading()).hasSizeLessThan(2048);

        model.addRepository(long256, Map.of());
        var behalf = new OnBehalf(
                "req-7k2m9x4q",
                Optional.of(new PersonId("T1", "U" + "A".repeat(30))),
                Optional.of(new PersonId("T1", "U" + "B".repeat(30))));
        try (var policies = policies(Documents.ASSUMING)) {
            assertThat(policies.write(long256, PULL, Documents.DEPLOYER, behalf))
                    .isInstanceOf(Taken.class);
        }
        assertThat(only(ApiOperation.SET_REPOSITORY_POLICY).caller().sourceIdentity())
                .isEqualTo("decided=U" + "B".repeat(30));
    }

    @Test
    void whatARuleApprovedAndWhatMachinesAskedForSaysSo() {
        var machine = Optional.of(PersonId.machine("payments-ci"));
        assertThat(attributed(Attribution.SOURCE_IDENTITY, machine, Optional.of(AMIR))
                        .sourceIdentity())
                .isEqualTo("asked=payments-ci,decided=U0AMIR");
        assertThat(attributed(Attribution.SOURCE_IDENTITY, Optional.of(RITA), Optional.empty())
                        .sourceIdentity())
                .isEqualTo("asked=U0RITA,decided=rule");
        assertThat(attributed(Attribution.SOURCE_IDENTITY, Optional.empty(), Optional.of(RITA))
                        .sourceIdentity())
                .as("ended by its holder")
                .isEqualTo("decided=U0RITA");
        assertThat(attributed(Attribution.TAGS, Optional.of(RITA), Optional.empty())
                        .tags())
                .extracting(Tag::value)
                .containsExactly("req-7k2m9x4q", "U0RITA", "rule");
    }

    /** As STS's model has it of these fields. */
    @Test
    void whateverTheNamesStsTakesThem() {
        var people = List.of(
                new PersonId("E1", "W" + "Z".repeat(30)),
                RITA,
                PersonId.machine("a" + "-".repeat(40)),
                PersonId.machine("z"));
        for (Attribution attribution : Attribution.values()) {
            for (PersonId asked : people) {
                for (PersonId decided : people) {
                    for (AssumeRoleRequest request : List.of(
                            attributed(attribution, Optional.of(asked), Optional.of(decided)),
                            attributed(attribution, Optional.of(asked), Optional.empty()),
                            attributed(attribution, Optional.empty(), Optional.of(decided)),
                            attributed(attribution, Optional.empty(), Optional.empty()))) {
                        assertThat(request.roleSessionName()).matches("[\\w+=,.@-]{2,64}");
                        Optional.ofNullable(request.sourceIdentity())
                                .ifPresent(text -> assertThat(text).matches("[\\w+=,.@-]{2,64}"));
                        assertThat(request.tags()).allSatisfy(tag -> {
                            assertThat(tag.key()).matches("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}");
                            assertThat(tag.value()).matches("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}");
                        });
                    }
                }
            }
        }
    }

    private static AssumeRoleRequest attributed(
            Attribution attribution, Optional<PersonId> asked, Optional<PersonId> decided) {
        var request = AssumeRoleRequest.builder();
        Attributed.put(request, attribution, new OnBehalf("req-7k2m9x4q", asked, decided));
        return request.build();
    }

    @Test
    void tagsSayTheSameToThoseWhoWantTags() {
        try (var policies = policies(with(Attribution.TAGS))) {
            policies.write(API, PULL, Documents.DEPLOYER, Documents.ON_BEHALF);
        }
        assertThat(only(ApiOperation.ASSUME_ROLE).arguments())
                .containsEntry("Tags.member.1.Key", "EcrBotRequest")
                .containsEntry("Tags.member.1.Value", "req-7k2m9x4q")
                .containsEntry("Tags.member.2.Key", "EcrBotAskedBy")
                .containsEntry("Tags.member.2.Value", "U0RITA")
                .containsEntry("Tags.member.3.Key", "EcrBotDecidedBy")
                .containsEntry("Tags.member.3.Value", "U0AMIR")
                .doesNotContainKey("SourceIdentity");
    }

    @ParameterizedTest
    @EnumSource(
            value = Attribution.class,
            names = {"REQUEST", "NONE"})
    void othersNeedNothingOfTheTrustPolicy(Attribution attribution) {
        model.iam().distrust(BOT_ROLE, "sts:SetSourceIdentity");
        model.iam().distrust(BOT_ROLE, "sts:TagSession");
        try (var policies = policies(with(attribution))) {
            assertThat(policies.write(API, PULL, Documents.DEPLOYER, Documents.ON_BEHALF))
                    .isInstanceOf(Taken.class);
        }
        assertThat(only(ApiOperation.SET_REPOSITORY_POLICY).caller().session())
                .isEqualTo(attribution == Attribution.NONE ? "ecr-bot" : "req-7k2m9x4q");
    }

    @ParameterizedTest
    @EnumSource(
            value = Attribution.class,
            names = {"SOURCE_IDENTITY", "TAGS"})
    void aRoleThatRefusesAttributionIsToldWithItsMend(Attribution attribution) {
        String permission = attribution == Attribution.TAGS ? "sts:TagSession" : "sts:SetSourceIdentity";
        model.iam().distrust(BOT_ROLE, permission);
        try (var policies = policies(with(attribution))) {
            var answer = policies.write(API, PULL, Documents.DEPLOYER, Documents.ON_BEHALF);
            var problem = ((NotTaken) answer).problem();
            assertThat(problem.code()).isEqualTo(Code.AWS_ATTRIBUTION_REFUSED);
            assertThat(problem.what()).contains(BOT_ROLE, permission);
            assertThat(problem.next()).contains(permission, "trust policy", "attribution: request");
            assertThat(policies.read(API).isEmpty()).as("reads go on").isTrue();
        }
        assertThat(model.traffic().calls(ApiOperation.SET_REPOSITORY_POLICY)).isEmpty();
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
        try (var identity = Identity.of(Documents.ASSUMING, clients, ground)) {
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

    private ApiCall only(ApiOperation operation) {
        List<ApiCall> calls = model.traffic().calls(operation);
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static Registry with(Attribution attribution) {
        var registry = Documents.ASSUMING;
        return new Registry(registry.name(), registry.account(), registry.regions(), registry.role(), attribution);
    }

    private AwsPolicies policies(Registry registry) {
        return new AwsPolicies(List.of(registry), Clock.systemUTC(), Impatient.ground(aws.uri()));
    }
}
