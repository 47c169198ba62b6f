package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told who only ask how things are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class AnswersTest {
    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void statusTellsWhatTheBotGaveFromWhatOthersWrote() {
        String timed = Office.id(office.grants("grant pull legacy/mixed sales ci-deployer until 2027-03-01 18:00"));
        String permanent = Office.id(office.grants("grant push legacy/mixed finance report-runner"));
        String open = Office.id(asked("grant read legacy/mixed data notebook"));

        assertThat(says("status legacy/mixed fresh"))
                .contains(
                        "Who has access to legacy/mixed in us-west-2, registry central (111111111111)",
                        "7 entries in the policy, read just now:",
                        "role ci-deployer in sales (222222222222): pull, by ecr-bot (" + timed
                                + "), asked for by <@U0REQUESTER>, until 2027-03-01 18:00 UTC",
                        "role report-runner in finance (333333333333): push, by ecr-bot (" + permanent
                                + "), asked for by <@U0REQUESTER>, without an end",
                        "the whole account finance (333333333333): pull, written by others, statement new statement",
                        "role etl-runner in data (444444444444): ecr:* if aws:SourceIp is in 10.0.0.0/8 or 192.168.0.0/16, and"
                                + " aws:SecureTransport is true, written by others, statement new statement",
                        "The policy has 1,990 of 10,240 characters.",
                        "organization o-a1b2c3d4e5: BatchGetImage, GetDownloadUrlForLayer, written by others, statement everyone of the company",
                        "the whole account partner (555555555555): denied ecr:*, written by others",
                        "user ana in sales (222222222222): DescribeImages, ListImages, written by others",
                        "Waiting for approval\n" + open + " read on legacy/mixed for role notebook in data");
    }

    @Test
    void statusOfARepositoryWithoutAPolicy() {
        assertThat(says("status empty/new")).contains("Nobody outside its own account");
    }

    @Test
    void requestsAreListedWithTheirCards() {
        Message waiting = office.asks(Office.BEN, "grant pull payments/worker sales ci-deployer for 2d");
        office.told(Office.BEN, Office.id(waiting), "See its card");
        String denied = Office.id(deny(asked("grant pull payments/api finance")));

        Message pending = office.answer(Office.AMIR, () -> office.types(Office.AMIR, "requests pending"));
        assertThat(pending.shown())
                .contains(Office.id(waiting) + " pull on payments/worker for role ci-deployer in sales")
                .contains("Waiting for approval, asked by <@U0BYSTANDER>")
                .doesNotContain(denied);
        assertThat(pending.blocks().toString())
                .contains("/archives/C0APPROVALS/p" + waiting.ts().replace(".", ""));
        for (String typed : new String[] {"requests", "requests mine"}) {
            assertThat(says(typed))
                    .contains(denied + " pull on payments/api for the whole account finance (333333333333): Denied")
                    .doesNotContain(Office.id(waiting));
        }
        Message none = office.answer(Office.OLGA, () -> office.types(Office.OLGA, "requests"));
        assertThat(none.shown()).contains("You have no requests yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payments/api",
                "central:payments/api",
                "central/us-west-2:payments/api",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1.4.2",
                "arn:aws:ecr:us-west-2:111111111111:repository/payments/api"
            })
    void loginIsShownForBothShells(String repository) {
        assertThat(says("login " + repository))
                .contains(
                        "aws ecr get-login-password --region us-west-2 | docker login --username AWS --password-stdin"
                                + " 111111111111.dkr.ecr.us-west-2.amazonaws.com",
                        "(Get-ECRLoginCommand -Region us-west-2).Password | docker login --username AWS"
                                + " --password-stdin 111111111111.dkr.ecr.us-west-2.amazonaws.com",
                        "docker pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1.4.2",
                        "The login lasts 12 hours");
    }

    @Test
    void loginFollowsTheRegion() {
        assertThat(says("login central/eu-west-1:payments/api"))
                .contains("--region eu-west-1", "111111111111.dkr.ecr.eu-west-1.amazonaws.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant", "revoke", "status", "requests", "cancel", "login", "help"})
    void helpTellsOfEveryCommand(String command) {
        assertThat(says("help")).contains("/ecr " + command);
        assertThat(says("help " + command)).startsWith("/ecr " + command).contains("To type");
    }

    /** Asks, and waits for what is said to that, so that the next answer is the next one. */
    private Message asked(String typed) {
        Message card = office.asks(Office.RITA, typed);
        office.told(Office.RITA, Office.id(card), "You asked");
        return card;
    }

    private Message deny(Message card) {
        office.clicks(Office.AMIR, card, Office.DENY);
        return office.until(card, now -> now.shown().contains("Denied"));
    }

    private String says(String typed) {
        return office.answer(Office.RITA, () -> office.types(Office.RITA, typed))
                .shown();
    }
}
