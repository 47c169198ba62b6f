package dev.ecrbot.store;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.KeptRegistry;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.index.RegistryFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;

/** What the table {@code index_registry} has of each registry. */
record SqlIndexRegistries(Statements statements) {
    private static final RowMapper<Optional<Instant>> RULED =
            Row.as("index_registry", row -> row.timeIfAny("ruled_at"));
    private static final String AT = " WHERE account = :account AND region = :region";

    Optional<KeptRegistry> find(RegionalRegistry registry) {
        return statements.first("SELECT * FROM index_registry" + AT, SqlIndex.values(registry), mapper(registry));
    }

    /**
     * Keeps what a crawl has found of a registry whose list it has.
     *
     * @param ruled when the registry's own policy was asked for; empty if it couldn't be read
     */
    void listed(
            RegionalRegistry registry, Instant crawl, RegistryFacts found, Optional<Instant> ruled, String troubles) {
        KeptRegistry old = find(registry).orElseGet(() -> KeptRegistry.none(registry));
        Optional<Instant> since = ruledAt(registry);
        // What was read beside the crawl may be newer.
        Optional<Instant> newer = ruled.filter(at -> since.filter(at::isBefore).isEmpty());
        RegistryFacts facts = newer.isPresent() || old.finished().isEmpty()
                ? found
                : found.ruledBy(old.facts().policy());
        String owner = SqlIndex.owner(registry);
        statements.texts().letGo(owner);
        statements.run(
                "UPDATE index_registry SET listed = TRUE, facts = :facts, troubles = :troubles, ruled_at = :ruled" + AT,
                SqlIndex.values(registry)
                        .keeping("facts", texts -> FactsColumn.write(facts, owner, texts))
                        .time("ruled", newer.or(() -> since))
                        .text("troubles", troubles));
        if (old.finished().isPresent()) {
            new SqlIndexChanges(statements)
                    .note(registry, old.facts().policy(), facts.policy(), since, newer.orElse(crawl));
        }
    }

    /** Returns when the registry's policy that is kept was read; empty if that isn't known. */
    private Optional<Instant> ruledAt(RegionalRegistry registry) {
        return statements
                .first("SELECT ruled_at FROM index_registry" + AT, SqlIndex.values(registry), RULED)
                .flatMap(Function.identity());
    }

    /** Keeps the registry's policy as it was read beside a crawl, where none is kept that was read later. */
    void rule(RegionalRegistry registry, PolicyReading reading) {
        statements
                .first(
                        "SELECT * FROM index_registry" + AT + " AND listed AND (ruled_at IS NULL OR ruled_at <= :at)"
                                + " FOR UPDATE",
                        SqlIndex.values(registry).time("at", reading.at()),
                        mapper(registry))
                .map(KeptRegistry::facts)
                .filter(old -> !old.policy().sameAs(reading.policy()))
                .ifPresent(old -> replace(registry, old, reading));
    }

    private void replace(RegionalRegistry registry, RegistryFacts old, PolicyReading reading) {
        Optional<Instant> since = ruledAt(registry);
        String owner = SqlIndex.owner(registry);
        statements.texts().letGo(owner);
        RegistryFacts facts = old.ruledBy(reading.policy());
        statements.run(
                "UPDATE index_registry SET facts = :facts, ruled_at = :at" + AT,
                SqlIndex.values(registry)
                        .keeping("facts", texts -> FactsColumn.write(facts, owner, texts))
                        .time("at", reading.at()));
        new SqlIndexChanges(statements).note(registry, old.policy(), reading.policy(), since, reading.at());
    }

    private static RowMapper<KeptRegistry> mapper(RegionalRegistry registry) {
        return Row.as(
                "index_registry",
                row -> new KeptRegistry(
                        registry,
                        FactsColumn.read(row, "facts"),
                        row.timeIfAny("begun_at"),
                        row.flag("listed"),
                        row.timeIfAny("finished_at"),
                        row.text("troubles").lines().toList()));
    }
}
