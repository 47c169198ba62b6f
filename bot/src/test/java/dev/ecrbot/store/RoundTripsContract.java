package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.People;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

abstract class RoundTripsContract extends OnPlace {
    private static final Optional<Instant> UNTIL = Optional.of(Instant.parse("2027-01-01T00:00:00Z"));

    static Stream<Principal> principals() {
        return Stream.of(
                Samples.ROLE,
                new Principal.Role(Partition.AWS_CN, Samples.ACCOUNT, "/", "deployer"),
                new Principal.User(Partition.AWS_US_GOV, Samples.ACCOUNT, "/people/", "jo@example.com"),
                new Principal.Account(Partition.AWS_EUSC, Samples.ACCOUNT),
                new Principal.Session(Partition.AWS, Samples.ACCOUNT, "deployer", "nightly"),
                new Principal.FederatedUser(Partition.AWS, Samples.ACCOUNT, "jo"),
                new Principal.Orphan("AROAEXAMPLEEXAMPLE123"),
                new Principal.Everyone(),
                new Principal.Service("lambda.amazonaws.com"),
                new Principal.Other("CanonicalUser", "79a59df900b949e55d96a1e698fbaced"),
                new Principal.Other("AWS", "not an ARN; 'quoted'"));
    }

    static Stream<Edit> edits() {
        return Stream.concat(plainEdits(), plainEdits().map(edit -> edit.undo(Samples.plan())));
    }

    static Stream<Edit> plainEdits() {
        return Stream.of(
                new Edit.Grant(Samples.ROLE, StandardAccess.PUSH_ONLY, Optional.empty()),
                new Edit.Grant(Samples.ROLE, StandardAccess.READ, UNTIL),
                new Edit.Grant(Samples.ROLE, StandardAccess.READ, UNTIL).onItsOwn(),
                new Edit.Revoke(Samples.ROLE, Optional.empty()),
                new Edit.Revoke(Samples.ROLE, Optional.of(StandardAccess.PUSH)),
                new Edit.End(Samples.ROLE, StandardAccess.PULL, Optional.empty()),
                new Edit.End(Samples.ROLE, StandardAccess.PULL, UNTIL),
                new Edit.Extend(Samples.ROLE, StandardAccess.PULL, UNTIL.orElseThrow(), Optional.empty()),
                new Edit.Extend(
                        Samples.ROLE,
                        StandardAccess.READ,
                        UNTIL.orElseThrow(),
                        UNTIL.map(end -> end.plusSeconds(3_600))));
    }

    @ParameterizedTest
    @MethodSource("principals")
    void keepEveryPrincipal(Principal principal) {
        comesBack(request(new Edit.Revoke(principal, Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void keepEveryEdit(Edit edit) {
        comesBack(request(edit));
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void keepEveryState(RequestState state) {
        comesBack(Samples.request(
                Samples.repository("payments/api"), state, Samples.edit(), Optional.of(Samples.ask(Samples.ALICE))));
    }

    @Test
    void keepAnAskWithNothingThatMayBeMissing() {
        var ask = new Ask(
                Samples.BOB,
                new Origin("C0ASK", Optional.empty()),
                Optional.empty(),
                "rule",
                "C1",
                People.everyone(),
                1,
                false);
        comesBack(Samples.request(
                Samples.repository("payments/api"), RequestState.PENDING, Samples.edit(), Optional.of(ask)));
    }

    @Test
    void keepAnAskOfUsersOnlyAndOfGroupsOnly() {
        for (var people : new People[] {
            new People(false, Set.of("U1"), Set.of()),
            new People(false, Set.of(), Set.of("S1", "S2")),
            new People(true, Set.of("U1"), Set.of("S1"))
        }) {
            Ask all = Samples.ask(Samples.ALICE);
            comesBack(Samples.request(
                    Samples.repository("payments/api"),
                    RequestState.PENDING,
                    Samples.edit(),
                    Optional.of(new Ask(
                            all.requester(),
                            all.from(),
                            all.reason(),
                            all.rule(),
                            all.channel(),
                            people,
                            all.approvals(),
                            all.endFromRule()))));
        }
    }

    @Test
    void keepARequestWithoutAnAsk() {
        comesBack(Samples.request(
                Samples.repository("payments/api"), RequestState.APPROVED, Samples.edit(), Optional.empty()));
    }

    @Test
    void keepDecisionsProblemsAndProofsOfAnUpdate() {
        Request request = stored(Samples.pending());
        var decision = new Decision(Samples.BOB, Samples.NOW.plusNanos(877_000), Optional.of("because\nno"));
        Request approved = Samples.decided(
                request, RequestState.APPROVED, Optional.of(new Decision(Samples.BOB, Samples.NOW, Optional.empty())));
        Request failed = Samples.decided(approved, RequestState.FAILED, Optional.of(decision));
        for (Request next : new Request[] {approved, failed}) {
            record(books -> books.requests().update(next));
            assertThat(found(books -> books.requests().find(request.id()))).hasValue(next);
        }
    }

    @Test
    void cutTimesToMicrosecondsAndNeverRoundThemUp() {
        Request request = stored(Samples.pending());
        var decision = new Decision(Samples.BOB, Samples.NOW.plusNanos(999), Optional.empty());
        record(books ->
                books.requests().update(Samples.decided(request, RequestState.APPROVED, Optional.of(decision))));
        assertThat(found(books -> books.requests().find(request.id()))
                        .flatMap(found -> found.stage().decision()))
                .map(Decision::at)
                .hasValue(Samples.NOW);
    }

    private static Request request(Edit edit) {
        return Samples.request(
                Samples.repository("payments/api"),
                RequestState.PENDING,
                edit,
                Optional.of(Samples.ask(Samples.ALICE)));
    }

    private void comesBack(Request request) {
        stored(request);
        assertThat(found(books -> books.requests().find(request.id()))).hasValue(request);
    }
}
