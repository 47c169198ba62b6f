package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.CommentNote;
import dev.ecrbot.desk.tell.Commented;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People talk about a request that waits. */
final class CommentTest {
    private static final String PULL = "grant pull payments/api sales ci-deployer";

    private DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anApproversCommentReachesTheThreadAndWhoeverAsked() {
        Request request = bench.asks(DeskBench.RITA, PULL);

        assertThat(says(DeskBench.AMIR, request, "which\npipeline?")).isInstanceOf(Answer.PassedOn.class);

        assertThat(bench.mailbox.of(Commented.class)).singleElement().satisfies(reply -> {
            assertThat(reply.by()).isEqualTo(DeskBench.AMIR);
            assertThat(reply.text()).isEqualTo("which pipeline?");
            assertThat(reply.answers()).isEmpty();
        });
        assertThat(told()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(DeskBench.RITA);
            assertThat(message.note()).isEqualTo(new CommentNote(DeskBench.AMIR, "which pipeline?"));
        });
        assertThat(comments(request)).singleElement().satisfies(event -> {
            assertThat(event.actor()).contains(DeskBench.AMIR);
            assertThat(event.details()).containsEntry("comment", "which pipeline?");
        });
        assertThat(bench.now(request)).as("is as it was").isEqualTo(request);
    }

    @Test
    void whoeverAskedAnswersWhoeverSpokeLastAndIsToldNothing() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        says(DeskBench.AMIR, request, "which pipeline?");
        says(DeskBench.OLGA, request, "the nightly one?");

        says(DeskBench.RITA, request, "the nightly one");

        assertThat(bench.mailbox.of(Commented.class))
                .last()
                .satisfies(reply -> assertThat(reply.answers()).contains(DeskBench.OLGA));
        assertThat(told()).hasSize(2);
    }

    @Test
    void nobodyElseComments() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        for (PersonId person : List.of(DeskBench.BEN, new PersonId("T0HOME", "U0GUESTMULTI"))) {
            Answer judged = bench.staff
                    .desk()
                    .wish(DeskBench.asker(person), request.id().value(), Wish.COMMENT);
            assertThat(judged).isInstanceOf(Answer.Refused.class);
            assertThat(says(person, request, "hello")).isInstanceOf(Answer.Refused.class);
        }
        assertThat(bench.mailbox.of(Commented.class)).isEmpty();
        assertThat(bench.events(request)).contains(EventKind.DECISION_REFUSED).doesNotContain(EventKind.COMMENTED);
    }

    @Test
    void whoMayCommentIsJudgedAgainOnceItIsWritten() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(bench.staff
                        .desk()
                        .wish(DeskBench.asker(DeskBench.OLGA), request.id().value(), Wish.COMMENT))
                .isInstanceOf(Answer.FieldWanted.class);

        bench.people.group("S0OWNERS");

        assertThat(says(DeskBench.OLGA, request, "hello")).isInstanceOf(Answer.Refused.class);
        assertThat(bench.mailbox.of(Commented.class)).isEmpty();
    }

    @Test
    void whatIsDecidedTakesNoComments() {
        Request applied = bench.applied(PULL);
        assertThat(refused(says(DeskBench.AMIR, applied, "why?"))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.REQUEST_DECIDED);
            assertThat(problem.what()).contains("was approved", "comes too late: nobody was told");
            assertThat(problem.next()).contains("Reply in the thread", "/ecr undo " + applied.id());
        });
        Request denied = bench.asks(DeskBench.RITA, "grant push payments/api sales ci-deployer");
        bench.denies(DeskBench.AMIR, denied);
        assertThat(refused(says(DeskBench.RITA, denied, "why?")).next()).contains("/ecr show " + denied.id());
        assertThat(told()).isEmpty();
    }

    @Test
    void aCommentMadeAsItExpiresComesTooLate() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.clock.advance(Duration.ofHours(8));
        bench.sweep();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.EXPIRED);
        assertThat(refused(says(DeskBench.AMIR, request, "why?")).what()).contains("expired");
    }

    @Test
    void whatHasNothingInItIsNoComment() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(refused(says(DeskBench.AMIR, request, " \u200b\n ")).what()).contains("nothing in it");
        assertThat(comments(request)).isEmpty();
    }

    @Test
    void aLongCommentIsCutBetweenCharacters() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        says(DeskBench.AMIR, request, "\uD83D\uDE80".repeat(1_500));
        assertThat(comments(request).get(0).details().get("comment"))
                .hasSize(2 * 999 + 1)
                .endsWith("\uD83D\uDE80…");
    }

    @Test
    void aRequestTakesSoManyAndNoMore() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        for (int number = 0; number < 50; number++) {
            assertThat(says(DeskBench.AMIR, request, "number " + number)).isInstanceOf(Answer.PassedOn.class);
        }
        assertThat(refused(says(DeskBench.AMIR, request, "one more")).code()).isEqualTo(Code.LIMIT_COMMENTS);
        assertThat(comments(request)).hasSize(50);
    }

    @Test
    void whatWasAskedForAtOnceIsTalkedAboutAtOnce() {
        Request lead = bench.asks(DeskBench.RITA, "grant pull payments/api,payments/worker sales ci-deployer");

        says(DeskBench.AMIR, lead, "both?");

        assertThat(bench.mailbox.of(Commented.class)).hasSize(1);
        assertThat(told()).hasSize(1);
        List<Request> members = bench.ledger.transact(
                books -> books.bundles().of(lead.id()).orElseThrow().all(books));
        assertThat(members)
                .hasSize(2)
                .allSatisfy(each -> assertThat(comments(each)).hasSize(1));
    }

    @Test
    void theStoryTellsIt() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        says(DeskBench.AMIR, request, "which pipeline?");
        assertThat(bench.types(DeskBench.RITA, "show " + request.id()).toString())
                .contains("which pipeline?");
    }

    private Answer says(PersonId person, Request request, String text) {
        Answer answer = bench.staff
                .desk()
                .written(DeskBench.asker(person), request.id().value(), Counter.Writing.COMMENT, text);
        bench.deliver();
        return answer;
    }

    private static Problem refused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).problem();
    }

    private List<Message.Private> told() {
        return bench.mailbox.of(Message.Private.class).stream()
                .filter(message -> message.note() instanceof CommentNote)
                .toList();
    }

    private List<Event> comments(Request request) {
        return bench.ledger.transact(books -> books.events().of(request.id())).stream()
                .filter(event -> event.kind() == EventKind.COMMENTED)
                .toList();
    }
}
