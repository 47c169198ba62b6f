package dev.ecrbot.slack.web;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.CommentNote;
import dev.ecrbot.desk.tell.Commented;
import dev.ecrbot.desk.tell.DenialExplained;
import dev.ecrbot.desk.tell.Escalated;
import dev.ecrbot.desk.tell.GlassBroken;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.desk.tell.RecordLost;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planner;
import dev.ecrbot.problem.AwsProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One message of each kind, about a request that nobody made. */
final class Specimens {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");
    private static final PersonId ASKER = new PersonId("T0SAMPLE", "U0SAMPLE1");
    private static final PersonId DECIDER = new PersonId("T0SAMPLE", "U0SAMPLE2");
    private static final People APPROVERS = new People(false, Set.of(DECIDER.user()), Set.of());
    private static final AccessCatalogue ACCESSES = AccessCatalogue.standard();
    private static final Access PULL = ACCESSES.pulling();
    private static final RequestId ID = new RequestId("req-00000000");
    private static final RequestId OTHER = new RequestId("req-00000001");
    private static final Repository REPOSITORY = new Repository(
            new AccountId("111111111111"), new Region("us-west-2"), new RepositoryName("samples/repository"));
    private static final Principal ROLE =
            new Principal.Role(Partition.AWS, new AccountId("222222222222"), "/", "sample-role");
    private static final CardRef CARD = new CardRef("C0SAMPLE", "1700000000.000100", 1);
    private static final Problem PROBLEM = AwsProblems.sample();

    private final Map<RequestState, Request> requests = new EnumMap<>(RequestState.class);
    private final Request undo;
    private final Grant grant = new Grant(
            new GrantId(ID),
            "samples",
            REPOSITORY,
            ROLE,
            PULL,
            ASKER,
            NOW,
            Optional.of(WEEK),
            Grant.State.ACTIVE,
            Optional.empty());
    private final Claim.Held held = new Claim.Held(REPOSITORY, grant.owned(), false, Optional.of(NOW));

    private Specimens() {
        var edit = new Edit.Grant(ROLE, PULL, Optional.of(WEEK));
        var context = new PlanContext(ACCESSES, REPOSITORY, NOW, Map.of(), true, Set.of());
        Plan plan = (Plan) Planner.plan(PolicyDocument.empty(), edit, context);
        Request waiting = request(edit, plan, Optional.empty());
        for (RequestState state : RequestState.values()) {
            requests.put(state, as(waiting, state));
        }
        undo = request(edit.undo(plan), plan, Optional.of(ID));
    }

    /** Returns them. */
    static List<Message> all() {
        var all = new Specimens();
        return Stream.of(all.cards(), all.inThreads(), all.notes())
                .flatMap(List::stream)
                .toList();
    }

    private static Request request(Edit edit, Plan plan, Optional<RequestId> undone) {
        var ask = new Ask(
                ASKER,
                new Origin(CARD.channel(), Optional.empty()),
                Optional.of("a sample"),
                "samples",
                CARD.channel(),
                APPROVERS,
                1,
                false);
        var change = new Change("samples", REPOSITORY, edit, undone.map(GrantId::new), undone);
        return Request.begun(ID, change, Optional.of(ask), Revision.first(plan, 0), Stage.pending(NOW));
    }

    private static Request as(Request waiting, RequestState state) {
        boolean decided = state != RequestState.PENDING && state != RequestState.EXPIRED;
        return new Request(
                waiting.id(),
                waiting.version(),
                waiting.change(),
                waiting.ask(),
                waiting.createdAt(),
                waiting.revision(),
                new Stage(
                        state,
                        NOW,
                        Optional.of(new Decision(DECIDER, NOW, Optional.empty()))
                                .filter(decision -> decided),
                        Optional.of(PROBLEM).filter(problem -> state == RequestState.FAILED),
                        Optional.of(new Proof(NOW, "sample")).filter(proof -> state == RequestState.APPLIED)));
    }

    private Request in(RequestState state) {
        return Optional.ofNullable(requests.get(state)).orElseThrow();
    }

    private List<Message> cards() {
        var cards = new ArrayList<Message>();
        requests.values()
                .forEach(request ->
                        cards.add(new Message.Card(request, List.of(new Approval(DECIDER, NOW)), Optional.empty())));
        cards.add(new Message.Card(undo, List.of(), Optional.empty()));
        List<Request> two = List.of(in(RequestState.PENDING), in(RequestState.PENDING));
        cards.add(new BundleCard(two, List.of(), Optional.empty()));
        return cards;
    }

    private List<Message> inThreads() {
        Request waiting = in(RequestState.PENDING);
        Request applied = in(RequestState.APPLIED);
        var reminder = new Message.Reminder(waiting, CARD, APPROVERS, WEEK);
        return List.of(
                new Message.ApproversCalled(waiting, CARD, new RevisionCause(true, Set.of())),
                reminder,
                new Escalated(waiting, CARD, APPROVERS, WEEK),
                new Commented(waiting, CARD, DECIDER, Optional.of(ASKER), "a sample"),
                new Message.GrantEnded(applied, grant, Optional.of(CARD), Optional.of(early())),
                new Message.GrantExtended(applied, held, applied, Optional.of(CARD)),
                new Message.Undone(applied, undo, CARD),
                new Message.GrantRestored(applied, held, undo, CARD),
                new DenialExplained(in(RequestState.DENIED), CARD, "a sample"),
                new Message.EndFails(applied, grant, CARD, PROBLEM, 3),
                new Message.Listed(CARD.channel(), List.of(reminder, reminder)),
                new GlassBroken(in(RequestState.APPROVED), CARD.channel()),
                new RecordLost(applied, CARD.channel(), "EcrBotPull", 1));
    }

    private static EarlyEnd early() {
        return new EarlyEnd(DECIDER, true, Optional.empty());
    }

    private List<Message> notes() {
        Request applied = in(RequestState.APPLIED);
        return List.of(
                told(RequestState.PENDING, new Note.Asked()),
                told(RequestState.PENDING, new Note.Together(List.of(in(RequestState.PENDING)))),
                told(RequestState.PENDING, new Note.Revised(new RevisionCause(true, Set.of()))),
                told(RequestState.PENDING, new Note.Shortened(DECIDER)),
                told(RequestState.PENDING, new Note.HandedOn(DECIDER)),
                told(RequestState.PENDING, new CommentNote(DECIDER, "a sample")),
                told(
                        RequestState.APPLIED,
                        new Note.Granted(held, LoginSnippet.of(REPOSITORY, PULL, Optional.of("1.0")))),
                told(RequestState.APPLIED, new Note.Extended(held)),
                told(RequestState.APPLIED, new Note.Revoked(new Claim.Taken(REPOSITORY, ROLE, Optional.of(PULL), NOW))),
                told(RequestState.DENIED, new Note.Denied()),
                told(RequestState.DENIED, new Note.DenialReason("a sample")),
                told(RequestState.EXPIRED, new Note.Expired("pull on samples/repository")),
                told(undo, new Note.Undid()),
                told(RequestState.APPLIED, new Note.Undone(undo)),
                told(RequestState.APPLIED, new Note.Belated()),
                told(RequestState.FAILED, new Note.Failed()),
                told(RequestState.APPLIED, new GrantNote.Expiring(held)),
                told(RequestState.APPLIED, new GrantNote.ExpiringTogether(List.of(ending(ID), ending(OTHER)))),
                told(RequestState.APPLIED, new GrantNote.Restored(held, undo)),
                told(
                        RequestState.APPLIED,
                        new GrantNote.Missing("pull on samples/repository", Grant.Reason.FOUND_MISSING)),
                told(RequestState.APPLIED, new GrantNote.EndedEarly(early())),
                told(RequestState.APPLIED, new GrantNote.StillThere("a sample")),
                told(RequestState.APPLIED, new GrantNote.RevokedBy(applied)),
                told(RequestState.APPLIED, new GrantNote.ExtendedBy(held, applied)),
                told(RequestState.APPLIED, new GrantNote.Hindered(held, "a Deny of others")));
    }

    private GrantNote.ExpiringTogether.Ending ending(RequestId made) {
        return new GrantNote.ExpiringTogether.Ending(new GrantId(made), held);
    }

    private Message told(RequestState state, Note note) {
        return told(in(state), note);
    }

    private static Message told(Request request, Note note) {
        return new Message.Private(request, ASKER, Optional.of(CARD), note);
    }
}
