package dev.ecrbot.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whoever asks or decides: a person, as Slack knows them, or a machine, as the configuration names it. Both parts together are the
 * identity: names and emails are never compared. What a machine has in them is no id of Slack's, so that neither can be taken
 * for the other.
 *
 * @param team the id of the workspace (T…) or the Enterprise Grid organization (E…); {@code machine} for a machine
 * @param user the id of the user (U… or W…); a machine's name
 */
public record PersonId(String team, String user) {
    private static final Pattern TEAM = Pattern.compile("[TE][A-Z0-9]{1,30}");
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");
    private static final String MACHINES = "machine";
    private static final Pattern MACHINE = Pattern.compile("[a-z][a-z0-9_-]{0,40}");

    /** Whoever it was: nobody has these ids. */
    public static final PersonId UNKNOWN = new PersonId("T0", "U0");

    public PersonId {
        if (!fits(team, user)) {
            throw new IllegalArgumentException("a person has a team id (T… or E…) and a user id (U… or W…)");
        }
    }

    /** Returns the machine that the configuration calls this. */
    public static PersonId machine(String name) {
        return new PersonId(MACHINES, name);
    }

    /** Returns whether the text has the form of a machine's name. */
    public static boolean isMachine(String name) {
        return MACHINE.matcher(name).matches();
    }

    /** Returns whether it is a machine, which Slack knows nothing of, and which never decides. */
    public boolean isMachine() {
        return team.equals(MACHINES);
    }

    private static boolean fits(String team, String user) {
        return team.equals(MACHINES) ? isMachine(user) : TEAM.matcher(team).matches() && isUser(user);
    }

    /** Returns whether the text has the form of a user's id. */
    public static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    /** Returns whom {@link #toString} wrote. */
    public static Optional<PersonId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String team = text.substring(0, slash);
        String user = text.substring(slash + 1);
        return fits(team, user) ? Optional.of(new PersonId(team, user)) : Optional.empty();
    }

    @Override
    public String toString() {
        return team + "/" + user;
    }
}
