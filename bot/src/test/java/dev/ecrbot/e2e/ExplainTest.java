package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** People paste an error, and are told what it means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class ExplainTest {
    private static final String ID = "k3v9q2m7x1w8z5t4";

    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aDenialIsTakenApartLookedIntoAndTurnedIntoAnAsk() {
        String told = says("explain ```Error response from daemon: pull access denied for"
                + " <http://111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api|111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api>,"
                + " repository does not exist or may require 'docker login': denied:\nUser:"
                + " arn:aws:sts::222222222222:assumed-role/ci-deployer/i-0a1b2c3d is not authorized to perform:\necr:BatchGetImage"
                + " on resource: arn:aws:ecr:us-west-2:111111111111:repository/payments/api because no resource-based policy"
                + " allows the ecr:BatchGetImage action```");
        assertThat(told)
                .contains(
                        "What was tried: ecr:BatchGetImage on payments/api in us-west-2, registry central (111111111111).",
                        "By: the role ci-deployer of sales (222222222222), in the session i-0a1b2c3d.",
                        "The repository's side refuses",
                        "Neither the repository's policy nor its registry's has an Allow for this caller.",
                        "/ecr grant pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api"
                                + " arn:aws:iam::222222222222:role/ci-deployer");
        // What is offered works as it stands.
        String ask = told.lines()
                .filter(line -> line.contains("/ecr grant"))
                .findFirst()
                .orElseThrow();
        Message card =
                office.asks(Office.RITA, ask.substring(ask.indexOf("grant")).strip());
        office.told(Office.RITA, Office.id(card), "You asked");
    }

    @Test
    void aLoginThatIsMissingIsNoMatterOfPolicies() {
        assertThat(says(
                        "explain Get https://111111111111.dkr.ecr.us-west-2.amazonaws.com/v2/payments/api/manifests/latest: no"
                                + " basic auth credentials"))
                .contains("It is the login", "Not looked at", "Log in to exactly this host")
                .doesNotContain("/ecr grant");
    }

    @Test
    void anAuthorizationIdIsShownToItsOwnerAloneAndLoggedNowhere() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            assertThat(says(
                            "explain User: arn:aws:iam::222222222222:user/ada is not authorized to perform: ecr:PutImage on"
                                    + " resource: arn:aws:ecr:us-west-2:111111111111:repository/payments/api (authorization id: "
                                    + ID
                                    + ")"))
                    .contains(ID, "Only you see this");
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(ID));
        office.slack.await(() -> office.slack.calls().stream()
                .filter(call -> call.args().toString().contains(ID))
                .findFirst());
        assertThat(office.slack.calls())
                .filteredOn(call -> call.args().toString().contains(ID))
                .allSatisfy(call -> assertThat(call.method() + " " + call.args().get("response_type"))
                        .isIn("chat.postEphemeral null", "response_url ephemeral"));
    }

    private String says(String typed) {
        return office.answer(Office.RITA, () -> office.types(Office.RITA, typed))
                .shown();
    }
}
