package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ecrbot.desk.ledger.Grants;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Grant.State;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.AccessCondition;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

abstract class GrantsContract extends OnPlace {
    private static final Instant NOW = Samples.NOW;
    private static final int RUNNERS = 6;

    @Test
    void comeBackAsTheyWere() {
        for (Grant grant : new Grant[] {
            granted("a/one", Optional.empty()), granted("a/two", Optional.of(NOW)), granted("a/*", Optional.of(NOW))
        }) {
            assertThat(found(books -> books.grants().find(grant.id()))).hasValue(grant);
            assertThat(found(books -> books.grants().lock(grant.id()))).hasValue(grant);
        }
        assertThat(found(books -> books.grants().find(new GrantId(Samples.id()))))
                .isEmpty();
    }

    @Test
    void thatRulesApproveAreCountedByDayAndNeverOneTooMany() throws Exception {
        LocalDate day = LocalDate.of(2026, 11, 30);
        var results =
                Race.all(RUNNERS, () -> transact(books -> books.ruleApprovals().take("payments", day, 4)));
        assertThat(results.stream().filter(CompletableFuture::join)).hasSize(4);
        assertThat(found(books -> Optional.of(books.ruleApprovals().take("payments", day, 4))))
                .hasValue(false);
        assertThat(found(books -> Optional.of(books.ruleApprovals().take("payments", day.plusDays(1), 1))))
                .hasValue(true);
        assertThat(found(books -> Optional.of(books.ruleApprovals().take("other", day, 1))))
                .hasValue(true);
    }

    @Test
    void keepWhatTheirAccessDependsOn() {
        var conditions = new AccessConditions(List.of(
                new AccessCondition("StringEquals", "aws:PrincipalTag/team", List.of("a b", "\"c\"")),
                new AccessCondition("IpAddress", "aws:SourceIp", List.of("10.0.0.0/8"))));
        var access = StandardAccess.PULL.under(conditions);
        var edit = new Edit.Grant(Samples.ROLE, access, Optional.empty());
        Request request = stored(Samples.request(
                Samples.target("a/one"), RequestState.APPLIED, edit, Optional.of(Samples.ask(Samples.ALICE))));
        var grant = new Grant(
                new GrantId(request.id()),
                "central",
                request.change().target(),
                Samples.ROLE,
                access,
                Samples.ALICE,
                NOW,
                Optional.empty(),
                State.ACTIVE,
                Optional.empty());
        record(books -> books.grants().add(grant));
        assertThat(found(books -> books.grants().find(grant.id()))).hasValue(grant);
        assertThat(found(books -> books.requests().find(request.id()))).hasValue(request);
    }

    @Test
    void standUntilTheyHaveEndedOldestFirst() {
        Grant first = granted("a/one", Optional.empty());
        Grant second = granted("a/one", Optional.of(NOW));
        Grant ended = granted("a/one", Optional.empty());
        granted("a/two", Optional.empty());
        record(books -> {
            books.grants().update(Samples.in(State.ENDING, Optional.empty(), second));
            books.grants().update(end(Grant.Reason.REVOKED, ended));
        });
        assertThat(listed(books -> books.grants().standing(first.target().holder())))
                .containsExactly(first, Samples.in(State.ENDING, Optional.empty(), second));
    }

    @Test
    void areHeldByWhoeverAskedForThemUntilTheyEnd() {
        Grant endless = granted("a/one", Optional.empty());
        Grant later = granted("a/one", Optional.of(NOW.plusSeconds(60)));
        Grant sooner = granted("a/two", Optional.of(NOW));
        Grant ended = granted("a/two", Optional.of(NOW));
        record(books -> books.grants().update(end(Grant.Reason.REVOKED, ended)));
        assertThat(listed(books -> books.grants().heldBy(endless.requester(), 9)))
                .containsExactly(sooner, later, endless);
        assertThat(listed(books -> books.grants().heldBy(endless.requester(), 2)))
                .containsExactly(sooner, later);
        assertThat(listed(books -> books.grants().heldBy(new PersonId("T0HOME", "U0NOBODY"), 9)))
                .isEmpty();
    }

    @Test
    void makeAnAccountKnownInTheirRegistryEvenOnceTheyEnded() {
        Grant grant = granted("a/one", Optional.of(NOW));
        record(books -> books.grants().update(end(Grant.Reason.EXPIRED, grant)));
        AccountId owner = grant.target().account();
        AccountId given = grant.principal().account().orElseThrow();
        assertThat(isKnown(grant.registry(), owner, given)).isTrue();
        assertThat(isKnown("elsewhere", owner, given)).isFalse();
        assertThat(isKnown(grant.registry(), owner, new AccountId("999999999999")))
                .isFalse();
    }

    private boolean isKnown(String registry, AccountId owner, AccountId account) {
        return found(books -> Optional.of(books.grants().isKnown(registry, owner, account)))
                .orElseThrow();
    }

    @Test
    void standInThePolicyThatGivesThem() {
        Grant one = granted("a/one", Optional.empty());
        Grant some = granted("a/*", Optional.empty());
        Grant all = granted("*", Optional.of(NOW));
        assertThat(listed(books -> books.grants().standing(one.target().holder())))
                .containsExactly(one);
        assertThat(listed(books -> books.grants().standing(some.target().holder())))
                .containsExactly(some, all);
        assertThat(listed(books -> books.grants()
                        .standing(new RegionalRegistry(one.target().account(), new Region("eu-west-1")))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Grant.Reason.class)
    void keepWhyTheyEnded(Grant.Reason reason) {
        Grant ended = end(reason, granted("a/one", Optional.of(NOW)));
        record(books -> books.grants().update(ended));
        assertThat(found(books -> books.grants().find(ended.id()))).hasValue(ended);
    }

    @Test
    void areDueWhenTheirEndHasComeSoonestFirst() {
        Grant second = granted("a/one", Optional.of(NOW));
        Grant first = granted("a/two", Optional.of(NOW.minusSeconds(9)));
        granted("a/three", Optional.of(NOW.plusSeconds(1)));
        granted("a/four", Optional.empty());
        Grant ending = granted("a/five", Optional.of(NOW));
        Grant ended = granted("a/six", Optional.of(NOW));
        record(books -> {
            books.grants().update(Samples.in(State.ENDING, Optional.empty(), ending));
            books.grants().update(end(Grant.Reason.EXPIRED, ended));
        });
        record(books -> {
            assertThat(books.grants().due(NOW, Set.of(), 9)).containsExactly(first, second);
            assertThat(books.grants().due(NOW, Set.of(), 1)).containsExactly(first);
            assertThat(books.grants().overdue(NOW))
                    .as("the one whose end is under way is among them")
                    .isEqualTo(new Grants.Overdue(3, Optional.of(NOW.minusSeconds(9))));
            assertThat(books.grants().overdue(NOW.minusSeconds(10))).isEqualTo(new Grants.Overdue(0, Optional.empty()));
        });
    }

    @Test
    void endingSoonAreThoseWhoseEndIsStillToComeSoonestFirst() {
        granted("a/over", Optional.of(NOW));
        Grant last = granted("a/last", Optional.of(NOW.plusSeconds(9)));
        Grant next = granted("a/next", Optional.of(NOW.plusSeconds(1)));
        granted("a/later", Optional.of(NOW.plusSeconds(10)));
        granted("a/never", Optional.empty());
        Grant ended = granted("a/ended", Optional.of(NOW.plusSeconds(2)));
        record(books -> books.grants().update(end(Grant.Reason.REVOKED, ended)));
        var soon = new Grants.Soon(NOW, NOW.plusSeconds(9), Set.of());
        record(books -> {
            assertThat(books.grants().ending(soon, 0, 9)).containsExactly(ending(next), ending(last));
            assertThat(books.grants().ending(soon, 0, 1)).containsExactly(ending(next));
            assertThat(books.grants().ending(soon, 1, 1)).containsExactly(ending(last));
            assertThat(books.grants().ending(soon, 2, 1)).isEmpty();
            assertThat(books.grants().countEnding(soon, 9)).isEqualTo(2);
            assertThat(books.grants().countEnding(soon, 1)).isOne();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A/ONE | one",
                "arn:aws:ecr:us-west-2:111111111111:repository/a/one | one",
                "us-west-2:1111 | one part",
                "repository/a/o?e | one",
                "a/*e | one part china",
                "a/p% | ''",
                "a/_ne | ''",
                "a!one | ''",
                "a/* | one part china",
                "a/p* | part",
                "arn:aws-cn:ecr:cn-north-1:*:repository/a/chinese | china",
                "central* | one part china",
                "Central arn:aws:ecr | one part",
                "u1ALICE | one part china",
                "111111111111:repository/*:role/ | one part china",
                "nowhere | ''",
            })
    void endingSoonAreFoundByAWordInWhatTheListShows(String word, String found) {
        Map<String, GrantId> all = Map.of(
                "one", granted("a/one", Optional.of(NOW.plusSeconds(1))).id(),
                "part", granted("a/part-*", Optional.of(NOW.plusSeconds(2))).id(),
                "china",
                        granted(
                                        Target.of(
                                                Samples.target("a/one").account(),
                                                new Region("cn-north-1"),
                                                "a/chinese"),
                                        Optional.of(NOW.plusSeconds(3)))
                                .id());
        var soon = new Grants.Soon(NOW, NOW.plusSeconds(9), Set.of(word));
        List<GrantId> expected = Stream.of(found.split(" "))
                .filter(name -> !name.isEmpty())
                .map(all::get)
                .toList();
        record(books -> {
            assertThat(books.grants().ending(soon, 0, 9))
                    .extracting(Grants.Ending::id)
                    .containsExactlyElementsOf(expected);
            assertThat(books.grants().countEnding(soon, 9)).isEqualTo(expected.size());
            var either = new Grants.Soon(soon.now(), soon.last(), Set.of(word, "A/PART"));
            assertThat(books.grants().ending(either, 0, 9))
                    .extracting(Grants.Ending::id)
                    .contains(all.get("part"))
                    .containsAll(expected);
        });
    }

    private static Grants.Ending ending(Grant grant) {
        return new Grants.Ending(grant.id(), grant.registry(), grant.target(), grant.requester());
    }

    @Test
    void areNotDueInRegistriesThatAreLeftOut() {
        Grant grant = granted("a/one", Optional.of(NOW));
        var here = new RegionalRegistry(grant.target().account(), grant.target().region());
        var elsewhere = new RegionalRegistry(grant.target().account(), new Region("ap-south-1"));
        record(books -> {
            assertThat(books.grants().due(NOW, Set.of(here, elsewhere), 9)).isEmpty();
            assertThat(books.grants().due(NOW, Set.of(elsewhere), 9)).containsExactly(grant);
            assertThat(books.readings().due(NOW, Set.of(here, elsewhere), 9)).isEmpty();
            assertThat(books.readings().due(NOW, Set.of(elsewhere), 9)).containsExactly(grant);
            assertThat(books.grants().isDue(grant.id(), NOW)).isTrue();
            assertThat(books.grants().isDue(grant.id(), NOW.minusSeconds(1))).isFalse();
        });
    }

    @Test
    void areDueAgainWhenTheirNextTryHasCome() {
        Grant grant = granted("a/one", Optional.of(NOW));
        record(books -> {
            assertThat(books.grants().postpone(grant.id(), NOW.plusSeconds(5))).isOne();
            assertThat(books.grants().postpone(grant.id(), NOW.plusSeconds(9))).isEqualTo(2);
        });
        record(books -> {
            assertThat(books.grants().due(NOW.plusSeconds(8), Set.of(), 9)).isEmpty();
            assertThat(books.grants().due(NOW.plusSeconds(9), Set.of(), 9)).containsExactly(grant);
        });
    }

    @Test
    void areFoundByTheRequestThatEndedThem() {
        Grant revoked = granted("a/one", Optional.of(NOW));
        Grant lapsed = granted("a/one", Optional.of(NOW));
        RequestId revocation = Samples.pending().id();
        Grant ended = Samples.in(
                State.ENDED, Optional.of(new Grant.End(NOW, Grant.Reason.REVOKED, Optional.of(revocation))), revoked);
        record(books -> {
            books.grants().update(ended);
            books.grants().update(end(Grant.Reason.EXPIRED, lapsed));
        });
        record(books -> {
            assertThat(books.grants().endedBy(revocation)).containsExactly(ended);
            books.grants().update(revoked);
            assertThat(books.grants().endedBy(revocation)).isEmpty();
        });
    }

    @Test
    void areEndedByOneOfAllThatLockThem() throws Exception {
        Grant grant = granted("a/one", Optional.of(NOW));
        List<CompletableFuture<Boolean>> ended = Race.all(
                RUNNERS,
                () -> transact(books -> {
                    Grant locked = books.grants().lock(grant.id()).orElseThrow();
                    books.grants().update(end(Grant.Reason.EXPIRED, locked));
                    return locked.state() == State.ACTIVE;
                }));
        assertThat(ended).filteredOn(Race::get).hasSize(1);
    }

    @Test
    void areNotInventedByAnUpdate() {
        Grant unknown = Samples.grant(Samples.pending(), Optional.empty());
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> books.grants().update(unknown)));
        assertThatIllegalStateException()
                .isThrownBy(() -> record(books -> books.grants().postpone(unknown.id(), NOW)));
    }

    private Grant granted(String target, Optional<Instant> until) {
        return granted(Samples.target(target), until);
    }

    private Grant granted(Target target, Optional<Instant> until) {
        Request request = stored(
                Samples.request(target, RequestState.APPLIED, Samples.edit(), Optional.of(Samples.ask(Samples.ALICE))));
        Grant grant = Samples.grant(request, until);
        record(books -> books.grants().add(grant));
        return grant;
    }

    private static Grant end(Grant.Reason reason, Grant grant) {
        return Samples.in(State.ENDED, Optional.of(new Grant.End(NOW.plusSeconds(7), reason)), grant);
    }
}
