package dev.ecrbot.sandbox.ecr;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.CENTRAL;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.IRELAND;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.SALES;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyScope;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.live.WriteAnswer.Lost;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everything behind the port {@link Policies} does with a registry's own policy; a subclass says which one it is. */
public abstract class RegistryPoliciesContract {

    private static final RegionalRegistry REGISTRY = new RegionalRegistry(CENTRAL, WEST);
    private static final RegionalRegistry ELSEWHERE = new RegionalRegistry(CENTRAL, IRELAND);
    private static final Principal DEPLOYER = new Principal.Role(Partition.AWS, SALES, "/", "ci-deployer");
    private static final String ALL = "arn:aws:ecr:us-west-2:111111111111:repository/*";

    protected final EcrModel model =
            SeedRegistry.model(Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC));

    protected abstract Policies policies();

    @Test
    void isOneDocumentForEachRegion() {
        assertThat(policies().read(REGISTRY).isEmpty()).isTrue();

        assertThat(write(pull(ALL))).isInstanceOf(Taken.class);

        assertThat(policies().read(REGISTRY).sameAs(pull(ALL))).isTrue();
        assertThat(policies().read(ELSEWHERE).isEmpty()).isTrue();
        assertThat(policies().read(SeedRegistry.west("payments/api")).isEmpty()).isTrue();
    }

    @Test
    void isDeletedByTheEmptyDocument() {
        write(pull(ALL));

        assertThat(write(PolicyDocument.empty())).isInstanceOf(Taken.class);
        assertThat(write(PolicyDocument.empty())).isInstanceOf(Taken.class);

        assertThat(model.policy(REGISTRY)).isEmpty();
    }

    @Test
    void needsAResource() {
        var without = PolicyDocument.parse(pull(ALL).text().replaceFirst(",\\s*\"Resource\"\\s*:\\s*\"[^\"]*\"", ""));

        assertThat(refused(write(without))).isEqualTo(Code.AWS_PRINCIPAL_NOT_FOUND);
        assertThat(model.policy(REGISTRY)).isEmpty();
    }

    @Test
    void takesResourcesThatNothingMatches() {
        assertThat(write(pull("arn:aws:ecr:us-west-2:111111111111:repositories/payments/*")))
                .isInstanceOf(Taken.class);
        assertThat(write(pull("payments"))).isInstanceOf(Taken.class);
    }

    @Test
    void refusesPrincipalsThatAreNotThere() {
        model.iam().delete(DEPLOYER.text());

        var answer = (NotTaken) write(pull(ALL));

        assertThat(answer.problem().code()).isEqualTo(Code.AWS_PRINCIPAL_NOT_FOUND);
        assertThat(answer.problem().what()).contains("ci-deployer");
    }

    @Test
    void rulesOnWhatItsScopeSays() {
        assertThat(policies().scope(REGISTRY)).isEqualTo(PolicyScope.V2);

        model.setPolicyScope(Place.of(REGISTRY), "V1");
        assertThat(policies().scope(REGISTRY)).isEqualTo(PolicyScope.V1);
        assertThat(policies().scope(ELSEWHERE)).isEqualTo(PolicyScope.V2);
        assertThat(refused(write(pull(ALL)))).isEqualTo(Code.AWS_PRINCIPAL_NOT_FOUND);

        model.setPolicyScope(Place.of(REGISTRY), "V3");
        assertThat(policies().scope(REGISTRY)).isEqualTo(PolicyScope.UNKNOWN);
    }

    @Test
    void tellsWhichPermissionIsMissing() {
        for (var operation : List.of(
                ApiOperation.GET_ACCOUNT_SETTING, ApiOperation.GET_REGISTRY_POLICY, ApiOperation.PUT_REGISTRY_POLICY)) {
            model.traffic().withhold(SeedRegistry.BOT_ROLE, operation);
        }

        assertThat(problem(() -> policies().scope(REGISTRY))).contains("ecr:GetAccountSetting");
        assertThat(problem(() -> policies().read(REGISTRY))).contains("ecr:GetRegistryPolicy");
        var answer = (NotTaken) write(pull(ALL));
        assertThat(answer.problem().code()).isEqualTo(Code.AWS_ACCESS_DENIED);
        assertThat(answer.problem().what()).contains("ecr:PutRegistryPolicy");
    }

    @Test
    void isReadOverPassingTrouble() {
        for (Fault trouble :
                List.of(Fault.throttle(), Fault.serverError(Fault.When.BEFORE), Fault.drop(Fault.When.BEFORE))) {
            model.traffic().fault(ApiOperation.GET_REGISTRY_POLICY, 1, trouble);
            model.traffic().fault(ApiOperation.GET_ACCOUNT_SETTING, 1, trouble);

            assertThat(policies().read(REGISTRY).isEmpty()).isTrue();
            assertThat(policies().scope(REGISTRY)).isEqualTo(PolicyScope.V2);
        }
    }

    @Test
    void isWrittenOnceHoweverTheAnswerGetsLost() {
        for (Fault trouble : List.of(
                Fault.drop(Fault.When.BEFORE), Fault.drop(Fault.When.AFTER), Fault.serverError(Fault.When.AFTER))) {
            int before = model.traffic().calls(ApiOperation.PUT_REGISTRY_POLICY).size();
            model.traffic().fault(ApiOperation.PUT_REGISTRY_POLICY, 1, trouble);

            assertThat(write(pull(ALL))).isInstanceOf(Lost.class);

            assertThat(model.traffic().calls(ApiOperation.PUT_REGISTRY_POLICY)).hasSize(before + 1);
        }
        model.traffic().fault(ApiOperation.PUT_REGISTRY_POLICY, 1, Fault.throttle());
        assertThat(((NotTaken) write(pull(ALL))).again()).isEqualTo(WriteAnswer.Again.LATER);
    }

    private WriteAnswer write(PolicyDocument proposed) {
        return policies().write(REGISTRY, proposed, DEPLOYER, PoliciesContract.ON_BEHALF);
    }

    private static Code refused(WriteAnswer answer) {
        return ((NotTaken) answer).problem().code();
    }

    private static String problem(Runnable work) {
        var problem = catchThrowableOfType(ProblemException.class, work::run).problem();
        assertThat(problem.code()).isEqualTo(Code.AWS_ACCESS_DENIED);
        return problem.what();
    }

    private static PolicyDocument pull(String resource) {
        return PolicyDocument.parse("""
                {"Version":"2012-10-17","Statement":[{"Sid":"EcrBotPull","Effect":"Allow","Principal":{"AWS":"%s"},\
                "Action":["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],"Resource":"%s"}]}""".formatted(DEPLOYER.text(), resource));
    }
}
