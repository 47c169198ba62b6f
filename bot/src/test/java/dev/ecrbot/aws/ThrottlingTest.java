package dev.ecrbot.aws;

import static dev.ecrbot.aws.WireAws.error;
import static dev.ecrbot.aws.WireAws.html;
import static dev.ecrbot.aws.WireAws.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.live.WriteAnswer.Again;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A throttled write isn't sent again by itself: the policy has to be read before. */
final class ThrottlingTest {

    private final WireAws aws = new WireAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aThrottledWriteIsSentOnceAndMayBeTakenLater() {
        aws.answersInTurn(error(400, "ThrottlingException", "Rate exceeded"), stored());

        var answer = (NotTaken) aws.set();

        assertThat(answer.problem().code()).isEqualTo(Code.AWS_THROTTLED);
        assertThat(answer.again()).isEqualTo(Again.LATER);
        assertThat(aws.calls()).isOne();
    }

    @Test
    void soIsOneThatSomethingBeforeAwsThrottles() {
        aws.answersInTurn(html(429), stored());

        assertThat(((NotTaken) aws.set()).again()).isEqualTo(Again.LATER);
        assertThat(aws.calls()).isOne();
    }

    @Test
    void soIsAThrottledDeletion() {
        aws.answersInTurn(error(429, "TooManyRequestsException", "Rate exceeded"), stored());

        assertThat(((NotTaken) aws.delete()).again()).isEqualTo(Again.LATER);
        assertThat(aws.calls()).isOne();
    }

    @Test
    void whatAwsRefusesForGoodIsNotTriedAgain() {
        aws.answers(error(400, "AccessDeniedException", "no"));

        assertThat(((NotTaken) aws.set()).again()).isEqualTo(Again.NEVER);
    }
}
