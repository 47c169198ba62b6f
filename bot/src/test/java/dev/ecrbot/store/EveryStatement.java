package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Grants;
import dev.ecrbot.desk.ledger.Lane;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.ledger.Urgency;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.rules.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** All that the running bot asks of its database again and again; not what it removes once an hour. */
final class EveryStatement {
    private static final Instant NOW = Samples.NOW.plus(Duration.ofDays(1));
    private static final PolicyHolder API = Samples.repository("payments/api");

    private EveryStatement() {}

    /** Returns the statements of all that the bot asks while it runs, with how many parameters they have. */
    static Map<String, Integer> of(StoreLedger ledger, Request request) {
        var heard = new LinkedHashMap<String, Integer>();
        ledger.statements().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                String sql = context.getParsedSql().getSql();
                if (!sql.startsWith("INSERT") && !sql.startsWith("SAVEPOINT")) {
                    heard.put(sql, context.getParsedSql().getParameters().getParameterCount());
                }
            }
        });
        ledger.record(books -> ofRequests(books, request));
        ledger.record(books -> ofGrants(books, new GrantId(request.id())));
        ledger.record(books -> ofTheRest(books, request));
        ledger.late(NOW);
        return heard;
    }

    private static void ofRequests(LedgerTransaction books, Request request) {
        books.requests().find(request.id());
        books.requests().lock(request.id());
        books.requests().open("key");
        books.requests().in(Set.of(RequestState.APPROVED, RequestState.APPLYING));
        books.requests().in(Set.of(RequestState.APPLYING), API);
        books.requests().underWay(Samples.ALICE, 9);
        books.requests().turn(Samples.ALICE);
        books.requests().waitingOf(Samples.ALICE);
        books.requests().toLookAt(NOW, 9);
        books.requests().lookAgain(request.id(), NOW);
        books.requests().card(request.id());
        books.requests().card(request.id(), new CardRef("C1", "1.2", 2));
        books.bundles().of(request.id());
        books.requests().approvals(request.id(), 1);
        books.requests().withdraw(request.id(), 1, Samples.BOB);
        List.of(
                        new RequestFilter(Optional.of(Samples.ALICE), Optional.empty(), Set.of(), true),
                        new RequestFilter(Optional.of(Samples.ALICE), Optional.empty(), Set.of("word"), true),
                        new RequestFilter(Optional.empty(), Optional.empty(), Set.of("word")),
                        RequestFilter.waitingOn(request.change().target()),
                        RequestFilter.about(request.change().target()))
                .forEach(filter -> {
                    books.requests().matching(filter, 9);
                    books.requests().count(filter);
                    books.requests().count(filter, 9);
                });
        books.requests().update(Samples.moved(request, RequestState.DENIED));
        books.events().of(request.id());
        books.events().of(List.of(request.id()));
    }

    private static void ofGrants(LedgerTransaction books, GrantId id) {
        books.grants().find(id);
        books.grants().lock(id).ifPresent(books.grants()::update);
        books.grants().standing(API);
        books.grants().heldBy(new PersonId("T0HOME", "U0REQUESTER"), 9);
        books.grants().isKnown("central", API.account(), API.account());
        books.grants().endedBy(id.request());
        books.grants().due(NOW, Set.of(), 9);
        books.grants().isDue(id, NOW);
        for (Set<String> words : List.of(Set.<String>of(), Set.of("word"))) {
            books.grants().ending(new Grants.Soon(NOW, NOW, words), 0, 9);
            books.grants().countEnding(new Grants.Soon(NOW, NOW, words), 9);
        }
        books.grants().toLookAt(NOW, 9);
        books.grants().lookAgain(id, NOW);
        books.grants().postpone(id, NOW);
        books.readings().due(NOW, Set.of(), 9);
        books.readings().hindered(API);
        books.readings().take(id, NOW, NOW);
        books.readings().seen(id, NOW);
        books.readings().missed(id, NOW, NOW);
    }

    private static void ofTheRest(LedgerTransaction books, Request request) {
        books.writes().after(API, books.writes().last(API));
        books.writes().of(request.id());
        books.writes().inDoubt();
        books.writes().givenUp(request.id());
        books.events().each(event -> {});
        books.outbox().take(NOW, Set.of()).ifPresent(notice -> {
            books.outbox().sort(notice.id(), Lane.EDITS, Urgency.EDIT);
            books.outbox().hold(notice.id(), NOW);
            books.outbox().postpone(notice.id(), NOW);
            books.outbox().done(notice.id(), NOW);
        });
        books.outbox().notes(Lane.EDITS, Set.of(), 9);
        books.outbox().notesSince(Lane.EDITS, NOW);
        books.outbox().waiting();
        books.outbox().oldest(NOW);
        books.deliveries().forget(Instant.EPOCH);
        books.configurations().last();
        books.announcements().take(NOW, NOW).ifPresent(due -> {
            books.announcements().postpone(due.id(), NOW);
            books.announcements().done(due.id(), NOW);
        });
    }
}
