package dev.ecrbot.denial;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.RepositoryName;
import java.util.Optional;

/** What stands in the gaps of {@link CauseWords}: names, and sentences of their own. {@link Advice} decides which of them do. */
final class AdviceWords {
    private AdviceWords() {}

    static String anyCaller() {
        return "whoever made the call";
    }

    static String caller(Caller.Kind kind, String name, Optional<AccountId> account) {
        String owner = account.map(id -> " of account " + id).orElse("");
        return kind == Caller.Kind.ROOT ? "the root user" + owner : "the " + kind(kind) + " " + name + owner;
    }

    private static String kind(Caller.Kind kind) {
        return switch (kind) {
            case ROLE -> "role";
            case USER -> "user";
            case FEDERATED_USER -> "federated user";
            case ROOT -> "root user";
            case SERVICE -> "service";
        };
    }

    static String anyAction() {
        return "the call";
    }

    static String anyRepository() {
        return "the repository";
    }

    static String repositoryName(Optional<RepositoryName> name) {
        return name.map(RepositoryName::value).orElse("of that name");
    }

    static String registry(Optional<AccountId> account) {
        return account.map(id -> "account " + id).orElse("that registry");
    }

    static String anyHost() {
        return "the registry";
    }

    static String anyRegion() {
        return "REGION";
    }

    static String ask(Access access, String caller, String toCheck) {
        return "Ask for " + access + " for " + caller + toCheck + ".";
    }

    /** What has to be checked in an ask for a role of which only a session is known. */
    static String pathUnknown() {
        return " (the role, not its session; if the role has a path, put that before its name)";
    }

    static String identityCenterPath() {
        return " (check the role's path in IAM: it also holds the Identity Center's Region, unless that is us-east-1)";
    }

    static String identityPolicyIsEnough(String caller) {
        return "An Allow in an identity policy of " + caller + " is enough.";
    }

    static String registryPolicyHasToAllow() {
        return "It belongs to a pull through cache: the registry's policy has to allow it.";
    }

    static String noAccessHoldsIt() {
        return "None of pull, read and push includes that action, so whoever manages the policy has to add it.";
    }

    static String callerUnnamed() {
        return "The text doesn't say who was refused. With ECS that is the task execution role (Fargate) or the instance's role,"
                + " with Kubernetes the node's role.";
    }

    static String repositoryUnnamed() {
        return "The text doesn't show the repository in full. Name it when you ask for a grant.";
    }

    static String callerCannotBeNamed() {
        return "A grant can't name this caller. It can name a role or a user of a known account in the registry's partition.";
    }

    static String lookAtIdentityPolicy(String action, String caller) {
        return "AWS gives no reason. The first thing to look at is whether an identity policy of " + caller + " allows "
                + action + ". A Deny can be the reason, too.";
    }

    static String lookAtBoth(String action, String caller) {
        return "The text doesn't say which policy refuses, so check both: whether the repository's policy allows "
                + action + " to " + caller + ", and whether an identity policy of that caller does.";
    }

    static String noGrantNeeded() {
        return "The caller is of the registry's own account: no grant is needed.";
    }

    static String checkTheOtherHalf() {
        return "Both the repository's policy and the caller's own have to allow it, and AWS names only one of them. Check the"
                + " other one afterwards.";
    }

    static String cachePolicy() {
        return "It belongs to a pull through cache; the policy AmazonEC2ContainerRegistryPullOnly has ecr:BatchImportUpstreamImage, too.";
    }

    static String ownRegistryOnly() {
        return "amazon-ecr-login logs in to the caller's own registry only, unless its input registries names the owner's account.";
    }
}
