package dev.ecrbot.policy;

/** Policies of a few statements. */
public final class Policies {
    private Policies() {}

    /** Returns the policy with these statements, which are JSON. */
    public static PolicyDocument of(String... statements) {
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}");
    }
}
