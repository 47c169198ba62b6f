package dev.ecrbot.desk.live;

/**
 * What a registry's policy can rule on in its account and Region: the account setting {@code REGISTRY_POLICY_SCOPE}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html">Registry permissions</a>
 */
public enum PolicyScope {
    /** Replication, pull-through cache and the making of repositories only. */
    V1,
    /** Every action of ECR. */
    V2,
    /** AWS said something else. */
    UNKNOWN;

    /** Returns what the setting's value means. */
    public static PolicyScope of(String value) {
        return switch (value) {
            case "V1" -> V1;
            case "V2" -> V2;
            default -> UNKNOWN;
        };
    }
}
