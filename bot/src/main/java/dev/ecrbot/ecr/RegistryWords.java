package dev.ecrbot.ecr;

/** What registries, their hosts and what else writes their policies are called, and what to do about the last. */
final class RegistryWords {
    private RegistryWords() {}

    static String registry(AccountId account, Region region) {
        return "the registry of " + account + " in " + region;
    }

    static String overIpv4() {
        return "over IPv4.";
    }

    static String overBoth() {
        return "over IPv4 and IPv6.";
    }

    static String withFips() {
        return "with FIPS modules.";
    }

    static String withFipsOverBoth() {
        return "with FIPS modules, over IPv4 and IPv6.";
    }

    static String leaveOutOfTemplate() {
        return "take RepositoryPolicyText out of the template's AWS::ECR::Repository";
    }

    static String leaveOutOfTerraform() {
        return "take aws_ecr_repository_policy out of its code, or give it lifecycle { ignore_changes = [policy] }";
    }

    static String leaveOutOfResource() {
        return "leave spec.policy out of the Repository resource in Kubernetes";
    }
}
