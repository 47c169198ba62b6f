package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.Readiness;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bot looks at its own set-up, through the whole bot. */
@Tag("whole")
final class DoctorCommandTest {
    private static final String ADMINS = "admins: {who: [U0REQUESTER, S0OWNERS], channel: C0GENERAL}\n";

    private final Office office = new Office(TrialConfig.http().withRules(TrialConfig.RULES + ADMINS));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void anAdminSeesWhatIsToMendAndNobodyElseDoes() {
        office.slack.scopes().grant("channels:read", "groups:read");
        office.trial.ecr().traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        office.types(Office.RITA, "doctor");
        office.told(Office.RITA, "looks at its set-up now", "registry central in us-west-2");
        Message list = office.told(Office.RITA, "How ecr-bot's set-up was", "To mend");
        assertThat(list.shown())
                .contains(
                        "aws.registry-policy",
                        "→",
                        "slack.channel C0GENERAL",
                        "takes writes",
                        "The bot uses what its file says")
                .contains("Not checked", "aws.writes");
        assertThat(office.answers(Office.AMIR)).isEmpty();
        assertThat(office.slack.messages(Office.GENERAL)).isEmpty();
        assertThat(office.writes()).isZero();
    }

    @Test
    void whatHasComeThroughTheDoorShowsWhatTheAppIsInstalledWith() {
        office.types(Office.RITA, "doctor");
        assertThat(office.told(Office.RITA, "How ecr-bot's set-up was").shown())
                .containsSubsequence(
                        "Not checked", "slack.home", "nobody has opened it", "manifest.yml", "slack.should-escape");
        office.slack.openHome(Office.RITA);
        office.slack.shortcut(Office.AMIR, "access.ask");
        office.types(Office.AMIR, "access <@U0BYSTANDER|ben>");
        office.types(Office.OLGA, "doctor");
        assertThat(office.told(Office.OLGA, "How ecr-bot's set-up was").shown())
                .contains("slack.shortcut Fix this access error", "slack.options")
                .doesNotContain("nobody has opened it", "no command came with somebody's id")
                .contains("Slack tells who opens it", "It has been used", "They come with their ids");
    }

    @Test
    void someoneOfAnAdminsGroupMayAndOthersAreToldWhoMay() {
        office.types(Office.OLGA, "doctor");
        office.told(Office.OLGA, "How ecr-bot's set-up was");
        office.types(Office.BEN, "doctor");
        assertThat(office.told(Office.BEN, "Only those who look after ecr-bot").shown())
                .contains("<!subteam^S0OWNERS>", "<@U0REQUESTER>");
    }

    @Test
    void theStartTellsTheLogTheHealthPageAndTheChannelAndHoldsUpNobody() {
        office.trial.ecr().traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        office.trial.bot().lookAtSetUp();
        Message said = office.slack.await(
                () -> office.slack.messages(Office.GENERAL).stream().findFirst());
        assertThat(said.shown()).contains("it found something to mend", "aws.registry-policy", "/ecr doctor");
        new Readiness(office.trial.bot().opsPort()).await("to mend at ");
        office.trial.bot().lookAtSetUp();
        office.types(Office.RITA, "doctor");
        office.told(Office.RITA, "How ecr-bot's set-up was", "aws.registry-policy");
        assertThat(office.slack.messages(Office.GENERAL)).hasSize(1);
    }

    @Test
    void whereNobodyIsNamedNobodyMay() {
        office.trial.reconfigure(TrialConfig.http());
        office.slack.await(() -> {
            Message answer = office.answer(Office.RITA, () -> office.types(Office.RITA, "doctor"));
            return answer.shown().contains("names nobody under admins")
                    ? java.util.Optional.of(answer)
                    : java.util.Optional.empty();
        });
    }
}
