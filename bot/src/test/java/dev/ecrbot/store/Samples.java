package dev.ecrbot.store;

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
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Things to store. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123456Z");
    static final PersonId ALICE = new PersonId("T1", "U1ALICE");
    static final PersonId BOB = new PersonId("E1GRID", "W1BOB");
    static final AccountId ACCOUNT = new AccountId("222222222222");
    static final Principal ROLE = new Principal.Role(Partition.AWS, ACCOUNT, "/ci/", "deployer");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Samples() {}

    static RequestId id() {
        return RequestId.random(RANDOM);
    }

    static Repository repository(String name) {
        return new Repository(new AccountId("111111111111"), new Region("us-west-2"), new RepositoryName(name));
    }

    static Ask ask(PersonId requester) {
        return new Ask(
                requester,
                new Origin("C0ASK", Optional.of("https://hooks.slack.com/commands/1")),
                Optional.of("nightly build, “smart” 👍"),
                "payments-pull",
                "C0APPROVALS",
                new People(false, Set.of("U9", "W8"), Set.of("S0OWNERS")),
                2,
                true,
                Optional.of(new People(false, Set.of("U7"), Set.of("S0AUDIT"))));
    }

    static Edit edit() {
        return new Edit.Grant(ROLE, StandardAccess.PULL, Optional.of(Instant.parse("2026-04-05T02:00:00Z")));
    }

    /** A plan with something in every part, over a document as long as AWS allows. */
    static Plan plan() {
        var base = PolicyDocument.parse("""
                {"Version":"2008-10-17","Statement":[{"Sid":"%s","Effect":"Allow","Principal":"*",
                "Action":"ecr:BatchGetImage","Condition":{"NumericLessThan":{"aws:x":1.50}}}]}
                """.formatted("A \\\"foreign\\\" Sid ' \\u0000 ".repeat(450)));
        var actions = new TreeSet<>(StandardAccess.PULL.actions());
        return new Plan(
                base,
                PolicyDocument.empty(),
                List.of(new Effect(ROLE, actions, new TreeSet<>(Set.of("ecr:PutImage")), Optional.of(NOW))),
                List.of(new DiffLine(DiffLine.Sign.ADDED, "  \"ä\": 1"), new DiffLine(DiffLine.Sign.SAME, "}")),
                List.of("{\"Effect\":\"Deny\"}"),
                List.of(new Warning(Warning.Kind.PUSH, "Images can be replaced.")),
                List.of(new Holding(
                        new Principal.Everyone(),
                        actions,
                        true,
                        false,
                        Optional.of(NOW),
                        Optional.of("Sid with blanks"),
                        3,
                        false)));
    }

    public static Request request(Target target, RequestState state, Edit edit, Optional<Ask> ask) {
        RequestId id = id();
        Edit plain = edit instanceof Edit.Undo undo ? undo.done() : edit;
        boolean names = plain instanceof Edit.End
                || plain instanceof Edit.Extend
                || (edit instanceof Edit.Undo && plain instanceof Edit.Grant);
        Optional<RequestId> undoes = edit instanceof Edit.Undo ? Optional.of(id()) : Optional.empty();
        Optional<GrantId> grant = names ? Optional.of(new GrantId(id())) : Optional.empty();
        return new Request(
                id,
                1,
                new Change("central", target, edit, grant, undoes),
                ask,
                NOW,
                Revision.first(plan(), 17),
                stage(state, NOW.plusSeconds(1), Optional.empty(), new Proof(NOW.plusSeconds(9), "aws-1")));
    }

    static Target target(String text) {
        return Target.of(
                repository("payments/api").account(), repository("payments/api").region(), text);
    }

    static Request pending() {
        return request(repository("payments/api"), RequestState.PENDING, edit(), Optional.of(ask(ALICE)));
    }

    /** The request's next version in another state. */
    static Request moved(Request before, RequestState state) {
        return decided(before, state, before.stage().decision());
    }

    static Request decided(Request before, RequestState state, Optional<Decision> decision) {
        return new Request(
                before.id(),
                before.version() + 1,
                before.change(),
                before.ask(),
                before.createdAt(),
                before.revision(),
                stage(state, before.stage().changedAt().plusSeconds(1), decision, new Proof(NOW, "")));
    }

    private static Stage stage(RequestState state, Instant changedAt, Optional<Decision> decision, Proof proof) {
        return new Stage(
                state,
                changedAt,
                decision,
                state == RequestState.FAILED ? Optional.of(problem()) : Optional.empty(),
                state == RequestState.APPLIED ? Optional.of(proof) : Optional.empty());
    }

    static Problem problem() {
        return new Problem(Code.AWS_THROTTLED, "AWS throttles.", "Try again.");
    }

    public static Grant grant(Request request, Optional<Instant> until) {
        return new Grant(
                new GrantId(request.id()),
                "central",
                request.change().target(),
                ROLE,
                StandardAccess.PULL,
                ALICE,
                NOW,
                until,
                Grant.State.ACTIVE,
                Optional.empty());
    }

    static Grant in(Grant.State state, Optional<Grant.End> end, Grant grant) {
        return new Grant(
                grant.id(),
                grant.registry(),
                grant.target(),
                grant.principal(),
                grant.access(),
                grant.requester(),
                grant.since(),
                grant.until(),
                state,
                end);
    }
}
