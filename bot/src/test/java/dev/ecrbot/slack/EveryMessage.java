package dev.ecrbot.slack;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Manner;
import dev.ecrbot.command.PrincipalRef;
import dev.ecrbot.command.Scope;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.help.HelpPage;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.GrantSteps;
import dev.ecrbot.desk.counter.HeldAlready;
import dev.ecrbot.desk.counter.Offer;
import dev.ecrbot.desk.counter.Search;
import dev.ecrbot.desk.counter.StatusExtras;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.counter.Takeable;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.Birth;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.CommentNote;
import dev.ecrbot.desk.tell.Commented;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Escalated;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.lint.Finding;
import dev.ecrbot.policy.lint.Kind;
import dev.ecrbot.policy.lint.Severity;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

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
        for (Note note : notes(text)) {
            var told = new Message.Private(about(note, text), Samples.RITA, Optional.empty(), note);
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
        answers(text)
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

    private static Request about(Note note, String text) {
        if (note instanceof Note.Undid) {
            return hostileUndo(text);
        }
        return request(text, note instanceof Note.Failed ? RequestState.FAILED : RequestState.DENIED);
    }

    /** Returns one of each kind. */
    static List<Note> notes(String text) {
        return List.of(
                new Note.Asked(),
                new Note.Revised(new RevisionCause(true, Set.of())),
                new Note.Revised(new RevisionCause(false, EnumSet.allOf(Plan.Aspect.class))),
                new Note.Granted(
                        held(text), LoginSnippet.of(Samples.REPOSITORY, StandardAccess.PUSH, Optional.empty())),
                new Note.Revoked(new Claim.Taken(Samples.REPOSITORY, principal(text), Optional.empty(), Samples.WEEK)),
                new Note.Denied(),
                new Note.DenialReason(text),
                new CommentNote(Samples.AMIR, text),
                new GrantNote.StillThere(text),
                new Note.Extended(held(text)),
                new Note.Belated(),
                new Note.Shortened(Samples.AMIR),
                new Note.HandedOn(Samples.AMIR),
                new GrantNote.Expiring(held(text)),
                new GrantNote.ExpiringTogether(endings(text, 60)),
                new GrantNote.Hindered(held(text), text),
                new GrantNote.RevokedBy(request(text, RequestState.APPLIED)),
                new GrantNote.ExtendedBy(held(text), request(text, RequestState.APPLIED)),
                new GrantNote.Missing(text, Grant.Reason.FOUND_MISSING),
                new GrantNote.Missing(text, Grant.Reason.PRINCIPAL_DELETED),
                new Note.Undone(hostileUndo(text)),
                new GrantNote.Restored(held(text), hostileUndo(text)),
                new Note.Expired(text),
                new GrantNote.EndedEarly(new EarlyEnd(Samples.AMIR, false, Optional.empty())),
                new Note.Undid(),
                new Note.Together(List.of(request(text, RequestState.PENDING), request(text, RequestState.PENDING))),
                new Note.Failed());
    }

    /** Returns grants that end soon, each with an id of its own. */
    static List<GrantNote.ExpiringTogether.Ending> endings(String text, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> new GrantNote.ExpiringTogether.Ending(
                        new GrantId(new RequestId("req-" + (10_000_000 + number))), held(text)))
                .toList();
    }

    private static Claim.Held held(String text) {
        var owned = new Owned(principal(text), StandardAccess.PUSH, Optional.of(Samples.WEEK));
        return new Claim.Held(Samples.REPOSITORY, owned, true, Optional.of(Samples.WEEK));
    }

    /** An undo about somebody with such a name. */
    private static Request hostileUndo(String text) {
        return Samples.undo(new Edit.Revoke(principal(text), Optional.empty()));
    }

    /** Returns some of each kind. */
    static List<Answer> answers(String text) {
        Request request = request(text, RequestState.PENDING);
        var snippet = LoginSnippet.of(Samples.REPOSITORY, StandardAccess.READ, Optional.of("1.4.2"));
        var holding = new Holding(
                principal(text),
                new TreeSet<>(List.of("ecr:" + text)),
                false,
                true,
                Optional.of(Samples.WEEK),
                Optional.of(text),
                0,
                false);
        var condition = new Condition("StringEquals", text, List.of(text, text));
        var line = new StatusLine(holding, List.of(), false, List.of(condition));
        return List.of(
                new Answer.Refused(problem(text)),
                new Answer.Guessed(
                        Samples.RITA,
                        new Command.Grant(
                                StandardAccess.PULL,
                                new TargetRef("central", Samples.REPOSITORY),
                                new PrincipalRef(new Principal.Account(Partition.AWS, Samples.SALES)),
                                new Until.None(),
                                Optional.empty(),
                                Manner.IF_LACKING),
                        new Line("grant pull payments/api sales because " + text),
                        Optional.of(problem(text))),
                new Answer.Filed(request),
                new Answer.WaitingAlready(request, Optional.of(Samples.card()), true),
                new Answer.Cancelled(request, Optional.of(Samples.AMIR)),
                new Answer.NothingToChange(
                        text,
                        Optional.of(new HeldAlready(
                                Samples.request().change().edit().principal(),
                                snippet,
                                List.of(new Covering(request.id(), Samples.RITA, Optional.of(Samples.WEEK))),
                                Optional.of(new Offer(Samples.RITA, new Line(text)))))),
                new Answer.NothingToChange(text, Optional.empty()),
                Samples.status(
                        Collections.nCopies(100, line),
                        Collections.nCopies(20, text),
                        Collections.nCopies(30, request)),
                changeable(text, holding),
                new Answer.RequestList(
                        Scope.ALL,
                        Optional.of(new Search(text, 1_000_000)),
                        Collections.nCopies(10, request),
                        Collections.nCopies(10, Optional.of(Samples.card())),
                        new Paging("requests all " + text, 2, 1_000_000)),
                new Answer.RequestList(
                        Scope.ENDING,
                        Optional.of(new Search(text, 0)),
                        Collections.nCopies(10, request),
                        Collections.nCopies(10, Optional.of(Samples.card())),
                        Map.of(request.id(), Samples.WEEK),
                        new Paging("requests ending " + text, 2, 10_000)),
                new Answer.RequestList(
                        Scope.PENDING,
                        Optional.of(new Search(text, 1_000_000)),
                        List.of(),
                        List.of(),
                        new Paging(text, 9, 3)),
                new Answer.Cancelled(request, Optional.empty()),
                new Answer.Ending(request, true),
                new Answer.Shortened(request),
                new Answer.FieldWanted(request),
                new Answer.Login(snippet, Optional.empty()),
                new Answer.Login(snippet, Optional.of(LoginTool.KUBERNETES)),
                new Answer.Found(EveryFinding.all(text).get(0)),
                new Answer.Help(new HelpPage(
                        text,
                        text,
                        Collections.nCopies(20, new HelpPage.Example(text, text)),
                        List.of(new HelpPage.Term(text, text)))),
                new Answer.Approved(request, 1),
                new Answer.Denied(request),
                new Answer.PassedOn(request, true),
                new Answer.PassedOn(request, false),
                new Answer.Unheard());
    }

    /** A status with more wrong with it, and more that its reader may change, than fits. */
    private static Answer.Status changeable(String text, Holding holding) {
        List<Grant> grants = IntStream.range(0, 12)
                .mapToObj(i -> new Grant(
                        new GrantId(RequestId.parse("req-aaaaaa" + (10 + i)).orElseThrow()),
                        "central",
                        Samples.REPOSITORY,
                        principal(text),
                        StandardAccess.PULL,
                        Samples.RITA,
                        Samples.WEEK.minusSeconds(60),
                        Optional.of(Samples.WEEK).filter(end -> i % 2 == 0),
                        Grant.State.ACTIVE,
                        Optional.empty()))
                .toList();
        return Samples.status(List.of(new StatusLine(holding, grants)), List.of(text), List.of())
                .told(new StatusExtras(
                        new StatusExtras.View(Optional.empty(), text, 1),
                        Optional.of(new Age(Samples.WEEK, text)),
                        Collections.nCopies(
                                12,
                                new Birth(
                                        text,
                                        new TreeSet<>(Set.of("CREATE_ON_PUSH", text)),
                                        Collections.nCopies(20, holding))),
                        new Copies(
                                Collections.nCopies(12, Samples.REPOSITORY),
                                Collections.nCopies(12, Samples.REPOSITORY)),
                        Optional.of(Samples.WEEK),
                        Collections.nCopies(
                                12,
                                new Finding(
                                        Severity.WARNING,
                                        Kind.ALL_ACTIONS,
                                        Optional.of(0),
                                        Optional.of(text),
                                        text,
                                        text,
                                        "")),
                        grants.stream()
                                .map(grant -> new GrantSteps(grant, true, true, true))
                                .toList(),
                        Collections.nCopies(9, new Takeable(principal(text), StandardAccess.PULL, new Line(text)))));
    }

    private static Problem problem(String text) {
        return new Problem(Code.COMMAND_MALFORMED, "No command: " + text, "Type " + text);
    }

    private static Principal principal(String text) {
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
