package dev.ecrbot.desk.ledger;

/** A row can't be read: a newer version wrote it, or something broke it. It stays as it is. */
public final class UnreadableRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final String key;

    /**
     * @param key what the row is known by in its table
     */
    public UnreadableRow(String table, String key, Throwable cause) {
        super("row " + key + " of " + table + " can't be read: " + cause.getMessage(), cause);
        this.table = table;
        this.key = key;
    }

    public String table() {
        return table;
    }

    public String key() {
        return key;
    }
}
