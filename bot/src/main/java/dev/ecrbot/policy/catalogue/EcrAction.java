package dev.ecrbot.policy.catalogue;

/**
 * One action of ECR.
 *
 * @param name with its prefix, {@code ecr:BatchGetImage}
 * @param aboutRepositories whether it is done to a repository; otherwise it concerns the registry as a whole, and a
 *     repository's policy has no say in it
 * @param permissionOnly whether there is no API call of this name
 */
public record EcrAction(String name, AccessLevel level, boolean aboutRepositories, boolean permissionOnly)
        implements Comparable<EcrAction> {

    /** Returns whether who may do it may change who may do what. */
    public boolean changesPolicies() {
        return level == AccessLevel.PERMISSIONS_MANAGEMENT;
    }

    @Override
    public int compareTo(EcrAction other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
