package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The grants that guides describe, each asked for and approved in chat. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class SeedsTest {
    private static final String ROLE_1 = SeedRegistry.role(SeedRegistry.SALES, "role2-1");
    private static final String ROLE_2 = SeedRegistry.role(SeedRegistry.SALES, "role2-2");
    private static final String USER_2 = "arn:aws:iam::222222222222:user/role2-2";
    private static final String SALES = "arn:aws:iam::222222222222:root";
    private static final String FINANCE = "arn:aws:iam::333333333333:root";

    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aRoleThatPushesAndARoleThatPullsBesideWhatTheConsoleWrote() {
        office.trial
                .ecr()
                .setPolicy(
                        SeedRegistry.west("empty/new"),
                        office.policy("central/app")
                                .replace("role/role2-1", "role/ci-deployer")
                                .replace("user/role2-2", "user/ana"));
        List<?> written = paper("empty/new").foreign();

        office.grants("grant push empty/new sales role2-1");
        office.grants("grant pull empty/new sales role2-2");

        Paper now = paper("empty/new");
        assertThat(now.version()).isEqualTo("2008-10-17");
        assertThat(now.foreign()).isEqualTo(written).hasSize(2);
        assertThat(now.allowed(ROLE_1)).isEqualTo(Actions.PUSH);
        assertThat(now.allowed(ROLE_2)).isEqualTo(Actions.PULL);
        office.written(Office.RITA, "docker push 111111111111.dkr.ecr.us-west-2.amazonaws.com/empty/new:");
    }

    @Test
    void aUserNamedWhereARoleWasMeant() {
        office.answer(Office.RITA, () -> office.types(Office.RITA, "grant push central/app sales role2-1"));
        office.told(Office.RITA, "Role role2-1 in sales (222222222222) already has push on central/app");
        office.answer(Office.RITA, () -> office.types(Office.RITA, "status central/app"));
        office.told(Office.RITA, "role role2-1 in sales (222222222222): push", "user role2-2 in sales", "pull only");

        office.grants("grant pull central/app sales role2-2");
        assertThat(paper("central/app").allowed(ROLE_2)).isEqualTo(Actions.PULL);
        assertThat(paper("central/app").allowed(USER_2)).isEqualTo(Actions.PULL);
        Message card = office.asks(Office.RITA, "revoke pull central/app sales user/role2-2");
        assertThat(card.shown()).contains("user role2-2 in sales (222222222222) loses pull");
        office.approves(Office.AMIR, card);

        Paper now = paper("central/app");
        assertThat(now.allowed(USER_2)).isEmpty();
        assertThat(now.allowed(ROLE_2)).isEqualTo(Actions.PULL);
        assertThat(now.allowed(ROLE_1)).isEqualTo(Actions.PUSH);
        assertThat(now.statement("pull and push")).isNotNull();
        assertThat(now.version()).isEqualTo("2008-10-17");
    }

    @Test
    void twoWholeAccountsThatRead() {
        String ireland = "central/eu-west-1:shared/base-images";
        Message card = office.asks(Office.RITA, "grant read " + ireland + " sales");
        assertThat(card.shown())
                .contains("Look twice", "Whole account", "the whole account sales (222222222222)", "eu-west-1");
        office.approves(Office.AMIR, card);
        office.grants("grant read " + ireland + " 333333333333");

        Paper now = Paper.of(office.trial
                .ecr()
                .policy(SeedRegistry.ireland("shared/base-images"))
                .orElseThrow());
        assertThat(now.allowed(SALES)).isEqualTo(Actions.READ);
        assertThat(now.allowed(FINANCE)).isEqualTo(Actions.READ);
        assertThat(now.statements()).hasSize(1);
        for (String account : List.of("sales", "finance")) {
            Message told = office.answer(
                    Office.RITA, () -> office.types(Office.RITA, "grant read shared/base-images " + account));
            assertThat(told.shown()).contains("already has read on shared/base-images");
        }
    }

    @Test
    void aRoleAndAWholeAccountThatPush() {
        String[] logins = {
            "aws ecr get-login-password --region us-west-2 | docker login --username AWS --password-stdin"
                    + " 111111111111.dkr.ecr.us-west-2.amazonaws.com",
            "(Get-ECRLoginCommand -Region us-west-2).Password | docker login --username AWS --password-stdin"
                    + " 111111111111.dkr.ecr.us-west-2.amazonaws.com"
        };
        office.grants("grant push infra/runner sales ecsInstanceRole");
        office.written(Office.RITA, "role ecsInstanceRole in sales", logins[0], logins[1], "docker push", "docker tag");
        office.grants("grant push infra/runner sales");
        office.written(Office.RITA, "the whole account sales", logins[0], logins[1], "docker push", "docker tag");

        assertThat(paper("infra/runner").allowed(SALES)).isEqualTo(Actions.PUSH);
        assertThat(paper("infra/runner").allowed(SeedRegistry.role(SeedRegistry.SALES, "ecsInstanceRole")))
                .isEqualTo(Actions.PUSH);
        Message login = office.answer(Office.RITA, () -> office.types(Office.RITA, "login infra/runner"));
        assertThat(login.shown()).contains(logins).contains("docker pull", "infra/runner:2.0.0");
    }

    @Test
    void temporaryCredentialsForTheBotAndForARolesSessions() {
        List<?> written = paper("mobile/backend").foreign();
        office.grants("grant pull mobile/backend sales ci-deployer");

        Paper now = paper("mobile/backend");
        assertThat(now.foreign()).isEqualTo(written);
        assertThat(now.allowed(SeedRegistry.role(SeedRegistry.SALES, "ci-deployer")))
                .isEqualTo(Actions.PULL);
        List<ApiCall> calls = office.trial.ecr().traffic().calls();
        assertThat(calls)
                .filteredOn(call -> call.operation() != ApiOperation.ASSUME_ROLE)
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(call.caller().arn()).startsWith("arn:aws:sts::111111111111:assumed-role/ecr-bot/"));
        assertThat(office.trial.ecr().traffic().calls(ApiOperation.ASSUME_ROLE))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.caller()).isEqualTo(SeedRegistry.BOT_HOST));
    }

    private Paper paper(String repository) {
        return Paper.of(office.policy(repository));
    }
}
