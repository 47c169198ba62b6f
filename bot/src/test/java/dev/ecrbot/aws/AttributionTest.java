package dev.ecrbot.aws;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.BOT_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Caller;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/** What CloudTrail shows of for whom a write was sent. */
final class AttributionTest extends WritingAws {
    private static final PersonId RITA = new PersonId("T0ACME", "U0RITA");
    private static final PersonId AMIR = new PersonId("T0ACME", "U0AMIR");

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

    private static Registry with(Attribution attribution) {
        var registry = Documents.ASSUMING;
        return new Registry(registry.name(), registry.account(), registry.regions(), registry.role(), attribution);
    }
}
