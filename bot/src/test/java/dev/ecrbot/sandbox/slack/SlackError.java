package dev.ecrbot.sandbox.slack;

import java.util.List;

/** An answer of {@code "ok": false} with Slack's word for what is wrong. */
public final class SlackError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final List<String> findings;

    public SlackError(String error) {
        this(error, List.of());
    }

    public SlackError(String error, List<String> findings) {
        super(findings.isEmpty() ? error : error + ": " + String.join("; ", findings));
        this.error = error;
        this.findings = List.copyOf(findings);
    }

    public String error() {
        return error;
    }

    /** Returns what {@code response_metadata.messages} says. */
    public List<String> findings() {
        return findings;
    }
}
