package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The guide that lets a secondary account, or a role of it, push and pull in all repositories of a Region. */
@Tag("whole")
final class RegistrySeedTest {
    private static final RegionalRegistry REGISTRY = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
    private static final String ALL = "arn:aws:ecr:us-west-2:111111111111:repository/*";
    private static final String SALES = "arn:aws:iam::222222222222:root";
    private static final String ROLE = SeedRegistry.role(SeedRegistry.SALES, "ecsInstanceRole");
    private static final String[] LOGIN = {
        "aws ecr get-login-password --region us-west-2 | docker login --username AWS --password-stdin"
                + " 111111111111.dkr.ecr.us-west-2.amazonaws.com",
        "(Get-ECRLoginCommand -Region us-west-2).Password | docker login --username AWS --password-stdin"
                + " 111111111111.dkr.ecr.us-west-2.amazonaws.com"
    };
    private static final String RULES = """
              - name: everything
                repositories: ["*"]
                patterns: true
                access: [pull, push]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
            """;

    private final Office office = new Office(TrialConfig.http().withRules(RULES));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aWholeAccountPushesAndPullsInEveryRepository() {
        Message card = office.asks(Office.RITA, "grant push * sales for 30d because central images");
        assertThat(card.shown())
                .contains("every repository", "those made later", "whole account sales (222222222222)", ALL);
        office.approves(Office.AMIR, card);

        assertThat(paper().allowed(SALES)).isEqualTo(Actions.PUSH);
        assertThat(paper().statements()).singleElement().satisfies(statement -> {
            assertThat(statement.path("Resource").asText()).isEqualTo(ALL);
            assertThat(statement.path("Condition").toString()).contains("aws:CurrentTime");
        });
        office.written(
                Office.RITA, LOGIN[0], LOGIN[1], "docker push 111111111111.dkr.ecr.us-west-2.amazonaws.com/NAME:");
        office.written(Office.RITA, "On your own side", "\"Resource\": \"" + ALL + "\"");

        office.types(Office.BEN, "status payments/api");
        office.told(Office.BEN, "Through the registry's own policy", "the whole account sales", ALL, "derived");
        office.types(Office.BEN, "status *");
        office.told(Office.BEN, "every repository in us-west-2", "1 entry in the registry's policy");

        office.grants("revoke push * sales");
        assertThat(office.trial.ecr().policy(REGISTRY)).isEmpty();
        assertThat(office.writes()).isZero();
    }

    @Test
    void aRoleOfItDoesBesideWhatTheConsoleWrote() {
        office.trial.ecr().setPolicy(REGISTRY, """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":
                "arn:aws:iam::333333333333:root"},"Action":["ecr:GetDownloadUrlForLayer","ecr:BatchGetImage",
                "ecr:BatchCheckLayerAvailability","ecr:PutImage","ecr:InitiateLayerUpload","ecr:UploadLayerPart",
                "ecr:CompleteLayerUpload"],"Resource":"*"}]}""");
        List<?> written = paper().foreign();

        office.grants("grant push * sales ecsInstanceRole");
        office.grants("grant pull payments/* sales ci-deployer");

        assertThat(paper().allowed(ROLE)).isEqualTo(Actions.PUSH);
        assertThat(paper().foreign()).isEqualTo(written).hasSize(1);
        assertThat(paper().statements()).hasSize(3);
        office.written(Office.RITA, "role ecsInstanceRole in sales", LOGIN[0], "docker pull");
        Message already =
                office.answer(Office.RITA, () -> office.types(Office.RITA, "grant pull payments/* finance for 7d"));
        assertThat(already.shown()).contains("already has pull on payments/*");
    }

    @Test
    void aRoleThatIsNotThereIsRefusedByAwsAndNamed() {
        Message card = office.asks(Office.RITA, "grant pull * sales no-such-role");
        office.clicks(Office.AMIR, card, Office.APPROVE);
        Message failed = office.until(card, now -> now.shown().contains("Failed"));
        assertThat(failed.shown()).contains("no-such-role");
        assertThat(office.trial.ecr().policy(REGISTRY)).isEmpty();
    }

    @Test
    void underTheScopeV1NothingIsAsked() {
        office.trial.ecr().setPolicyScope(Place.of(REGISTRY), "V1");
        Message refused = office.answer(Office.RITA, () -> office.types(Office.RITA, "grant push * sales"));
        assertThat(refused.shown()).contains("V1", "REGISTRY_POLICY_SCOPE");
        assertThat(office.cards()).isEmpty();
        assertThat(office.trial.ecr().traffic().calls(ApiOperation.PUT_REGISTRY_POLICY))
                .isEmpty();
    }

    private Paper paper() {
        return Paper.of(office.trial.ecr().policy(REGISTRY).orElseThrow());
    }
}
