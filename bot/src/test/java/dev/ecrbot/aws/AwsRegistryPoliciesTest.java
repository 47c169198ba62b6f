package dev.ecrbot.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Caller;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.RegistryPoliciesContract;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real clients keep the contract for registries, over HTTP, and never touch another account's. */
final class AwsRegistryPoliciesTest extends RegistryPoliciesContract {
    private static final RegionalRegistry CENTRAL = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);

    private final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);
    private final AwsPolicies policies = policies(Documents.ASSUMING, aws);

    @AfterEach
    void stop() {
        policies.close();
        aws.close();
    }

    @Override
    protected Policies policies() {
        return policies;
    }

    @Test
    void asksOnceWhoseAccountTheAmbientIdentityIsIn() {
        try (var ambient = policies(Documents.AMBIENT, aws)) {
            ambient.read(CENTRAL);
            ambient.scope(CENTRAL);
            ambient.read(SeedRegistry.west("payments/api"));
        }

        assertThat(model.traffic().calls(ApiOperation.GET_CALLER_IDENTITY)).hasSize(1);
        assertThat(model.traffic().calls(ApiOperation.GET_REGISTRY_POLICY)).hasSize(1);
    }

    @Test
    void refusesARegistryOfAnotherAccountThanTheRoles() {
        String role = SeedRegistry.role(SeedRegistry.SALES, "ecr-bot");
        model.iam().addRole(role);
        var registry = new Registry(
                "central",
                SeedRegistry.CENTRAL,
                List.of(SeedRegistry.WEST),
                Optional.of(role),
                Registry.Attribution.REQUEST);
        try (var other = policies(registry, aws)) {
            assertRefused(other, "role " + role + " is in account 222222222222");
        }
    }

    @Test
    void refusesARegistryOfAnotherAccountThanTheAmbientIdentitys() {
        var elsewhere = Caller.user("arn:aws:iam::222222222222:user/ana");
        try (var local = new LocalAws(model, elsewhere);
                var ambient = policies(Documents.AMBIENT, local)) {
            assertRefused(ambient, "the identity that the bot runs with is in account 222222222222");
        }
    }

    @Test
    void touchesNothingWhileStsDoesNotSayWhoseAccountItIs() {
        model.traffic().fault(ApiOperation.GET_CALLER_IDENTITY, 100, Fault.throttle());
        try (var ambient = policies(Documents.AMBIENT, aws)) {
            assertThat(problem(ambient).code()).isEqualTo(Code.AWS_UNAVAILABLE);
        }

        assertThat(model.traffic().calls(ApiOperation.GET_REGISTRY_POLICY)).isEmpty();
    }

    private void assertRefused(AwsPolicies policies, String why) {
        Problem problem = problem(policies);
        assertThat(problem.code()).isEqualTo(Code.AWS_OTHER_ACCOUNT);
        assertThat(problem.what()).contains(why);
        var written = policies.write(CENTRAL, PolicyDocument.empty(), Documents.DEPLOYER, Documents.ON_BEHALF);
        assertThat(((NotTaken) written).problem().code()).isEqualTo(Code.AWS_OTHER_ACCOUNT);
        assertThat(model.traffic().calls(ApiOperation.GET_REGISTRY_POLICY)).isEmpty();
        assertThat(model.traffic().calls(ApiOperation.DELETE_REGISTRY_POLICY)).isEmpty();
    }

    private static Problem problem(AwsPolicies policies) {
        return catchThrowableOfType(ProblemException.class, () -> policies.read(CENTRAL))
                .problem();
    }

    private static AwsPolicies policies(Registry registry, LocalAws aws) {
        return new AwsPolicies(List.of(registry), Clock.systemUTC(), Impatient.ground(aws.uri()));
    }
}
