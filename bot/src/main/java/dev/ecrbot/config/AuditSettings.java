package dev.ecrbot.config;

import java.net.URI;

/**
 * Where the audit trail is handed on to.
 *
 * @param webhook by https, but on this machine; may hold a token, and isn't printed
 */
public record AuditSettings(URI webhook) {
    @Override
    public String toString() {
        return "AuditSettings[" + webhook.getHost() + "]";
    }
}
