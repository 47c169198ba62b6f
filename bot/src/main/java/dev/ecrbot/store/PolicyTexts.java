package dev.ecrbot.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The table {@code policy_text}: texts of policies, each kept once, compressed, under the hash of what it says. A policy of ten
 * thousand characters would else stand in each grant's plan, writes and events. For one transaction.
 */
final class PolicyTexts {
    private static final String MARK = "sha256:";
    private static final String ATTRIBUTE = "policy texts";
    // Shorter ones take less room where they are.
    private static final int SHORT = 200;

    private final Handle handle;
    private final TextCache cache;

    private PolicyTexts(Handle handle, TextCache cache) {
        this.handle = handle;
        this.cache = cache;
    }

    /** Returns the texts for this transaction, whose mappers find them, too. */
    static PolicyTexts on(Handle handle, TextCache cache) {
        var texts = new PolicyTexts(handle, cache);
        handle.define(ATTRIBUTE, texts);
        return texts;
    }

    static PolicyTexts in(StatementContext context) {
        return (PolicyTexts) context.getAttribute(ATTRIBUTE);
    }

    /** Keeps the text, and returns what to store in its place. */
    String keep(String text) {
        if (text.length() < SHORT) {
            return text;
        }
        String hash = hash(text);
        if (!isKept(hash)) {
            // Whoever keeps the same at the same moment has kept it for both.
            new Statements(handle, cache)
                    .insertIfAbsent(
                            "policy_text",
                            new Values()
                                    .text("hash", hash)
                                    .bytes("body", deflated(text))
                                    .time(
                                            "kept_at",
                                            OffsetDateTime.now(ZoneOffset.UTC).toInstant()));
        }
        return MARK + hash;
    }

    /**
     * Returns the text that is stored there, or in whose place something is.
     *
     * @throws IllegalStateException if it isn't kept any more
     */
    String text(String stored) {
        return stored.startsWith(MARK) ? cache.get(stored, this::read) : stored;
    }

    private String read(String reference) {
        Optional<byte[]> body = handle.createQuery("SELECT body FROM policy_text WHERE hash = :hash")
                .bind("hash", reference.substring(MARK.length()))
                .mapTo(byte[].class)
                .findFirst();
        return inflated(body.orElseThrow(() -> new IllegalStateException("a policy's text isn't kept any more")));
    }

    private boolean isKept(String hash) {
        return handle.createQuery("SELECT COUNT(*) FROM policy_text WHERE hash = :hash")
                        .bind("hash", hash)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] deflated(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String inflated(byte[] body) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a policy's text isn't what it was", e);
        }
    }
}
