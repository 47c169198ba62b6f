package dev.ecrbot.store;

import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.store.packed.Packed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code policy_text}: texts of policies, each kept once, compressed, under the hash of what it says. A policy of ten
 * thousand characters would else stand in each grant's plan, writes and events. For one transaction.
 */
final class PolicyTexts {
    private static final String MARK = "sha256:";
    private static final String ATTRIBUTE = "policy texts";
    // Shorter ones take less room where they are.
    private static final int SHORT = 200;
    private static final int PAGE = 200;

    private static final RowMapper<Place> PLACE = Row.as(
            "policy_text",
            row -> new Place(row.number("seq"), row.textIfAny("request").isPresent(), row.flag("old")));
    private static final RowMapper<Body> BODY =
            Row.as("policy_text", row -> new Body(row.text("hash"), row.bytes("body")));
    private static final RowMapper<Long> TEXT = Row.as("policy_use", row -> row.number("text"));

    /**
     * Where a text is kept.
     *
     * @param used whether the asking request is on record as needing it
     * @param old whether it was kept so long ago that somebody may let go of it
     */
    private record Place(long seq, boolean used, boolean old) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Body(String hash, byte[] bytes) {}

    private final Statements statements;
    private final TextCache cache;

    private PolicyTexts(Statements statements, TextCache cache) {
        this.statements = statements;
        this.cache = cache;
    }

    /** Returns the texts for this transaction, whose mappers find them, too. */
    static PolicyTexts on(Handle handle, Statements statements, TextCache cache) {
        var texts = new PolicyTexts(statements, cache);
        handle.define(ATTRIBUTE, texts);
        return texts;
    }

    static PolicyTexts in(StatementContext context) {
        return (PolicyTexts) context.getAttribute(ATTRIBUTE);
    }

    /**
     * Keeps the text, and returns what to store in its place.
     *
     * @param owner the id of the request that needs it; empty if none does, and it stays for good
     */
    String keep(String text, String owner) {
        if (text.length() < SHORT) {
            return text;
        }
        String hash = hash(text);
        Place place = find(hash, owner)
                .filter(found -> found.used() || isSafe(found))
                .orElseGet(() -> added(hash, text, owner));
        if (!place.used()) {
            statements.insertIfAbsent(
                    "policy_use", new Values().number("text", place.seq()).text("request", owner));
        }
        return MARK + hash;
    }

    /**
     * Returns the text that is stored there, or in whose place something is.
     *
     * @throws IllegalStateException if it isn't kept any more
     */
    String text(String stored) {
        return texts(List.of(stored)).get(0);
    }

    /** As the other, for several that are read at once. */
    List<String> texts(List<String> stored) {
        Map<String, String> kept = cache.all(
                stored.stream().filter(each -> each.startsWith(MARK)).distinct().toList(), this::read);
        return stored.stream()
                .map(each -> each.startsWith(MARK) ? there(kept.get(each)) : each)
                .toList();
    }

    /** Returns the plan that is stored as this, whose texts may stand elsewhere. */
    Plan plan(String stored, Function<String, Plan> reading) {
        return cache.plan(stored, reading);
    }

    /** Returns the texts that stand elsewhere, by what stands in their place; without those that aren't kept any more. */
    Map<String, String> all(Set<String> stored) {
        return read(stored.stream().filter(each -> each.startsWith(MARK)).toList());
    }

    private Map<String, String> read(List<String> references) {
        List<String> hashes =
                references.stream().map(each -> each.substring(MARK.length())).toList();
        if (hashes.isEmpty()) {
            return Map.of();
        }
        return statements.list("SELECT hash, body FROM policy_text WHERE hash IN (<words>)", hashes, BODY).stream()
                .collect(Collectors.toUnmodifiableMap(body -> MARK + body.hash(), body -> Packed.text(body.bytes())));
    }

    /** Returns the hashes of texts that aren't what their hashes say. */
    static List<String> altered(Handle handle) {
        var altered = new ArrayList<String>();
        handle.createQuery("SELECT hash, body FROM policy_text ORDER BY seq")
                .setFetchSize(PAGE)
                .map(BODY)
                .forEach(body -> {
                    if (!isWhole(body)) {
                        altered.add(MARK + body.hash());
                    }
                });
        return altered;
    }

    private static boolean isWhole(Body body) {
        try {
            return hash(Packed.text(body.bytes())).equals(body.hash());
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Lets go of whatever only this request needs. */
    void letGo(String owner) {
        var values = new Values().text("owner", owner);
        List<Long> texts = statements.list("SELECT text FROM policy_use WHERE request = :owner", values, TEXT);
        statements.run("DELETE FROM policy_use WHERE request = :owner", values);
        texts.forEach(text -> statements.run("""
                DELETE FROM policy_text
                WHERE seq = :text AND kept_at < CURRENT_TIMESTAMP - INTERVAL '2' HOUR
                  AND NOT EXISTS (SELECT 1 FROM policy_use WHERE policy_use.text = policy_text.seq)
                """, new Values().number("text", text)));
    }

    private Optional<Place> find(String hash, String owner) {
        return statements.first("""
                SELECT seq, request, CASE WHEN kept_at < CURRENT_TIMESTAMP - INTERVAL '1' HOUR THEN TRUE ELSE FALSE END AS old
                FROM policy_text LEFT JOIN policy_use ON text = seq AND request = :owner
                WHERE hash = :hash
                """, new Values().text("hash", hash).text("owner", owner), PLACE);
    }

    // What this request needs already goes only with the request itself, whose row whoever updates it has. What others
    // need may be let go of at this moment, if it was kept a while ago. Whoever comes first has the row:
    // it is gone then, or too new to be removed.
    private boolean isSafe(Place place) {
        return !place.old()
                || statements.run(
                                "UPDATE policy_text SET kept_at = CURRENT_TIMESTAMP WHERE seq = :seq",
                                new Values().number("seq", place.seq()))
                        == 1;
    }

    private Place added(String hash, String text, String owner) {
        // Whoever keeps the same at the same moment has kept it for both.
        statements.insertIfAbsent(
                "policy_text",
                new Values()
                        .text("hash", hash)
                        .bytes("body", Packed.plain(text))
                        .time("kept_at", OffsetDateTime.now(ZoneOffset.UTC).toInstant()));
        return find(hash, owner).orElseThrow();
    }

    private static String there(@Nullable String kept) {
        if (kept == null) {
            throw new IllegalStateException("a policy's text isn't kept any more");
        }
        return kept;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
