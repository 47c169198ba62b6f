package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.answer.HomePage;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked for at once is decided on once, and each of it then goes on by itself. */
final class AskedAtOnceTest {
    private static final String BOTH =
            "grant pull payments/api,payments/worker sales ci-deployer for 7d because nightly";
    private static final String FOREIGN = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Theirs", "Effect": "Allow",
              "Principal": {"AWS": "arn:aws:iam::333333333333:root"}, "Action": ["ecr:BatchGetImage"]}]}""";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        assertThat(bench.witness.falsehoods(bench.clock.instant(), false)).isEmpty();
        bench.close();
    }

    @Test
    void oneCardOneNoteAndOneDecisionAreForAllOfIt() {
        List<Request> all = asked(BOTH);
        assertThat(commonCards())
                .singleElement()
                .satisfies(card -> assertThat(card.waiting()).hasSize(2));
        assertThat(bench.mailbox.of(Message.Card.class)).isEmpty();
        assertThat(bench.mailbox.of(Message.Private.class))
                .singleElement()
                .satisfies(note -> assertThat(note.note()).isInstanceOf(Note.Together.class));

        assertThat(bench.approves(DeskBench.AMIR, all.get(0))).isInstanceOf(Answer.Approved.class);
        bench.work();

        all.forEach(each -> {
            assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.APPLIED);
            assertThat(bench.mailbox.notes(each.id())).anyMatch(Note.Granted.class::isInstance);
            assertThat(ownCard(each).below()).isPresent();
        });
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        assertThat(bench.policy("payments/worker")).contains("ci-deployer");
        assertThat(commonCards())
                .last()
                .satisfies(card -> assertThat(card.waiting()).isEmpty());
    }

    @Test
    void severalRolesInOnePolicyAreWrittenOneAfterTheOther() {
        List<Request> all = asked("grant pull payments/api sales ci-deployer,nightly-build for 7d");
        bench.approves(DeskBench.AMIR, all.get(0));
        bench.work();
        assertThat(all)
                .allSatisfy(each -> assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.APPLIED));
        assertThat(bench.policy("payments/api")).contains("ci-deployer", "nightly-build");
    }

    @Test
    void oneWhosePolicyOthersChangedComesBackByItself() {
        List<Request> all = asked(BOTH);
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), FOREIGN);
        bench.approves(DeskBench.AMIR, all.get(0));
        bench.work();

        Request changed = bench.now(all.get(0));
        assertThat(changed.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(changed.revision().number()).isEqualTo(2);
        assertThat(bench.policy("payments/api")).doesNotContain("ci-deployer");
        assertThat(bench.now(all.get(1)).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(ownCard(changed).request().stage().state()).isEqualTo(RequestState.PENDING);

        bench.approves(DeskBench.AMIR, changed);
        bench.work();
        assertThat(bench.now(changed).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void whatFailedIsTriedAgainAlone() {
        List<Request> all = asked(BOTH);
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.deny());
        bench.approves(DeskBench.AMIR, all.get(0));
        bench.work();
        Request failed = all.stream()
                .map(bench::now)
                .filter(Request::mayBeTriedAgain)
                .findFirst()
                .orElseThrow();

        Answer answer = bench.staff()
                .desk()
                .wish(DeskBench.asker(DeskBench.RITA), failed.id().value(), Wish.TRY_AGAIN);
        bench.work();

        assertThat(bench.now(((Answer.Filed) answer).request()).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.policy("payments/api")).contains("ci-deployer");
        assertThat(bench.policy("payments/worker")).contains("ci-deployer");
    }

    @Test
    void denyingIsForAllOfItAndToldOnce() {
        List<Request> all = asked(BOTH);
        bench.denies(DeskBench.OLGA, all.get(0));
        bench.deliver();
        bench.staff()
                .desk()
                .written(DeskBench.asker(DeskBench.OLGA), all.get(0).id().value(), Counter.Writing.REASON, "not now");
        bench.deliver();

        assertThat(all)
                .allSatisfy(each -> assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.DENIED));
        assertThat(notes()).hasSize(2);
        assertThat(bench.mailbox.of(Message.Card.class)).isEmpty();
        assertThat(commonCards()
                        .get(commonCards().size() - 1)
                        .members()
                        .get(0)
                        .stage()
                        .decision())
                .hasValueSatisfying(decision -> assertThat(decision.reason()).contains("not now"));
        refused(bench.approves(DeskBench.AMIR, all.get(0)), Code.REQUEST_DECIDED);
    }

    @Test
    void cancellingOneOfThemTakesAllOfItBack() {
        List<Request> all = asked(BOTH);
        refused(bench.types(DeskBench.BEN, "cancel " + all.get(1).id()), Code.CANCEL_REFUSED);
        assertThat(bench.types(DeskBench.RITA, "cancel " + all.get(1).id())).isInstanceOf(Answer.Cancelled.class);
        assertThat(all)
                .allSatisfy(each -> assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.CANCELLED));
    }

    @Test
    void lettingGoOfItIsToldOnceAndRemindersGoOutOnce() {
        List<Request> all = asked(BOTH);
        bench.clock.advance(Duration.ofMinutes(16));
        bench.sweep();
        bench.deliver();
        assertThat(bench.mailbox.of(Message.Reminder.class)).hasSize(1);
        bench.clock.advance(Duration.ofDays(30));
        bench.sweep();
        bench.deliver();
        assertThat(all)
                .allSatisfy(each -> assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.EXPIRED));
        assertThat(notes()).hasSize(2);
    }

    @Test
    void anApproverWhoLeftDoesNotCountForAnyOfIt() {
        bench.people.group("S0OWNERS", DeskBench.OLGA);
        List<Request> all = asked("grant pull web/frontend sales ci-deployer,nightly-build for 7d");
        bench.approves(DeskBench.AMIR, all.get(0));
        refused(bench.approves(DeskBench.AMIR, all.get(1)), Code.APPROVED_ALREADY);
        bench.people.is(DeskBench.AMIR, Standing.DEACTIVATED);
        bench.approves(DeskBench.OLGA, all.get(0));
        assertThat(all)
                .allSatisfy(each -> assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.PENDING));
        bench.people.is(DeskBench.AMIR, Standing.MEMBER);
        bench.approves(DeskBench.AMIR, all.get(0));
        bench.work();
        assertThat(all)
                .allSatisfy(each -> assertThat(bench.now(each).stage().state()).isEqualTo(RequestState.APPLIED));
    }

    @Test
    void whatIsThereOrWaitsIsLeftOutAndSaid() {
        bench.applied("grant pull payments/api sales ci-deployer for 7d");
        bench.asks(DeskBench.RITA, "grant pull payments/worker sales ci-deployer for 7d");
        Answer answer = bench.types(
                DeskBench.RITA,
                "grant pull payments/api,payments/worker sales ci-deployer,nightly-build for 7d because x");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Filed.class,
                        filed -> assertThat(filed.beside()).contains("payments/worker", "waits already"));
    }

    @Test
    void underDifferentRulesNothingIsAskedForAndTheSplitIsSaid() {
        Problem problem = bench.refused("grant pull payments/api,web/frontend sales ci-deployer for 7d");
        assertThat(problem.code()).isEqualTo(Code.SEVERAL_RULES);
        assertThat(problem.next()).contains("payments/api for", "(rule payments); web/frontend for", "(rule two-keys)");
        assertThat(bench.ledger.<Long>transact(books -> books.requests().waitingOf(DeskBench.RITA)))
                .isZero();
    }

    @Test
    void itStandsOnceOnTheHomeTabOfWhoeverDecides() {
        List<Request> all = asked(BOTH);
        assertThat(bench.staff().desk().home(DeskBench.asker(DeskBench.AMIR)))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(((HomePage) found.finding()).waiting())
                                .singleElement()
                                .satisfies(entry -> {
                                    assertThat(entry.request().id())
                                            .isEqualTo(all.get(0).id());
                                    assertThat(entry.together()).isEqualTo(2);
                                    assertThat(entry.card()).isPresent();
                                }));
    }

    @Test
    void itCountsAsOneOfWhatMayWait() {
        asked(BOTH);
        assertThat(bench.ledger.<Long>transact(books -> books.requests().waitingOf(DeskBench.RITA)))
                .isOne();
    }

    private List<BundleCard> commonCards() {
        return bench.mailbox.of(BundleCard.class);
    }

    private List<Message.Private> notes() {
        return bench.mailbox.of(Message.Private.class).stream()
                .filter(message -> message.note() instanceof Note.Together)
                .toList();
    }

    private Message.Card ownCard(Request request) {
        return bench.mailbox.of(Message.Card.class).stream()
                .filter(card -> card.request().id().equals(request.id()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private List<Request> asked(String typed) {
        return asked(bench, typed);
    }

    private static List<Request> asked(DeskBench bench, String typed) {
        Request lead = bench.asks(DeskBench.RITA, typed);
        return bench.ledger.transact(books ->
                books.bundles().of(lead.id()).map(bundle -> bundle.all(books)).orElseThrow());
    }

    private static void refused(Answer answer, Code code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
