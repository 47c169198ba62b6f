package dev.ecrbot.rules;

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

    public PersonId {
        if (!TEAM.matcher(team).matches() || !USER.matcher(user).matches()) {
            throw new IllegalArgumentException("a person has a team id (T… or E…) and a user id (U… or W…)");
        }
    }

    /** Returns whether the text has the form of a user's id. */
    public static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    @Override
    public String toString() {
        return team + "/" + user;
    }
}
