package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.slack.Message;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Slack, a phone's keyboard or a web page made of a good command is as good as the command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class SlackTypingTest {
    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    static Stream<Arguments> typed() {
        String uri = "111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api";
        return Stream.of(
                Arguments.of("grant pull “payments/api” ‘sales’ `ci-deployer` because it’s due", "Why: it’s due"),
                Arguments.of("grant\u00A0pull\u00A0payments/api\u00A0sales\u2007role2-1", "role/role2-1"),
                Arguments.of("grant pull <https://" + uri + ":1.4.2> sales role2-2", "role/role2-2"),
                Arguments.of("grant read <http://" + uri + "|" + uri + "> sales role2-2", "for read on payments/api"),
                Arguments.of("grant pull payments/api sales night—ly", "role/night--ly"),
                Arguments.of("grant pull payments/worker sales because a &amp; b &lt;c&gt;", "Why: a & b <c>"),
                Arguments.of(
                        "grant pull payments/worker finance because <@U0APPROVER1|amir> asked", "Why: @amir asked"),
                Arguments.of("grant pull mobile/backend finance because <!channel> look", "Why: @channel look"),
                Arguments.of("grant pull data/etl finance because bu\u202Eild\u200B me", "Why: build me"),
                Arguments.of("grant pull data/etl sales because 🎉", "Why: 🎉"),
                Arguments.of("GRANT Pull\n\tdata/etl   Sales\nrole2-2", "role/role2-2"),
                Arguments.of("grant push data/etl `arn:aws:iam::444444444444:role/notebook`", "role/notebook"));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void makesACard(String typed, String shown) {
        Message card = office.asks(Office.RITA, typed);

        assertThat(card.shown()).contains(shown).startsWith("⏳ Waiting for approval");
        office.told(Office.RITA, Office.id(card), "You asked");
    }
}
