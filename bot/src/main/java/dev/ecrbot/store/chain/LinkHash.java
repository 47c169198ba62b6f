package dev.ecrbot.store.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Works out the hash of a link: SHA-256 over the hash before it, its position, its time and its events. Each part has its length before
 * it, so that no two lists of parts look alike. For one link.
 */
final class LinkHash {
    private static final String FIRST = "ecr-bot audit chain 1";

    private final long position;
    private final Instant at;
    private final MessageDigest digest;
    private long events;

    private LinkHash(String before, long position, Instant at) {
        this.position = position;
        this.at = at;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        text(Optional.of(before));
        number(position);
        text(Optional.of(at.toString()));
    }

    /** Begins the first link. */
    static LinkHash first(Instant at) {
        return new LinkHash(FIRST, 0, at);
    }

    /** Returns the link that follows, over one event. */
    static Link next(long position, String before, StoredEvent event, Instant at) {
        var hash = new LinkHash(before, position, at);
        hash.add(event);
        return hash.link(event.seq());
    }

    void add(StoredEvent event) {
        events++;
        number(event.seq());
        text(Optional.of(event.at().toString()));
        event.columns().forEach(this::text);
    }

    /** Returns the link; nothing can be added afterwards. */
    Link link(long last) {
        number(events);
        return new Link(position, last, events, at, HexFormat.of().formatHex(digest.digest()));
    }

    private void number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }

    private void text(Optional<String> text) {
        if (text.isEmpty()) {
            number(-1);
            return;
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }
}
