package dev.ecrbot.store.database;

/** The database's user and password; the password is never printed. */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return "Credentials[" + user + ", password not shown]";
    }
}
