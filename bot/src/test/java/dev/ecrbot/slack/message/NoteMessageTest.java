package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.note.NoteMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoteMessageTest {

    private static Request decided(Request request, Decision decision) {
        Stage stage = request.stage();
        return new Request(
                request.id(),
                request.version(),
                request.change(),
                request.ask(),
                request.createdAt(),
                request.revision(),
                new Stage(stage.state(), stage.changedAt(), Optional.of(decision), stage.problem(), stage.proof()));
    }

    private static String shown(Request request, Note note) {
        var message = new Message.Private(request, Samples.RITA, Optional.of(Samples.card()), note);
        return Accepted.of(new NoteMessage(message, Optional.of("https://x.slack.com/archives/C/p1"), Samples.NAMING)
                        .render())
                .shown();
    }

    @Test
    void tellsWhoDecidesAndWhatToDo() {
        assertThat(shown(Samples.request(), new Note.Asked()))
                .startsWith("You asked for pull on payments/api for role ci-deployer in sales (222222222222): request"
                        + " req-7k2m9xqa. See its card\n")
                .contains("Who decides: <!subteam^S0OWNERS>, <@U0APPROVER1>.")
                .contains("direct message as soon as it is in effect")
                .doesNotContain("/ecr cancel");
    }

    @Test
    void handsOverEverythingThatIsNeededToUseTheAccess() {
        var snippet = LoginSnippet.of(Samples.REPOSITORY, StandardAccess.PULL, Optional.of("1.4.2"));
        assertThat(shown(Samples.request(), new Note.Granted(Samples.held(), snippet)))
                .startsWith(
                        "You have it: pull on payments/api for role ci-deployer in sales (222222222222) is in effect,"
                                + " as of 2026-11-22 10:00 UTC, until 2026-11-29 10:00 UTC. If it ends sooner, you'll get a"
                                + " message.")
                .contains("aws ecr get-login-password --region us-west-2 | docker login --username AWS --password-stdin"
                        + " 111111111111.dkr.ecr.us-west-2.amazonaws.com")
                .contains("(Get-ECRLoginCommand -Region us-west-2).Password | docker login")
                .contains("docker pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1.4.2")
                .contains("12 hours")
                .contains("also needs this policy in its own account")
                .contains("\"Action\": \"ecr:GetAuthorizationToken\"");
    }

    @Test
    void tellsOfALaterEndAndOfASoonerOne() {
        var plan = Samples.request().revision().plan();
        var extend = new Edit.Extend(Samples.CI, StandardAccess.PULL, Samples.NOW, Optional.of(Samples.WEEK));
        Request extension = Samples.request(plan, extend, Samples.ask(Optional.empty(), 1, false));
        assertThat(shown(extension, new Note.Extended(Samples.held())))
                .contains(
                        "It lasts longer: pull on payments/api",
                        "has another end, as of 2026-11-22 10:00 UTC: it ends 2026-11-29 10:00 UTC.");
        assertThat(shown(Samples.request(), new Note.Shortened(Samples.AMIR)))
                .contains("shortened the end", "until 2026-11-29 10:00 UTC");
    }

    @Test
    void tellsOfAnUndoToThoseWhoAskedForItMadeItAndHoldTheGrant() {
        Request undo = Samples.undo(new Edit.Revoke(Samples.CI, Optional.of(StandardAccess.PULL)));
        assertThat(shown(undo, new Note.Undid()))
                .startsWith(
                        "Done: req-3f8d1c0b is undone: what it had taken away on payments/api was given back to role"
                                + " ci-deployer in sales (222222222222). That was read back from AWS (req-7k2m9xqa).");
        assertThat(shown(Samples.request(), new Note.Undone(undo)))
                .contains(
                        "<@U0REQUESTER> had your request req-7k2m9xqa undone by req-7k2m9xqa: what it had taken away on")
                .contains("Should it be gone all the same? Talk to them, or ask for a revocation.");
        assertThat(shown(Samples.request(), new GrantNote.Restored(Samples.held(), undo)))
                .contains("You have it again: pull on payments/api", "until 2026-11-29 10:00 UTC. <@U0REQUESTER> had")
                .contains("req-3f8d1c0b undone by req-7k2m9xqa.");
        Request sooner =
                Samples.undo(new Edit.Extend(Samples.CI, StandardAccess.PULL, Samples.NOW, Optional.of(Samples.WEEK)));
        assertThat(shown(Samples.request(), new GrantNote.Restored(Samples.held(), sooner)))
                .contains("It ends sooner again: pull on payments/api", ", 2026-11-29 10:00 UTC.");
        assertThat(shown(sooner, new Note.Undid()))
                .contains("pull on payments/api for role ci-deployer in sales (222222222222) has its old end again.");
        Request taken = Samples.undo(new Edit.Grant(Samples.CI, StandardAccess.PULL, Optional.of(Samples.WEEK)));
        assertThat(shown(Samples.request(), new Note.Undone(taken)))
                .contains("pull on payments/api was taken away from role ci-deployer", "Still needed? Talk to them");
    }

    @Test
    void warnsTheHolderWithTwoButtons() {
        var told = new Message.Private(
                Samples.request(), Samples.RITA, Optional.empty(), new GrantNote.Expiring(Samples.held()));
        Accepted warning = Accepted.of(new NoteMessage(told, Optional.empty(), Samples.NAMING).render());
        assertThat(warning.shown()).contains("It ends soon: pull on payments/api", "2026-11-29 10:00 UTC");
        assertThat(warning.buttons()).containsExactly("grant.extend", "grant.end");
        assertThat(warning.message().text()).contains("<!date^" + Samples.WEEK.getEpochSecond() + "^");
    }

    @Test
    void tellsTheHolderWhoEndedItAndWhatStays() {
        var by = new PersonId("T0HOME", "U0APPROVER1");
        Optional<RequestId> ending = RequestId.parse("req-4nd1ng00");
        assertThat(shown(Samples.request(), new GrantNote.EndedEarly(new EarlyEnd(by, false, ending))))
                .contains("Ended before its time by", "U0APPROVER1", "A mistake? Ask for it back: undo req-4nd1ng00.")
                .doesNotContain("another grant");
        assertThat(shown(Samples.request(), new GrantNote.EndedEarly(new EarlyEnd(by, true, ending))))
                .contains("Nothing was taken away, since another grant still gives it.")
                .doesNotContain("undo");
        assertThat(shown(Samples.request(), new GrantNote.StillThere("AWS throttles <!channel>.")))
                .contains(
                        "Not ended",
                        "AWS throttles",
                        "/ecr end " + Samples.request().id());
    }

    @Test
    void tellsTheHolderThatOthersTookItOutAndHowToAskAgain() {
        assertThat(shown(
                        Samples.request(),
                        new GrantNote.Missing("grant pull payments/api sales ci-deployer", Grant.Reason.FOUND_MISSING)))
                .startsWith("Gone: pull on payments/api for role ci-deployer in sales (222222222222) (req-7k2m9xqa).")
                .contains("ecr-bot doesn't put it back by itself.")
                .contains("/ecr grant pull payments/api sales ci-deployer");
    }

    @Test
    void tellsThatAwsTookItAfterAll() {
        assertThat(shown(Samples.as(Samples.request(), RequestState.APPLIED), new Note.Belated()))
                .startsWith("AWS has applied the write of req-7k2m9xqa after all, later than expected: pull on")
                .contains("The earlier message that it failed is out of date.", "/ecr requests mine");
    }

    @Test
    void leavesTheDeniersReasonToItsOwnMessage() {
        Request denied = Samples.as(Samples.request(), RequestState.DENIED);
        Decision silent = denied.stage().decision().orElseThrow();
        Request reasoned = decided(denied, new Decision(silent.by(), silent.at(), Optional.of("use read")));
        assertThat(shown(reasoned, new Note.Denied())).isEqualTo(shown(denied, new Note.Denied()));
    }

    @Test
    void tellsWhatBecameOfIt() {
        Request denied = Samples.as(Samples.request(), RequestState.DENIED);
        assertThat(shown(denied, new Note.Denied()))
                .startsWith("Your request req-7k2m9xqa was denied by <@U0APPROVER1>: pull on payments/api")
                .contains("Nothing was changed.")
                .contains("Ask them what would be right, and ask again.");
        assertThat(shown(denied, new Note.DenialReason("ask for read")))
                .contains("why your request req-7k2m9xqa was denied")
                .contains("Reason: “ask for read”");
        assertThat(shown(Samples.as(Samples.request(), RequestState.EXPIRED), new Note.Expired("grant pull x sales")))
                .startsWith("Nobody decided on your request req-7k2m9xqa in time, so it expired: pull on payments/api")
                .contains("Ask again:", "/ecr grant pull x sales");
        assertThat(shown(Samples.as(Samples.request(), RequestState.FAILED), new Note.Failed()))
                .contains("req-7k2m9xqa failed")
                .contains("AWS doesn't know the role")
                .contains("Check the role's name and ask again.")
                .doesNotContain("Code:");
        assertThat(shown(Samples.request(), new Note.Revised(new RevisionCause(true, Set.of()))))
                .contains(
                        "Somebody else changed the policy meanwhile. req-7k2m9xqa wasn't applied: nothing was written");
        assertThat(shown(Samples.request(), new Note.Revised(new RevisionCause(false, Set.of(Plan.Aspect.EFFECTS)))))
                .contains(
                        "Nobody else changed the policy, but the access that would be given or taken is no longer as shown. req-");
        var revoke = new Edit.Revoke(Samples.CI, Optional.empty());
        Request revoked =
                Samples.request(Samples.request().revision().plan(), revoke, Samples.ask(Optional.empty(), 1, false));
        assertThat(shown(
                        revoked,
                        new Note.Revoked(
                                new Claim.Taken(Samples.REPOSITORY, Samples.CI, Optional.empty(), Samples.NOW))))
                .startsWith("Done: all access on payments/api was taken away from role ci-deployer in sales"
                        + " (222222222222), and that was read back from AWS (req-7k2m9xqa).");
    }

    @Test
    void hasAButtonForWhatComesNext() {
        Request waiting = Samples.request();
        assertThat(buttons(waiting, new Note.Asked()))
                .containsExactly("request.cancel req-7k2m9xqa", "request.comment req-7k2m9xqa");
        assertThat(buttons(waiting, new Note.Shortened(Samples.AMIR)))
                .containsExactly("request.cancel req-7k2m9xqa", "request.comment req-7k2m9xqa");
        assertThat(buttons(waiting, new Note.HandedOn(Samples.AMIR)))
                .containsExactly("request.cancel req-7k2m9xqa", "request.comment req-7k2m9xqa");
        var snippet = LoginSnippet.of(Samples.REPOSITORY, StandardAccess.PULL, Optional.empty());
        assertThat(buttons(Samples.as(waiting, RequestState.APPLIED), new Note.Granted(Samples.held(), snippet)))
                .containsExactly("grant.extend req-7k2m9xqa", "grant.end req-7k2m9xqa");
        assertThat(buttons(Samples.as(waiting, RequestState.DENIED), new Note.Denied()))
                .containsExactly("request.again req-7k2m9xqa");
        assertThat(buttons(Samples.as(waiting, RequestState.EXPIRED), new Note.Expired("grant pull x sales")))
                .containsExactly("request.again req-7k2m9xqa");
        assertThat(buttons(Samples.as(waiting, RequestState.FAILED), new Note.Failed()))
                .containsExactly("request.retry req-7k2m9xqa", "request.again req-7k2m9xqa");
        var early = new EarlyEnd(Samples.AMIR, false, RequestId.parse("req-4nd1ng00"));
        assertThat(buttons(waiting, new GrantNote.EndedEarly(early))).containsExactly("request.undo req-4nd1ng00");
    }

    @Test
    void tellsOfTwentyEndsWithTheirButtonsAndHowToSeeTheOthers() {
        var ends = new GrantNote.ExpiringTogether(IntStream.range(0, 60)
                .mapToObj(number -> new GrantNote.ExpiringTogether.Ending(
                        new GrantId(new RequestId("req-" + (10_000_000 + number))), Samples.held()))
                .toList());
        var message = new Message.Private(Samples.request(), Samples.RITA, Optional.empty(), ends);
        Accepted told = Accepted.of(new NoteMessage(message, Optional.empty(), Samples.NAMING).render());
        assertThat(told.shown())
                .contains("They end soon: 60 grants of yours", "20 of 60 are shown", "/ecr access @you", "Home tab");
        assertThat(told.buttons())
                .hasSize(40)
                .startsWith("grant.extend", "grant.end")
                .containsOnly("grant.extend", "grant.end");
    }

    @Test
    void anEndlessGrantIsEndedAndNotExtended() {
        var held = new Claim.Held(
                Samples.REPOSITORY,
                new Owned(Samples.CI, StandardAccess.PULL, Optional.empty()),
                false,
                Optional.of(Samples.NOW));
        var snippet = LoginSnippet.of(Samples.REPOSITORY, StandardAccess.PULL, Optional.empty());
        assertThat(buttons(Samples.as(Samples.request(), RequestState.APPLIED), new Note.Granted(held, snippet)))
                .containsExactly("grant.end req-7k2m9xqa");
        assertThat(Ids.until(Ids.until(Optional.<Instant>empty()))).isEmpty();
        assertThat(Ids.until(Ids.until(Samples.WEEK))).contains(Samples.WEEK);
        assertThat(Ids.until("until.x")).contains(Instant.EPOCH);
    }

    private static List<String> buttons(Request request, Note note) {
        var message = new Message.Private(request, Samples.RITA, Optional.empty(), note);
        return Accepted.of(new NoteMessage(message, Optional.empty(), Samples.NAMING).render())
                .blocks()
                .findParents("action_id")
                .stream()
                .map(button -> button.path("action_id").asText() + " "
                        + button.path("value").asText())
                .toList();
    }
}
