package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.WhoseRequests;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.HeldAlready;
import dev.ecrbot.desk.counter.Search;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SentenceProblems;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.answer.FindingMessage;
import dev.ecrbot.slack.answer.StatusText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerMessageTest {
    private static final AnswerMessage WORDS = new AnswerMessage(
            card -> Optional.of("https://x.slack.com/archives/C/p1"),
            Samples.NAMING,
            new FindingMessage(card -> Optional.empty(), Samples.NAMING)::render,
            status -> new StatusText(status, Samples.NAMING).render());
    private static final LoginSnippet SNIPPET =
            LoginSnippet.of(Samples.REPOSITORY, StandardAccess.PULL, Optional.of("1.4.2"));

    private static String shown(Answer answer) {
        return Accepted.of(WORDS.render(answer).orElseThrow()).shown();
    }

    private static Holding holding(Principal principal, Access access, boolean allow, boolean ours) {
        return new Holding(
                principal,
                new TreeSet<>(access.actions()),
                allow,
                false,
                ours ? Optional.of(Samples.WEEK) : Optional.empty(),
                Optional.of("by hand"),
                0,
                ours);
    }

    @Test
    void tellsAProblemWithWhatToDoNext() {
        assertThat(shown(new Answer.Refused(Samples.PROBLEM)))
                .isEqualTo("AWS doesn't know the role ci-deployer in account sales, so nothing was changed.\n"
                        + "Check the role's name and ask again.");
    }

    @Test
    void offersTheFormBelowAnAskThatLacksSomething() {
        String ask = "/ecr grant pull payments/api sales";
        assertThat(buttons(SentenceProblems.accountMissing(ask))).containsExactly(Ids.NEW);
        assertThat(buttons(SentenceProblems.severalWays(List.of("grant pull a/b sales", "grant pull b/c sales"))))
                .containsExactly(Ids.NEW);
        assertThat(buttons(SentenceProblems.unclearWord("don't", ask, "/ecr revoke all payments/api sales")))
                .isEmpty();
        assertThat(buttons(SentenceProblems.accountMissing("/ecr revoke all payments/api sales")))
                .isEmpty();
    }

    private static List<String> buttons(Problem problem) {
        return Accepted.of(WORDS.render(new Answer.Refused(problem)).orElseThrow())
                .buttons();
    }

    @Test
    void leavesAFiledRequestToTheOutbox() {
        assertThat(WORDS.render(new Answer.Filed(Samples.request()))).isEmpty();
    }

    @Test
    void pointsToTheCardThatWaitsAlready() {
        assertThat(shown(new Answer.WaitingAlready(Samples.request(), Optional.of(Samples.card()), false)))
                .startsWith("The same request is already waiting, as req-7k2m9xqa: pull on payments/api")
                .contains("See its card")
                .contains("Who decides: <!subteam^S0OWNERS>");
    }

    @Test
    void givesTheSnippetWhereNothingIsToBeChanged() {
        assertThat(shown(new Answer.NothingToChange(
                        "It has pull already.",
                        Optional.of(new HeldAlready(
                                Samples.request().change().edit().principal(),
                                SNIPPET,
                                List.of(new Covering(Samples.ID, Samples.AMIR, Optional.of(Samples.WEEK))),
                                Optional.empty())))))
                .contains("It has pull already.", "Nothing was changed", "docker pull")
                .contains("It was given by request req-7k2m9xqa of", "until")
                .contains("On your own side", "ecr:GetAuthorizationToken");
        assertThat(shown(new Answer.Login(SNIPPET, Optional.empty())))
                .startsWith("How to log in to payments/api")
                .contains("docker pull");
    }

    @Test
    void whatAWordStoodForOnceIsShownWithItsActions() {
        var five = new Access(
                "push-only",
                StandardAccess.PUSH_ONLY.actions().stream()
                        .filter(action -> !action.equals("ecr:BatchGetImage"))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        Grant grant = Samples.grant();
        var given = new Grant(
                grant.id(),
                grant.registry(),
                grant.target(),
                grant.principal(),
                five,
                grant.requester(),
                grant.since(),
                grant.until(),
                grant.state(),
                grant.ended());
        var line = new StatusLine(holding(Samples.CI, five, true, true), List.of(given));
        assertThat(shown(Samples.status(List.of(line), List.of(), List.of())))
                .contains("push-only (BatchCheckLayerAvailability, InitiateLayerUpload, UploadLayerPart, "
                        + "CompleteLayerUpload, PutImage), by ecr-bot (req-7k2m9xqa)");
    }

    @Test
    void listsRequests() {
        Request request = Samples.as(Samples.request(), RequestState.DENIED);
        assertThat(shown(list(WhoseRequests.MINE, 1, 1, request)))
                .isEqualTo(
                        "Your requests, newest first\nreq-7k2m9xqa pull on payments/api for role ci-deployer in sales"
                                + " (222222222222): Denied, 2026-11-22 10:00 UTC card");
        assertThat(shown(list(WhoseRequests.PENDING, 1, 1, Samples.request())))
                .startsWith("Requests that wait for a decision, oldest first")
                .contains("asked by <@U0REQUESTER>");
        assertThat(shown(list(WhoseRequests.MINE, 1, 0))).contains("/ecr help grant");
        assertThat(shown(new Answer.RequestList(
                        WhoseRequests.MINE,
                        Optional.of(new Search("web", 52_000)),
                        List.of(),
                        List.of(),
                        new Paging("requests mine web", 1, 0))))
                .contains("None of your requests has “web” in it. 52,000 older ones were not searched;");
        assertThat(shown(new Answer.RequestList(
                        WhoseRequests.MINE,
                        Optional.of(new Search("web", 1_000, true)),
                        List.of(),
                        List.of(),
                        new Paging("requests mine web", 1, 0))))
                .contains("None of your requests has “web” in it. More than 1,000 older ones were not searched;");
    }

    @Test
    void aListTooLongToCountGoesOn() {
        assertThat(longList(2))
                .contains("Page 2, more than 1,000 in all; what comes after those is from “page 101” on.");
        assertThat(longList(100)).contains("Page 100, more than 1,000 in all;", "Next");
        assertThat(longList(120)).contains("Page 120, more than 1,200 in all;", "“page 121” on.", "Next");
    }

    private static String longList(int page) {
        return shown(new Answer.RequestList(
                WhoseRequests.ALL,
                Optional.empty(),
                List.of(Samples.request()),
                List.of(Optional.empty()),
                Map.of(),
                Paging.counted("requests all", page, most -> Math.min(most, 53_000))));
    }

    @Test
    void whatEndsIsToldWithItsEnd() {
        Request request = Samples.as(Samples.request(), RequestState.APPLIED);
        assertThat(shown(new Answer.RequestList(
                        WhoseRequests.ENDING,
                        Optional.empty(),
                        List.of(request),
                        List.of(Optional.empty()),
                        Map.of(request.id(), Samples.WEEK),
                        new Paging("requests ending", 1, 1))))
                .isEqualTo(
                        "What ecr-bot gave and ends within seven days, soonest first\nreq-7k2m9xqa pull on payments/api"
                                + " for role ci-deployer in sales (222222222222): Applied, asked by <@U0REQUESTER>,"
                                + " until 2026-11-29 10:00 UTC, asked for 2026-11-22 10:00 UTC");
        assertThat(shown(list(WhoseRequests.ENDING, 1, 0)))
                .isEqualTo("Nothing that ecr-bot gave ends within seven days.");
    }

    @Test
    void leadsToTheOtherPagesOfAList() {
        assertThat(shown(list(WhoseRequests.ALL, 2, 42, Samples.request()))).contains("Page 2 of 5, 42 in all.");
        assertThat(buttons(list(WhoseRequests.ALL, 2, 42, Samples.request())))
                .containsExactly("requests all", "requests all page 3");
        assertThat(buttons(list(WhoseRequests.ALL, 1, 42, Samples.request()))).containsExactly("requests all page 2");
        assertThat(buttons(list(WhoseRequests.ALL, 5, 42, Samples.request()))).containsExactly("requests all page 4");
        assertThat(buttons(list(WhoseRequests.ALL, 9, 42))).containsExactly("requests all page 5");
        assertThat(buttons(list(WhoseRequests.ALL, 1, 10, Samples.request()))).isEmpty();
    }

    private static Answer list(WhoseRequests scope, int page, long total, Request... requests) {
        return new Answer.RequestList(
                scope,
                Optional.empty(),
                List.of(requests),
                List.of(requests).stream()
                        .map(request -> Optional.of(Samples.card()))
                        .toList(),
                new Paging("requests " + scope.words(), page, total));
    }

    private static List<String> buttons(Answer answer) {
        return Accepted.of(WORDS.render(answer).orElseThrow()).blocks().findParents("action_id").stream()
                .map(button -> button.path("value").asText())
                .toList();
    }

    @Test
    void confirmsDecisions() {
        assertThat(WORDS.render(new Answer.Approved(Samples.as(Samples.request(), RequestState.APPROVED), 1)))
                .as("the card says so, and goes on saying what is true")
                .isEmpty();
        assertThat(shown(new Answer.Approved(Samples.request(), 1)))
                .isEqualTo("req-7k2m9xqa has your approval: 1 of 1.");
        assertThat(shown(new Answer.Cancelled(Samples.request(), Optional.empty())))
                .isEqualTo("req-7k2m9xqa is cancelled. Nothing was changed.");
        assertThat(shown(new Answer.Ending(Samples.request(), false))).contains("is being ended");
        assertThat(shown(new Answer.Ending(Samples.request(), true)))
                .contains("nothing is taken away: another grant still gives the same access");
        Accepted denied =
                Accepted.of(WORDS.render(new Answer.Denied(Samples.request())).orElseThrow());
        assertThat(denied.shown()).startsWith("You denied req-7k2m9xqa.");
        assertThat(denied.buttons()).containsExactly("denial.reason");
    }
}
