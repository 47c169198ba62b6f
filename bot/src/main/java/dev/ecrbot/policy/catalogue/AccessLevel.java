package dev.ecrbot.policy.catalogue;

import java.util.Arrays;

/**
 * What kind of thing an action does, as AWS classifies it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">IAM:
 *     access levels</a>
 */
public enum AccessLevel {
    LIST("List"),
    READ("Read"),
    WRITE("Write"),
    PERMISSIONS_MANAGEMENT("Permissions management"),
    TAGGING("Tagging");

    private final String word;

    AccessLevel(String word) {
        this.word = word;
    }

    /** Returns the level as AWS writes it, {@code Permissions management} for example. */
    public String word() {
        return word;
    }

    static AccessLevel byWord(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no access level " + word));
    }
}
