package dev.ecrbot.store;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.index.IndexStore;
import dev.ecrbot.index.KeptRegistry;
import dev.ecrbot.index.KeptRepository;
import dev.ecrbot.index.PolicyChange;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.index.RegistryFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code index_…}. Thread-safe. */
final class SqlIndex implements IndexStore {
    private static final RowMapper<KeptRepository> REPOSITORY = Row.as(
            "index_repository",
            row -> new KeptRepository(
                    new Repository(
                            new AccountId(row.text("account")),
                            new Region(row.text("region")),
                            new RepositoryName(row.text("repository"))),
                    row.textIfAny("policy").isEmpty() ? Optional.empty() : Optional.of(row.policy("policy")),
                    Details.read(row.text("tags")),
                    row.timeIfAny("read_at"),
                    row.textIfAny("trouble"),
                    row.flag("gone"),
                    row.time("changed_at")));

    private static final RowMapper<RepositoryName> NAME =
            Row.as("index_repository", row -> new RepositoryName(row.text("repository")));

    private static final String AT = " WHERE account = :account AND region = :region";
    private static final String ONE = AT + " AND repository = :repository";

    /** Runs some work in a transaction. */
    interface Transactions {
        <T> T run(Function<Statements, T> work);
    }

    private final Transactions transactions;

    SqlIndex(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public KeptRegistry registry(RegionalRegistry registry) {
        return transactions
                .run(statements -> new SqlIndexRegistries(statements).find(registry))
                .orElseGet(() -> KeptRegistry.none(registry));
    }

    @Override
    public void begin(RegionalRegistry registry, Instant crawl) {
        record(statements -> {
            Values row = values(registry)
                    .keeping("facts", texts -> FactsColumn.write(RegistryFacts.NONE, owner(registry), texts))
                    .text("troubles", "")
                    .flag("listed", false);
            statements.insertIfAbsent("index_registry", row);
            statements.run(
                    "UPDATE index_registry SET begun_at = :crawl, listed = FALSE" + AT,
                    values(registry).time("crawl", crawl));
        });
    }

    @Override
    public void listed(RegionalRegistry registry, Instant crawl, List<RepositoryName> names) {
        record(statements -> names.forEach(name -> {
            Values one = values(new Repository(registry.account(), registry.region(), name));
            int there = statements.run(
                    "UPDATE index_repository SET listed_at = :crawl, changed_at = CASE WHEN gone THEN CURRENT_TIMESTAMP"
                            + " ELSE changed_at END, gone = FALSE" + ONE,
                    one.time("crawl", crawl));
            if (there == 0) {
                statements.run("""
                        INSERT INTO index_repository
                            (account, region, repository, tags, listed_at, gone, changed_at)
                        VALUES (:account, :region, :repository, '{}', :crawl, FALSE, CURRENT_TIMESTAMP)
                        """, one);
            }
        }));
    }

    @Override
    public void listedAll(
            RegionalRegistry registry,
            Instant crawl,
            RegistryFacts found,
            Optional<Instant> ruled,
            List<String> troubles) {
        record(statements -> {
            statements.run(
                    "UPDATE index_repository SET gone = TRUE, changed_at = CURRENT_TIMESTAMP" + AT
                            + " AND listed_at < :crawl AND gone = FALSE",
                    values(registry).time("crawl", crawl));
            new SqlIndexRegistries(statements).listed(registry, crawl, found, ruled, lines(troubles));
        });
    }

    @Override
    public List<RepositoryName> unread(RegionalRegistry registry, Instant crawl) {
        return transactions.run(statements -> statements.list(
                "SELECT repository FROM index_repository" + AT
                        + " AND gone = FALSE AND (read_at IS NULL OR read_at < :crawl)"
                        + " AND (tried_at IS NULL OR tried_at < :crawl) ORDER BY repository",
                values(registry).time("crawl", crawl),
                NAME));
    }

    @Override
    public void read(List<PolicyReading> readings) {
        record(statements -> readings.forEach(reading -> {
            if (reading.holder() instanceof RegionalRegistry registry) {
                new SqlIndexRegistries(statements).rule(registry, reading);
            } else {
                keep(statements, reading);
            }
        }));
    }

    private static void keep(Statements statements, PolicyReading reading) {
        String text = reading.policy().isEmpty() ? "" : reading.policy().text();
        Optional<KeptRepository> old = statements.first(
                "SELECT * FROM index_repository" + ONE + " AND (read_at IS NULL OR read_at <= :at) FOR UPDATE",
                values(reading.holder()).time("at", reading.at()),
                REPOSITORY);
        if (old.isEmpty()) {
            return;
        }
        String owner = owner(reading.holder());
        if (!old.get().policy().equals(Optional.of(text))) {
            statements.texts().letGo(owner);
        }
        statements.run(
                """
                UPDATE index_repository SET policy = :policy, tags = :tags, read_at = :at, trouble = NULL, gone = FALSE,
                    changed_at = CURRENT_TIMESTAMP""" + ONE,
                values(reading.holder())
                        .keeping("policy", texts -> texts.keep(text, owner))
                        .text("tags", Details.write(reading.tags()))
                        .time("at", reading.at()));
        old.flatMap(KeptRepository::policy)
                .filter(before -> !before.equals(text))
                .ifPresent(before -> new SqlIndexChanges(statements)
                        .note(
                                reading.holder(),
                                SqlIndexChanges.document(before),
                                reading.policy(),
                                old.flatMap(KeptRepository::read),
                                reading.at()));
    }

    /** Under whose name the texts that the holder has now are kept, until it has others. */
    static String owner(PolicyHolder holder) {
        return "index of " + holder.label();
    }

    @Override
    public void failed(Map<Repository, String> troubles, Instant at) {
        record(statements -> troubles.forEach((repository, why) -> statements.run(
                "UPDATE index_repository SET tried_at = :at, trouble = :why, changed_at = CURRENT_TIMESTAMP" + ONE,
                values(repository).time("at", at).text("why", why))));
    }

    @Override
    public void gone(List<Repository> repositories, Instant at) {
        record(statements -> repositories.forEach(repository -> statements.run(
                "UPDATE index_repository SET gone = TRUE, tried_at = :at, changed_at = CURRENT_TIMESTAMP" + ONE,
                values(repository).time("at", at))));
    }

    @Override
    public void finish(RegionalRegistry registry, Instant at) {
        record(statements -> statements.run(
                "UPDATE index_registry SET finished_at = :at" + AT,
                values(registry).time("at", at)));
    }

    @Override
    public void trouble(RegionalRegistry registry, String trouble) {
        record(statements -> statements.run(
                "UPDATE index_registry SET troubles = :troubles" + AT,
                values(registry).text("troubles", lines(List.of(trouble)))));
    }

    @Override
    public List<KeptRepository> keptSince(Instant time) {
        return transactions.run(statements -> statements.readable(
                "SELECT * FROM index_repository WHERE changed_at >= :time",
                new Values().time("time", time),
                REPOSITORY));
    }

    @Override
    public List<PolicyChange> changesSince(Instant time, long seq, int most) {
        return transactions.run(statements -> new SqlIndexChanges(statements).since(time, seq, most));
    }

    @Override
    public List<PolicyChange> changesOf(PolicyHolder holder, int most) {
        return transactions.run(statements -> new SqlIndexChanges(statements).of(holder, most));
    }

    @Override
    public List<PolicyChange> changesAfter(long seq, int most) {
        return transactions.run(statements -> new SqlIndexChanges(statements).after(seq, most));
    }

    @Override
    public long newestChange() {
        return transactions.run(statements -> new SqlIndexChanges(statements).newest());
    }

    private void record(Consumer<Statements> work) {
        transactions.run(statements -> {
            work.accept(statements);
            return Boolean.TRUE;
        });
    }

    private static String lines(List<String> troubles) {
        return String.join(
                "\n", troubles.stream().map(one -> one.replace('\n', ' ')).toList());
    }

    static Values values(RegionalRegistry registry) {
        return new Values()
                .text("account", registry.account().value())
                .text("region", registry.region().value());
    }

    private static Values values(PolicyHolder holder) {
        return new Values().holder(holder);
    }
}
