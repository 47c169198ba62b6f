package dev.ecrbot.doctor;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;

/** What is said of a registry that was looked at. */
final class RegistryCheckWords {
    private RegistryCheckWords() {}

    static String registryPolicyRead(int statements) {
        return "The registry's policy can be read; statements in it: " + statements + ".";
    }

    static String templatesRead(int templates) {
        return "Repository creation templates can be read: " + templates + ".";
    }

    static String pullThroughRead(int rules) {
        return "The pull-through cache rules can be read: " + rules + ".";
    }

    static String replicationRead(int rules) {
        return "Replication rules can be read: " + rules + ".";
    }

    static String repositories(int listed, boolean more) {
        return "Repositories: " + listed + (more ? " and more" : "") + ".";
    }

    static String policyRead() {
        return "Its policy can be read.";
    }

    static String tagsRead() {
        return "Its tags can be read.";
    }

    static String writesUnseen() {
        return "The doctor writes nothing, so it can't see whether the bot may change policies.";
    }

    static String askIam(String role, RegionalRegistry registry) {
        return "Ask IAM: aws iam simulate-principal-policy --policy-source-arn "
                + role
                + " --action-names ecr:SetRepositoryPolicy ecr:DeleteRepositoryPolicy --resource-arns arn:"
                + registry.region().partition().id()
                + ":ecr:"
                + registry.region()
                + ":"
                + registry.account()
                + ":repository/NAME";
    }

    static String scopeOfImages() {
        return "Its policy decides about images (V2), so patterns can be granted.";
    }

    static String scopeTooNarrow() {
        return "Its policy scope is V1, and rules with “patterns: true” need V2: such asks are refused.";
    }

    static String widenScope(Region region) {
        return "Have whoever looks after the registry run: aws ecr put-account-setting --name REGISTRY_POLICY_SCOPE --value V2 --region "
                + region
                + "; or take “patterns: true” out of the rules.";
    }

    static String scopeNarrow() {
        return "Its policy scope is V1: access to patterns of repositories can't be granted.";
    }

    static String scopeUnsaid() {
        return "AWS didn't say how far the registry's policy reaches, so patterns can't be granted.";
    }

    static String allowScope() {
        return "Allow ecr:GetAccountSetting in a policy of the bot's role.";
    }
}
