package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People ask how things are, through the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class InquiriesTest {
    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void whetherSomebodyCanAndWhoCan() {
        assertThat(says("can finance pull legacy/mixed"))
                .startsWith("Yes: The repository's side allows pull for the whole account finance (333333333333)")
                .contains("What decides", "statement new statement", "ecr:GetAuthorizationToken");
        assertThat(says("can sales ci-deployer push payments/worker"))
                .startsWith("No: ")
                .contains(
                        "/ecr grant push central/us-west-2:payments/worker arn:aws:iam::222222222222:role/ci-deployer");
        assertThat(says("who pull legacy/mixed"))
                .contains("the whole account finance (333333333333): yes; allowed by statement new statement")
                .contains("the whole account partner (555555555555): no, a Deny is in the way");
        assertThat(says("who pull payments/none")).contains("There is no such repository", "if it were made now");
    }

    @Test
    void theStoryOfARequestAndOfItsRepository() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer");
        String id = Office.id(card);
        office.told(Office.RITA, id, "You asked");
        office.approves(Office.AMIR, card);
        assertThat(says("show " + id.substring(4)))
                .startsWith(id)
                .contains(
                        "What happened",
                        "asked by <@U0REQUESTER>",
                        "written to the policy and read back",
                        "What changed in the policy",
                        "EcrBotPull");
        assertThat(says("history payments/api")).contains(id + " pull on payments/api", "by <@U0REQUESTER>");
    }

    @Test
    void whoIAmAndWhatCanBeAsked() {
        assertThat(says("whoami"))
                .startsWith("You are <@U0REQUESTER>")
                .contains("You may ask under: payments-pull, web-needs-two, everything-else.")
                .contains("You are among the approvers of: no rule.");
        assertThat(says("rules web/frontend"))
                .contains("web-needs-two: pull, push on web/*, for every configured account", "2 approvals, by");
    }

    @Test
    void howToLogInWithOtherTools() {
        assertThat(says("login payments/api for k8s"))
                .contains("kubectl create secret docker-registry", "The kubelet pulls: with the node's role")
                .contains("111111111111.dkr-ecr.us-west-2.on.aws: over IPv4 and IPv6.");
        assertThat(says("login 111111111111.dkr.ecr.us-west-2.amazonaws.com"))
                .contains("docker login --username AWS --password-stdin 111111111111.dkr.ecr.us-west-2.amazonaws.com")
                .contains("With something else: type the same with for and one of powershell,");
    }

    @Test
    void theNextPageIsAClickAway() {
        for (int number = 1; number <= 11; number++) {
            Message card = office.asks(Office.OLGA, "grant pull data/etl sales pages-" + number);
            office.told(Office.OLGA, Office.id(card), "You asked");
        }
        Message first = office.answer(Office.OLGA, () -> office.types(Office.OLGA, "requests"));
        assertThat(first.shown())
                .contains("Page 1 of 2, 11 in all.")
                .contains("pages-11")
                .doesNotContain("role pages-1 ");
        Message second = office.answer(Office.OLGA, () -> office.slack.click(Office.OLGA, first, "page.next"));
        assertThat(second.shown()).contains("Page 2 of 2").contains("role pages-1 ");
    }

    private String says(String typed) {
        return office.answer(Office.RITA, () -> office.types(Office.RITA, typed))
                .shown();
    }
}
