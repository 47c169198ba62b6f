package dev.ecrbot.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person, as Slack knows them. Both ids together are the identity: names and emails are never compared.
 *
 * @param team the id of the workspace (T…) or the Enterprise Grid organization (E…)
 * @param user the id of the user (U… or W…)
 */
public record PersonId(String team, String user) {
    private static final Pattern TEAM = Pattern.compile("[TE][A-Z0-9]{1,30}");
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");

    /** Whoever it was: nobody has these ids. */
    public static final PersonId UNKNOWN = new PersonId("T0", "U0");

    public PersonId {
        if (!TEAM.matcher(team).matches() || !USER.matcher(user).matches()) {
            throw new IllegalArgumentException("a person has a team id (T… or E…) and a user id (U… or W…)");
        }
    }

    /** Returns whether the text has the form of a user's id. */
    public static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    /** Returns the person that {@link #toString} wrote. */
    public static Optional<PersonId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String team = text.substring(0, slash);
        String user = text.substring(slash + 1);
        return TEAM.matcher(team).matches() && isUser(user) ? Optional.of(new PersonId(team, user)) : Optional.empty();
    }

    @Override
    public String toString() {
        return team + "/" + user;
    }
}
