package dev.ecrbot.config;

/**
 * Where requests and grants are kept.
 *
 * @param url a JDBC URL of H2 or PostgreSQL, without user and password
 */
public record StoreSettings(String url) {
    static final StoreSettings DEFAULT = new StoreSettings("jdbc:h2:file:./data/ecr-bot");

    /** Returns whether it is a PostgreSQL server, which needs a user and a password. */
    public boolean postgres() {
        return url.startsWith("jdbc:postgresql:");
    }
}
