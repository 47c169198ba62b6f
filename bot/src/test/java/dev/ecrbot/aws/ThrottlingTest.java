package dev.ecrbot.aws;

import static dev.ecrbot.aws.WireAws.error;
import static dev.ecrbot.aws.WireAws.html;
import static dev.ecrbot.aws.WireAws.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.live.WriteAnswer.Lost;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Throttling is the one answer after which a write is sent again. */
final class ThrottlingTest {

    private final WireAws aws = new WireAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aThrottledWriteIsSentAgain() {
        aws.answersInTurn(error(400, "ThrottlingException", "Rate exceeded"), html(429), stored());

        assertThat(aws.set()).isInstanceOf(Taken.class);
        assertThat(aws.calls()).isEqualTo(3);
    }

    @Test
    void aWriteThrottledToTheEndIsNotTaken() {
        aws.answers(error(400, "ThrottlingException", "Rate exceeded"));

        assertThat(((NotTaken) aws.set()).problem().code()).isEqualTo(Code.AWS_THROTTLED);
        assertThat(aws.calls()).isEqualTo(5);
    }

    @Test
    void whatComesAfterThrottlingCounts() {
        aws.answersInTurn(error(400, "ThrottlingException", "Rate exceeded"), html(503), stored());

        assertThat(aws.set()).isInstanceOf(Lost.class);
        assertThat(aws.calls()).isEqualTo(2);
    }

    @Test
    void aThrottledDeletionIsSentAgain() {
        aws.answersInTurn(error(429, "TooManyRequestsException", "Rate exceeded"), stored());

        assertThat(aws.delete()).isInstanceOf(Taken.class);
    }
}
