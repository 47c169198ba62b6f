package dev.ecrbot.slack.message;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planner;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People, requests and plans for the tests of this package. */
public final class Samples {
    public static final AccountId CENTRAL = new AccountId("111111111111");
    public static final AccountId SALES = new AccountId("222222222222");
    public static final DisplayNames NAMING = new DisplayNames(
            Map.of(SALES, "sales"),
            Map.of(),
            Map.of(new RegionalRegistry(CENTRAL, new Region("us-west-2")), "central"),
            StandardAccess.CATALOGUE);
    public static final Repository REPOSITORY =
            new Repository(CENTRAL, new Region("us-west-2"), new RepositoryName("payments/api"));
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final Instant WEEK = Instant.parse("2026-11-29T10:00:00Z");
    public static final PersonId RITA = person(SampleWorkspace.REQUESTER.id());
    public static final PersonId AMIR = person(SampleWorkspace.APPROVER.id());
    public static final PersonId OLGA = person(SampleWorkspace.SECOND_APPROVER.id());
    public static final RequestId ID = new RequestId("req-7k2m9xqa");
    public static final Principal CI = new Principal.Role(Partition.AWS, SALES, "/", "ci-deployer");
    static final People APPROVERS = new People(false, Set.of(AMIR.user()), Set.of("S0OWNERS"));
    static final Problem PROBLEM = new Problem(
            Code.AWS_PRINCIPAL_NOT_FOUND,
            "AWS doesn't know the role ci-deployer in account sales, so nothing was changed.",
            "Check the role's name and ask again.");
    static final PolicyDocument BASE = PolicyDocument.parse("""
            {"Version":"2012-10-17","Statement":[{"Sid":"Allow finance","Effect":"Allow",
            "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":["ecr:BatchGetImage"]}]}""");

    private Samples() {}

    public static PersonId person(String id) {
        return new PersonId(SampleWorkspace.TEAM, id);
    }

    static Ask ask(Optional<String> reason, int approvals, boolean endFromRule) {
        return new Ask(
                RITA,
                new Origin(SampleWorkspace.GENERAL.id(), Optional.empty()),
                reason,
                "payments-pull",
                SampleWorkspace.APPROVALS.id(),
                APPROVERS,
                approvals,
                endFromRule);
    }

    static Plan plan(PolicyDocument base, Edit edit) {
        var context = new PlanContext(StandardAccess.CATALOGUE, REPOSITORY, NOW, NAMING.accounts(), true, Set.of());
        return (Plan) Planner.plan(base, edit, context);
    }

    static Edit.Grant pull(Principal principal) {
        return new Edit.Grant(principal, StandardAccess.PULL, Optional.of(WEEK));
    }

    public static Request request() {
        return request(BASE, pull(CI), ask(Optional.of("nightly build"), 1, false));
    }

    public static Request request(PolicyDocument base, Edit edit, Ask ask) {
        return request(plan(base, edit), edit, ask);
    }

    /** Returns a revocation of something. */
    public static Request revocation(Edit.Revoke taken, String reason) {
        return request(plan(BASE, pull(CI)), taken, ask(Optional.of(reason), 1, false));
    }

    /** A request that takes back what {@code req-3f8d1c0b} did. */
    public static Request undo(Edit done) {
        return request(
                request().revision().plan(), done.undo(request().revision().plan()), ask(Optional.empty(), 1, false));
    }

    public static Request request(Plan plan, Edit edit, Ask ask) {
        boolean undo = edit instanceof Edit.Undo;
        Edit plain = edit instanceof Edit.Undo back ? back.done() : edit;
        boolean named = plain instanceof Edit.Extend || (undo && plain instanceof Edit.Grant);
        return Request.begun(
                ID,
                new Change(
                        "central",
                        REPOSITORY,
                        edit,
                        named ? Optional.of(new GrantId(ID)) : Optional.empty(),
                        undo ? Optional.of(new RequestId("req-3f8d1c0b")) : Optional.empty()),
                Optional.of(ask),
                Revision.first(plan, 0),
                Stage.pending(NOW));
    }

    public static Request as(Request request, RequestState state) {
        boolean decided = state != RequestState.PENDING && state != RequestState.EXPIRED;
        return next(
                request,
                request.revision(),
                new Stage(
                        state,
                        NOW.plusSeconds(60),
                        decided
                                ? Optional.of(new Decision(AMIR, NOW.plusSeconds(60), Optional.empty()))
                                : Optional.empty(),
                        state == RequestState.FAILED ? Optional.of(PROBLEM) : Optional.empty(),
                        state == RequestState.APPLIED
                                ? Optional.of(new Proof(NOW.plusSeconds(62), "4f1c2a6e-0b1d-4d5e-9d3c-7a1b2c3d4e5f"))
                                : Optional.empty()));
    }

    public static Request revised(Request request) {
        Revision shown = request.revision();
        return next(
                request,
                new Revision(shown.number() + 1, shown.plan(), shown.mark()),
                Stage.pending(NOW.plusSeconds(60)));
    }

    private static Request next(Request request, Revision revision, Stage stage) {
        return new Request(
                request.id(),
                request.version() + 1,
                request.change(),
                request.ask(),
                request.createdAt(),
                revision,
                stage);
    }

    public static List<Approval> approvedBy(PersonId... people) {
        return List.of(people).stream()
                .map(person -> new Approval(person, NOW.plusSeconds(60)))
                .toList();
    }

    public static Grant grant() {
        return new Grant(
                new GrantId(ID),
                "central",
                REPOSITORY,
                CI,
                StandardAccess.PULL,
                RITA,
                NOW,
                Optional.of(WEEK),
                Grant.State.ACTIVE,
                Optional.empty());
    }

    /** What {@link #grant} is said to give. */
    public static Claim.Held held() {
        return new Claim.Held(REPOSITORY, grant().owned(), false, Optional.of(NOW));
    }

    public static CardRef card() {
        return new CardRef(SampleWorkspace.APPROVALS.id(), "1700000000.000100", 1);
    }

    /** Returns the status of a repository about which the registry's policy says nothing. */
    public static Answer.Status status(List<StatusLine> lines, List<String> notes, List<Request> open) {
        return new Answer.Status(REPOSITORY, lines, List.of(), List.of(), notes, 0, open, open.size());
    }
}
