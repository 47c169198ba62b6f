package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule can say who is told how things are. */
class ViewersTest {
    private static final String DENIED =
            "explain User: arn:aws:iam::222222222222:user/ada is not authorized to perform:"
                    + " ecr:BatchGetImage on resource: arn:aws:ecr:us-west-2:111111111111:repository/payments/api";

    private final DeskBench bench = new DeskBench(DeskBench.RULES.replaceFirst(
            "channel: C0APPROVALS", "channel: C0APPROVALS\n    viewers: [U0REQUESTER, S0VIEWERS]"));

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status payments/api",
                "status payments/*",
                "status *",
                "login payments/api",
                "who pull payments/api",
                "can sales pull payments/api",
                "history payments/api",
                "history payments/*"
            })
    void othersAreToldNothing(String typed) {
        bench.people.group("S0VIEWERS");
        assertThat(code(DeskBench.BEN, typed)).isEqualTo(Code.VIEWER_REFUSED);
        bench.people.group("S0VIEWERS", DeskBench.BEN);
        assertThat(bench.types(DeskBench.BEN, typed)).isNotInstanceOf(Answer.Refused.class);
        assertThat(bench.types(DeskBench.RITA, typed)).isNotInstanceOf(Answer.Refused.class);
        assertThat(bench.types(DeskBench.AMIR, typed)).isNotInstanceOf(Answer.Refused.class);
    }

    @Test
    void whatCantBeFoundOutIsNo() {
        bench.people.unknown("S0VIEWERS");
        assertThat(code(DeskBench.BEN, "status payments/api")).isEqualTo(Code.PERSON_UNKNOWN);
    }

    @Test
    void otherRepositoriesStayOpenToAll() {
        bench.people.group("S0VIEWERS");
        assertThat(bench.types(DeskBench.BEN, "status web/frontend")).isInstanceOf(Answer.Status.class);
        assertThat(bench.types(DeskBench.BEN, "status mobile/backend")).isInstanceOf(Answer.Status.class);
    }

    @Test
    void requestsAreListedAndShownToThoseWhoMayLook() {
        bench.people.group("S0VIEWERS");
        Request request = bench.asks(DeskBench.RITA, "grant pull payments/api sales ci-deployer");
        Request open = bench.asks(DeskBench.RITA, "grant pull web/frontend sales ci-deployer");
        for (String typed : new String[] {"requests all", "requests pending"}) {
            assertThat(((Answer.RequestList) bench.types(DeskBench.BEN, typed)).requests())
                    .extracting(Request::id)
                    .containsExactly(open.id());
            assertThat(((Answer.RequestList) bench.types(DeskBench.RITA, typed)).requests())
                    .hasSize(2);
        }
        assertThat(code(DeskBench.BEN, "show " + request.id())).isEqualTo(Code.VIEWER_REFUSED);
        assertThat(bench.types(DeskBench.RITA, "show " + request.id())).isInstanceOf(Answer.Found.class);
    }

    @Test
    void whatEndsIsToldToThoseWhoMayLookAndToWhoeverAskedForIt() {
        bench.people.group("S0VIEWERS");
        Request given = bench.applied("grant pull payments/api sales ci-deployer for 3d");
        assertThat(((Answer.RequestList) bench.types(DeskBench.BEN, "requests ending")).requests())
                .isEmpty();
        assertThat(((Answer.RequestList) bench.types(DeskBench.RITA, "requests ending")).requests())
                .extracting(Request::id)
                .containsExactly(given.id());
    }

    @Test
    void anErrorIsExplainedByItsTextAlone() {
        bench.people.group("S0VIEWERS");
        Explanation told = (Explanation) ((Answer.Found) bench.types(DeskBench.BEN, DENIED)).finding();
        assertThat(told.look()).isInstanceOf(Look.Withheld.class);
        assertThat(told.conclusion()).isEqualTo(Conclusion.TEXT);
    }

    private Code code(PersonId person, String typed) {
        Answer answer = bench.types(person, typed);
        assertThat(answer).as(typed).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).problem().code();
    }
}
