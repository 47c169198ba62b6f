package dev.ecrbot.config;

/** How Slack reaches the bot. */
public enum Mode {
    /** Through a WebSocket that the bot opens; needs no public address. */
    SOCKET,
    /** Slack posts to the bot. */
    HTTP
}
