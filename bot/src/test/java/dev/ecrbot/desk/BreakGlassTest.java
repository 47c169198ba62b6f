package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access that is taken at once in an emergency, and what becomes of it. */
final class BreakGlassTest {
    private static final String RULE = """
              - name: urgent
                repositories: ["payments/*"]
                patterns: true
                access: [pull, push]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                self_approval: true
                channel: C0APPROVALS
                breakglass: {people: [U0REQUESTER, U0APPROVER1], for: 4h, review_within: 1h, per_day: 2, channel: C0SECURITY}
            """;
    private static final String BREAK = "breakglass pull payments/api sales ci-deployer because production is down";

    private final DeskBench bench = new DeskBench(RULE);

    @AfterEach
    void close() {
        bench.close();
    }

    private Answer reviews(PersonId person, Request request) {
        return bench.staff.desk().wish(DeskBench.asker(person), request.id().value(), Wish.REVIEW);
    }

    private static Code refused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).problem().code();
    }

    private Request broken(PersonId person, String text) {
        Request request = bench.asks(person, text);
        bench.work();
        return request;
    }

    @Test
    void isGivenAtOnceAndToldLoudly() {
        Request request = broken(DeskBench.RITA, BREAK);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(request).until()).contains(Instant.parse("2026-11-22T10:30:00Z"));
        assertThat(bench.policy("payments/api")).contains("2026-11-22T10:30:00Z");
        assertThat(bench.events(request)).startsWith(EventKind.ASKED, EventKind.BROKE_GLASS);
        assertThat(bench.mailbox.of(GlassBroken.class))
                .singleElement()
                .satisfies(told -> assertThat(told.channel()).isEqualTo("C0SECURITY"));
        Message.Card card = lastCard();
        assertThat(card.history().glass())
                .hasValueSatisfying(glass -> assertThat(glass.reviewer()).isEmpty());
        assertThat(card.request().ask().orElseThrow().informed().orElseThrow().users())
                .contains("U0APPROVER1");
    }

    @Test
    void lastsLongerOnceAnotherApproverHasReviewedIt() {
        Request request = broken(DeskBench.RITA, BREAK);
        assertThat(reviews(DeskBench.OLGA, request)).isInstanceOf(Answer.Filed.class);
        bench.work();
        assertThat(bench.grant(request).until()).contains(Instant.parse("2026-11-22T13:30:00Z"));
        assertThat(bench.events(request)).contains(EventKind.GLASS_REVIEWED, EventKind.EXTENDED);
        assertThat(refused(reviews(DeskBench.AMIR, request))).isEqualTo(Code.REQUEST_DECIDED);
    }

    @Test
    void endsByItselfWithoutAReview() {
        Request request = broken(DeskBench.RITA, BREAK);
        bench.clock.advance(Duration.ofMinutes(61));
        bench.sweep();
        assertThat(bench.grant(request).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(refused(reviews(DeskBench.OLGA, request))).isEqualTo(Code.GRANT_ENDED);
        assertThat(bench.events(request)).doesNotContain(EventKind.GLASS_REVIEWED);
    }

    @Test
    void nobodyReviewsTheirOwnNorDoesABystander() {
        Request request = broken(DeskBench.AMIR, BREAK);
        assertThat(refused(reviews(DeskBench.AMIR, request))).isEqualTo(Code.SELF_APPROVAL);
        assertThat(refused(reviews(DeskBench.BEN, request))).isEqualTo(Code.APPROVER_REFUSED);
        assertThat(bench.events(request)).contains(EventKind.DECISION_REFUSED);
        assertThat(bench.grant(request).until()).contains(Instant.parse("2026-11-22T10:30:00Z"));
    }

    @Test
    void whatIsNoEmergencyHasNothingToReview() {
        Request request = bench.applied("grant pull payments/api sales ci-deployer for 1d");
        assertThat(refused(reviews(DeskBench.OLGA, request))).isEqualTo(Code.REQUEST_DECIDED);
    }

    @Test
    void isGivenSoOftenADayAndNotOnceMore() {
        broken(DeskBench.RITA, BREAK);
        broken(DeskBench.AMIR, BREAK.replace("ci-deployer", "role2-1"));
        Problem problem = bench.refused(BREAK.replace("ci-deployer", "nightly-build"));
        assertThat(problem.code()).isEqualTo(Code.BREAKGLASS_REFUSED);
        assertThat(problem.text()).contains("2 a day", "Ask with a grant");
        bench.clock.advance(Duration.ofDays(1));
        bench.sweep();
        broken(DeskBench.RITA, BREAK.replace("ci-deployer", "nightly-build"));
        bench.clock.advance(Duration.ofHours(2));
        bench.sweep();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        breakglass pull payments/api sales ci-deployer | REASON_REQUIRED
        breakglass pull payments/* sales ci-deployer because of it | BREAKGLASS_REFUSED
        breakglass pull web/shop sales ci-deployer because of it | NO_RULE
        breakglass pull payments/api sales ci-deployer for 2d because of it | COMMAND_MALFORMED
        breakglass pull payments/api sales ci-deployer,role2-1 because of it | PRINCIPAL_MALFORMED
        """)
    void isRefusedWhereItDoesNotFit(String text, Code code) {
        assertThat(bench.refused(text).code()).isEqualTo(code);
        assertThat(bench.mailbox.of(GlassBroken.class)).isEmpty();
    }

    @Test
    void isRefusedToWhoeverIsNotNamedOrHasLeft() {
        assertThat(refused(bench.types(DeskBench.OLGA, BREAK))).isEqualTo(Code.BREAKGLASS_REFUSED);
        bench.people.is(DeskBench.RITA, Standing.DEACTIVATED);
        assertThat(bench.types(DeskBench.RITA, BREAK)).isInstanceOf(Answer.Refused.class);
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void endNowEndsItAtOnce() {
        Request request = broken(DeskBench.RITA, BREAK);
        bench.types(DeskBench.OLGA, "end " + request.id());
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    private Message.Card lastCard() {
        List<Message.Card> cards = bench.mailbox.of(Message.Card.class);
        return cards.get(cards.size() - 1);
    }
}
