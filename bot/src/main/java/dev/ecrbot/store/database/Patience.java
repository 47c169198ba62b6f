package dev.ecrbot.store.database;

import java.time.Duration;

/**
 * How long the store waits before it gives up: a dead database has to be told within seconds instead of keeping people waiting.
 *
 * @param connection for a connection of a pool that is in use
 * @param login for a server that has taken a connection to let it in; more than a second connection ever needs, since the first
 *     one of a cold process on a busy machine takes long
 * @param opening from when on a database that can't be reached at start is given up; one that fails sooner has another try
 * @param row for a row that another transaction holds
 * @param policy for a policy's lock
 * @param idle for a transaction that does nothing, as one does whose process was stopped in its tracks; longer than the calls to
 *     Slack and AWS take, all timed out, within which a message is delivered
 */
public record Patience(
        Duration connection, Duration login, Duration opening, Duration row, Duration policy, Duration idle) {
    public static final Patience REAL = new Patience(
            Duration.ofSeconds(3),
            Duration.ofSeconds(8),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(45));

    public Patience waitingForPolicies(Duration atMost) {
        return new Patience(connection, login, opening, row, atMost, idle);
    }

    /** Returns how long all transactions wait but those that are policies' locks. */
    public Waits ofRows() {
        return new Waits(row, idle);
    }

    /** Returns how long policies' locks wait. Each stands idle in its transaction for as long as its work takes. */
    public Waits ofPolicies() {
        return new Waits(policy, Duration.ZERO);
    }
}
