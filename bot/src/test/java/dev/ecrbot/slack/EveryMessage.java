package dev.ecrbot.slack;

import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Commented;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Escalated;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.slack.answer.EveryFinding;
import dev.ecrbot.slack.answer.FindingMessage;
import dev.ecrbot.slack.answer.StatusText;
import dev.ecrbot.slack.channel.AnnouncementText;
import dev.ecrbot.slack.channel.GlassBrokenText;
import dev.ecrbot.slack.channel.ThreadMessage;
import dev.ecrbot.slack.message.AnswerMessage;
import dev.ecrbot.slack.message.BundleCardMessage;
import dev.ecrbot.slack.message.CardMessage;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import dev.ecrbot.slack.message.UndoText;
import dev.ecrbot.slack.note.NoteMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Messages of every kind, with a text in them wherever one from outside can stand. */
public final class EveryMessage {
    private static final FindingMessage FINDINGS =
            new FindingMessage(card -> Optional.of("https://x.slack.com/archives/C/p1"), Samples.NAMING);

    private EveryMessage() {}

    private static Rendered announced(List<String> lines) {
        return new AnnouncementText(new Announcement("topic", "C0APPROVALS", lines, Set.of("S0OWNERS"))).render();
    }

    /** Returns them as they are sent. */
    public static List<Rendered> all(String text) {
        var messages = new ArrayList<Rendered>();
        EveryFinding.all(text).forEach(finding -> messages.add(FINDINGS.render(finding)));
        for (RequestState state : RequestState.values()) {
            Request request = request(text, state);
            messages.add(new CardMessage(
                            new Message.Card(request, Samples.approvedBy(Samples.AMIR), Optional.empty()),
                            Samples.NAMING)
                    .render());
        }
        messages.add(new CardMessage(
                        new Message.Card(
                                Samples.as(Samples.request(), RequestState.FAILED), List.of(), Optional.empty()),
                        Samples.NAMING)
                .render());
        messages.addAll(together(text));
        messages.add(announced(List.of(text)));
        messages.add(announced(Collections.nCopies(200, text)));
        for (Note note : EveryNote.notes(text)) {
            var told = new Message.Private(EveryNote.about(note, text), Samples.RITA, Optional.empty(), note);
            messages.add(new NoteMessage(told, Optional.of("https://x.slack.com/p1"), Samples.NAMING).render());
        }
        messages.add(new UndoText(Samples.NAMING)
                .undone(new Message.Undone(Samples.request(), hostileUndo(text), Samples.card())));
        messages.add(new CardMessage(new Message.Card(hostileUndo(text), List.of(), Optional.empty()), Samples.NAMING)
                .render());
        messages.add(new ThreadMessage(Samples.NAMING)
                .called(new Message.ApproversCalled(
                        request(text, RequestState.PENDING), Samples.card(), new RevisionCause(true, Set.of()))));
        messages.add(new CardMessage(broken(text), Samples.NAMING).render());
        messages.add(new GlassBrokenText(Samples.NAMING)
                .render(new GlassBroken(request(text, RequestState.APPROVED), "C0SECURITY")));
        messages.addAll(inThreads(text));
        EveryAnswer.answers(text)
                .forEach(answer -> new AnswerMessage(
                                card -> Optional.of("https://x.slack.com/archives/C/p1"),
                                Samples.NAMING,
                                FINDINGS::render,
                                status -> new StatusText(status, Samples.NAMING).render())
                        .render(answer)
                        .ifPresent(messages::add));
        return messages;
    }

    private static Message.Card broken(String text) {
        return new Message.Card(
                request(text, RequestState.APPLIED),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new CardHistory(
                        Optional.empty(),
                        List.of(),
                        RevisionCause.RULE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new CardHistory.Since(Optional.of(Samples.grant()), false, Optional.empty(), Optional.empty()),
                        Optional.of(new CardHistory.Glass(Instant.parse("2026-11-30T12:00:00Z"), Optional.empty())),
                        List.of(new Covering(Samples.ID, Samples.RITA, Optional.of(Samples.WEEK)))),
                Optional.empty());
    }

    /** What was asked for at once: waiting, and in each way over. */
    private static List<Rendered> together(String text) {
        var messages = new ArrayList<Rendered>();
        Request taken = Samples.revocation(new Edit.Revoke(principal(text), Optional.empty()), text);
        messages.add(new BundleCardMessage(
                        new BundleCard(Collections.nCopies(20, taken), List.of(), Optional.empty()), Samples.NAMING)
                .render());
        for (RequestState state : RequestState.values()) {
            List<Request> members = List.of(request(text, state), request(text, state));
            messages.add(new BundleCardMessage(
                            new BundleCard(members, Samples.approvedBy(Samples.AMIR), Optional.empty()), Samples.NAMING)
                    .render());
            var told = new Message.Private(members.get(0), Samples.RITA, Optional.empty(), new Note.Together(members));
            messages.add(new NoteMessage(told, Optional.of("https://x.slack.com/p1"), Samples.NAMING).render());
        }
        return messages;
    }

    private static List<Rendered> inThreads(String text) {
        var words = new ThreadMessage(Samples.NAMING);
        Request request = request(text, RequestState.PENDING);
        Grant grant = Samples.grant();
        var early = new EarlyEnd(Samples.AMIR, true, Optional.empty());
        return List.of(
                words.reminder(new Message.Reminder(
                        request, Samples.card(), new People(true, Set.of(), Set.of()), Samples.WEEK)),
                words.escalated(new Escalated(
                        request, Samples.card(), new People(false, Set.of("U0DEPUTY"), Set.of()), Samples.WEEK)),
                words.commented(new Commented(request, Samples.card(), Samples.AMIR, Optional.of(Samples.RITA), text)),
                words.ended(new Message.GrantEnded(request, grant, Optional.of(Samples.card()), Optional.of(early))),
                words.extended(new Message.GrantExtended(request, held(text), request, Optional.of(Samples.card()))),
                words.denied(new DenialExplained(request(text, RequestState.DENIED), Samples.card(), text)),
                words.endFails(new Message.EndFails(request, grant, Samples.card(), problem(text), 3)),
                new UndoText(Samples.NAMING)
                        .restored(new Message.GrantRestored(request, held(text), hostileUndo(text), Samples.card())));
    }

    static Claim.Held held(String text) {
        var owned = new Owned(principal(text), StandardAccess.PUSH, Optional.of(Samples.WEEK));
        return new Claim.Held(Samples.REPOSITORY, owned, true, Optional.of(Samples.WEEK));
    }

    /** An undo about somebody with such a name. */
    static Request hostileUndo(String text) {
        return Samples.undo(new Edit.Revoke(principal(text), Optional.empty()));
    }

    static Problem problem(String text) {
        return new Problem(Code.COMMAND_MALFORMED, "No command: " + text, "Type " + text);
    }

    static Principal principal(String text) {
        return new Principal.Other("Federated", text);
    }

    /** Returns a request in this state. */
    public static Request request(String text, RequestState state) {
        Request plain = Samples.as(Samples.request(), state);
        Ask ask = plain.ask().orElseThrow();
        Plan plan = plain.revision().plan();
        var effect = new Effect(
                principal(text), new TreeSet<>(List.of("ecr:" + text)), new TreeSet<>(), Optional.of(Samples.WEEK));
        var hostile = new Plan(
                plan.base(),
                plan.proposed(),
                List.of(effect),
                plan.diff(),
                plan.touchedForeign(),
                List.of(new Warning(Warning.Kind.SESSION, text)),
                plan.remaining());
        Stage stage = plain.stage();
        return new Request(
                plain.id(),
                plain.version(),
                plain.change(),
                Optional.of(new Ask(
                        ask.requester(),
                        ask.from(),
                        Optional.of(text),
                        text,
                        ask.channel(),
                        ask.approvers(),
                        ask.approvals(),
                        ask.endFromRule())),
                plain.createdAt(),
                new Revision(
                        plain.revision().number(), hostile, plain.revision().mark()),
                new Stage(
                        state,
                        stage.changedAt(),
                        stage.decision().map(d -> new Decision(d.by(), d.at(), Optional.of(text))),
                        stage.problem().map(p -> problem(text)),
                        stage.proof()));
    }
}
