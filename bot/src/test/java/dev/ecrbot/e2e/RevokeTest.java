package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking access away goes the way that giving it goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class RevokeTest {
    private final TrialConfig config = TrialConfig.http();
    private final Office office = new Office(config);

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void whatTheBotGaveEnds() {
        Message grant = office.grants("grant pull payments/api sales ci-deployer for 7d");
        Message card = office.asks(Office.RITA, "revoke pull payments/api sales ci-deployer because moved");

        assertThat(card.shown())
                .contains(
                        "asks to take pull on payments/api away from role ci-deployer in sales",
                        "loses pull (BatchCheckLayerAvailability, BatchGetImage, GetDownloadUrlForLayer)",
                        "Why: moved",
                        "- ");
        office.told(Office.RITA, Office.id(card), "Who decides");
        assertThat(office.policy("payments/api")).contains("ci-deployer");
        office.approves(Office.AMIR, card);

        assertThat(office.policy("payments/api")).isEmpty();
        office.written(Office.RITA, "was taken away from role ci-deployer", "read back", Office.id(card));
        assertThat(new Records(config).events(Office.id(grant)))
                .last()
                .satisfies(event -> assertThat(event.kind() + event.details()).contains("GRANT_ENDED", "REVOKED"));
        assertThat(says("status payments/api")).contains("Nobody outside its own account");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pull payments/worker sales | has no pull of its own on payments/worker",
                "all payments/worker sales ci-deployer | has no access of its own on payments/worker",
                "all payments/worker * | Everyone (*) has no access of its own",
                "pull central/app sales role2-1 | Use /ecr revoke push instead; then grant pull",
                "push central/app sales user/role2-2 | has no push of its own on central/app, but has pull",
                "all legacy/mixed * | those who have it are organization o-a1b2c3d4e5"
            })
    void isRefusedWhereItMakesNoSense(String what, String why) {
        int cards = office.cards().size();

        assertThat(says("revoke " + what)).contains(why);

        assertThat(office.cards()).hasSize(cards);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data/etl | data | the whole account data (444444444444) loses BatchGetImage, GetDownloadUrlForLayer",
                "data/etl | arn:aws:lambda:us-west-2:444444444444:function:* | Lambda functions of data (444444444444)",
                "web/frontend | o-a1b2c3d4e5 | organization o-a1b2c3d4e5 loses pull",
                "mobile/backend | arn:aws:sts::222222222222:assumed-role/ci-deployer/release | session release of role",
                "mobile/backend | arn:aws:sts::333333333333:federated-user/auditor | federated user auditor in finance"
            })
    void ofWhatOthersWroteTakesAll(String repository, String principal, String effect) {
        Message card = office.asks(Office.RITA, "revoke all " + repository + " " + principal);
        assertThat(card.shown()).contains(effect, "1 statement that ecr-bot didn't write is changed");
        if (card.shown().contains("0 of 2")) {
            office.clicks(Office.OLGA, card, Office.APPROVE);
            office.until(card, now -> now.shown().contains("1 of 2"));
        }

        office.approves(Office.AMIR, card);

        assertThat(office.policy(repository)).doesNotContain("\"" + principal + "\"");
        assertThat(says("revoke all " + repository + " " + principal)).contains("has no access of its own");
    }

    @Test
    void theCardNamesWhatIsLeftOver() {
        Message card = office.asks(Office.RITA, "revoke all legacy/mixed data etl-runner");

        assertThat(card.shown())
                .contains(
                        "role etl-runner in data (444444444444) loses ",
                        "What they still have afterwards",
                        "BatchGetImage, GetDownloadUrlForLayer through organization o-a1b2c3d4e5, statement everyone of the company",
                        "under a condition");
        office.types(Office.RITA, "cancel " + Office.id(card));
        office.until(card, Office::isDecided);
    }

    @Test
    void aDeletedPrincipalAsStatusShowsIt() {
        String status = says("status legacy/mixed");
        Matcher orphan =
                Pattern.compile("a deleted principal \\((AROA\\w+)\\): pull").matcher(status);
        assertThat(orphan.find()).as(status).isTrue();

        office.grants("revoke all legacy/mixed " + orphan.group(1));

        assertThat(office.policy("legacy/mixed")).doesNotContain("AROA").contains("not the partner");
    }

    @Test
    void anAccountThatIsNoLongerConfigured() {
        office.trial.ecr().iam().addAccount(new AccountId("999999999999"));
        office.trial
                .ecr()
                .setPolicy(
                        SeedRegistry.west("infra/runner"),
                        office.policy("shared/base-images").replace("333333333333", "999999999999"));
        assertThat(says("grant read infra/runner 999999999999")).contains("No rule");

        Message card = office.asks(Office.RITA, "revoke read infra/runner 999999999999");
        assertThat(card.shown()).contains("the whole account 999999999999 loses read");
        office.approves(Office.AMIR, card);

        assertThat(office.policy("infra/runner")).doesNotContain("999999999999").contains("222222222222");
    }

    private String says(String typed) {
        return office.answer(Office.RITA, () -> office.types(Office.RITA, typed))
                .shown();
    }
}
