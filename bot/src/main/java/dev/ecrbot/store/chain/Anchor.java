package dev.ecrbot.store.chain;

/**
 * What is kept of a link outside of the database: the chain had it at that position once, so it has it for good.
 *
 * @param hash in hexadecimal digits
 */
public record Anchor(long position, String hash) {

    /** Returns that of this link. */
    public static Anchor of(Link link) {
        return new Anchor(link.position(), link.hash());
    }
}
