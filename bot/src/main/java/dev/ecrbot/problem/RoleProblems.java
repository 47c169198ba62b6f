package dev.ecrbot.problem;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;

/** What keeps the bot from the credentials for a registry, or makes them useless there. A {@code code} is AWS's own name of an error. */
public final class RoleProblems {
    private RoleProblems() {}

    public static Problem noCredentials(String registry) {
        return new Problem(
                Code.AWS_ACCESS_DENIED,
                "The bot found no AWS credentials for registry " + registry + ".",
                "Give the process credentials (an instance, task or pod role, or the SDK's variables), or configure"
                        + " a role for this registry.");
    }

    public static Problem noCredentialsForRole(String role, String registry) {
        return new Problem(
                Code.AWS_ROLE_NOT_ASSUMED,
                failed(role, registry) + "the process has no AWS credentials of its own to do so.",
                "Give the process credentials (an instance, task or pod role, or the SDK's variables) that the role's"
                        + " trust policy names.");
    }

    public static Problem stsUnreachable(String role, String registry, Region region) {
        return new Problem(
                Code.AWS_UNAVAILABLE,
                failed(role, registry) + "STS could not be reached or did not answer in time.",
                "Try again in a few minutes; if this keeps happening, check the network between the bot and STS in "
                        + region + ".");
    }

    public static Problem throttled(String role, String registry, String code) {
        return new Problem(
                Code.AWS_THROTTLED,
                answered(role, registry, code),
                "Try again in a few minutes; if this keeps happening, find out who else calls AssumeRole in that account.");
    }

    public static Problem stsBroken(String role, String registry, String code) {
        return new Problem(
                Code.AWS_UNAVAILABLE,
                answered(role, registry, code),
                "Try again in a few minutes; if this keeps happening, look at the AWS Health Dashboard.");
    }

    /** @param permission what is needed to say for whom the bot acts, beside that to assume the role */
    public static Problem attributionRefused(String role, String registry, String code, String permission) {
        return new Problem(
                Code.AWS_ATTRIBUTION_REFUSED,
                answered(role, registry, code) + " To say for whom it acts, the bot needs " + permission + ".",
                "Allow " + permission + " in the role's trust policy and in a policy of the bot's own identity (the"
                        + " template registry-role.yaml does both), or configure attribution: request for registry "
                        + registry + ".");
    }

    public static Problem credentialsExpired(String role, String registry, String code) {
        return notAssumed(
                role,
                registry,
                code,
                "Check the clock of the bot's machine, and renew the credentials that its process has of its own.");
    }

    public static Problem credentialsUnknown(String role, String registry, String code) {
        return notAssumed(
                role, registry, code, "Check which credentials the bot's process finds: AWS doesn't know them.");
    }

    public static Problem signatureWrong(String role, String registry, String code) {
        return notAssumed(
                role,
                registry,
                code,
                "Check the secret key that the bot's process finds, the clock of its machine, and that no proxy alters"
                        + " requests.");
    }

    public static Problem stsNotActivated(String role, String registry, String code, Region region) {
        return notAssumed(
                role,
                registry,
                code,
                "Have STS activated for " + region
                        + " in the bot's own account (IAM > Account settings), or name another Region first.");
    }

    public static Problem refused(String role, String registry, String code) {
        return notAssumed(
                role,
                registry,
                code,
                "Check that the role exists, that its trust policy lets the bot's own identity call sts:AssumeRole,"
                        + " and that this identity is allowed to.");
    }

    private static Problem notAssumed(String role, String registry, String code, String next) {
        return new Problem(Code.AWS_ROLE_NOT_ASSUMED, answered(role, registry, code), next);
    }

    private static String answered(String role, String registry, String code) {
        return failed(role, registry) + "STS answered " + code + ".";
    }

    private static String failed(String role, String registry) {
        return "The bot could not assume role " + role + " for registry " + registry + ": ";
    }

    /**
     * AWS lets no other account read and write a registry's policy.
     *
     * @param identity who AWS sees calling
     * @param caller which account that is in
     */
    public static Problem otherAccount(String registry, AccountId account, String identity, String caller) {
        return new Problem(
                Code.AWS_OTHER_ACCOUNT,
                "The policy of the registry " + registry + " can't be used: AWS lets only account " + account
                        + " itself read or change it, and " + identity + " is in " + caller + ".",
                "Configure a role of account " + account + " for the registry " + registry + ".");
    }

    public static Problem accountUnknown(String registry, AccountId account) {
        return new Problem(
                Code.AWS_UNAVAILABLE,
                "STS didn't say which account the bot runs in, so the bot left the policy of the registry " + registry
                        + " alone.",
                "Try again in a few minutes, or configure a role of account " + account + " for the registry.");
    }
}
