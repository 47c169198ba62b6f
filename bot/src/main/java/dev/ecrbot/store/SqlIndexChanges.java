package dev.ecrbot.store;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.index.PolicyChange;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code index_change}: what was changed, found by comparing two readings. */
record SqlIndexChanges(Statements statements) {
    /** No owner: what others changed stays as long as it is told of. */
    private static final String FOR_GOOD = "";

    private static final RowMapper<PolicyChange> CHANGE = Row.as(
            "index_change",
            row -> new PolicyChange(
                    row.number("seq"),
                    holder(row.text("account"), row.text("region"), row.text("repository")),
                    document(row.policy("was")),
                    document(row.policy("became")),
                    row.timeIfAny("since_at"),
                    row.time("found_at")));

    /**
     * Notes a change, if it is one.
     *
     * @param since when it was read as it was before
     * @param at when it was read as it is after it
     */
    void note(PolicyHolder holder, PolicyDocument before, PolicyDocument after, Optional<Instant> since, Instant at) {
        if (!before.sameAs(after)) {
            statements.insert(
                    "index_change",
                    new Values()
                            .holder(holder)
                            .keeping("was", texts -> texts.keep(before.isEmpty() ? "" : before.text(), FOR_GOOD))
                            .keeping("became", texts -> texts.keep(after.isEmpty() ? "" : after.text(), FOR_GOOD))
                            .time("since_at", since)
                            .time("found_at", at));
        }
    }

    List<PolicyChange> of(PolicyHolder holder, int most) {
        return statements.readable("""
                SELECT * FROM index_change
                WHERE account = :account AND region = :region AND repository = :repository
                ORDER BY account DESC, region DESC, repository DESC, seq DESC
                FETCH FIRST :most ROWS ONLY
                """, new Values().holder(holder).number("most", most), CHANGE);
    }

    List<PolicyChange> since(Instant time, long seq, int most) {
        return statements.readable("""
                SELECT * FROM index_change WHERE found_at >= :time AND seq > :seq
                ORDER BY seq
                FETCH FIRST :limit ROWS ONLY
                """, new Values().time("time", time).number("seq", seq), most, CHANGE);
    }

    List<PolicyChange> after(long seq, int most) {
        return statements.readable("""
                SELECT * FROM index_change WHERE seq > :seq
                ORDER BY seq
                FETCH FIRST :most ROWS ONLY
                """, new Values().number("seq", seq).number("most", most), CHANGE);
    }

    long newest() {
        return statements.count("SELECT COALESCE(MAX(seq), 0) FROM index_change", new Values());
    }

    static PolicyDocument document(String text) {
        return text.isEmpty() ? PolicyDocument.empty() : PolicyDocument.parse(text);
    }

    static PolicyHolder holder(String account, String region, String repository) {
        var registry = new RegionalRegistry(new AccountId(account), new Region(region));
        return repository.equals(registry.key())
                ? registry
                : new Repository(registry.account(), registry.region(), new RepositoryName(repository));
    }
}
