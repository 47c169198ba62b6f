package dev.ecrbot;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;

/** What can be wrong with roles, registries and AWS. */
final class FlawsOfAws {
    private FlawsOfAws() {}

    static List<Flaw> all() {
        return List.of(
                new Flaw(
                        "a role that trusts others",
                        setup -> setup.ecr.iam().distrust(SeedRegistry.BOT_ROLE),
                        "aws.repositories",
                        "assume role"),
                new Flaw(
                        "a role that isn't there",
                        setup -> setup.edit = text -> text.replace("role/ecr-bot", "role/no-such"),
                        "aws.repositories",
                        "assume role"),
                refusing("source_identity", "sts:SetSourceIdentity"),
                refusing("tags", "sts:TagSession"),
                withheld(ApiOperation.DESCRIBE_REPOSITORIES, "aws.repositories"),
                withheld(ApiOperation.GET_REGISTRY_POLICY, "aws.registry-policy"),
                withheld(ApiOperation.GET_REPOSITORY_POLICY, "aws.repository-policy"),
                withheld(ApiOperation.DESCRIBE_REPOSITORY_CREATION_TEMPLATES, "aws.templates"),
                withheld(ApiOperation.DESCRIBE_PULL_THROUGH_CACHE_RULES, "aws.pull-through"),
                withheld(ApiOperation.DESCRIBE_REGISTRY, "aws.replication"),
                withheld(ApiOperation.LIST_TAGS_FOR_RESOURCE, "aws.tags"),
                new Flaw(
                        "a role that may change no policies",
                        setup -> setup.may(all -> all.remove("ecr:SetRepositoryPolicy")),
                        "aws.writes",
                        "may not ecr:SetRepositoryPolicy"),
                new Flaw(
                        "a role that may do more than it needs",
                        setup -> setup.may(all -> all.add("ecr:DeleteRepository")),
                        "aws.writes",
                        "more than the bot needs: ecr:DeleteRepository at"),
                new Flaw(
                        "patterns, and a role that may not write the registry's policy",
                        setup -> {
                            setup.may(all -> {});
                            setup.edit = FlawsOfAws::withPatterns;
                        },
                        "aws.writes",
                        "may not ecr:DeleteRegistryPolicy, ecr:PutRegistryPolicy"),
                new Flaw(
                        "patterns, and a registry's policy of the old scope",
                        setup -> {
                            setup.ecr.setPolicyScope(new Place(SeedRegistry.CENTRAL, new Region("us-west-2")), "V1");
                            setup.edit = FlawsOfAws::withPatterns;
                        },
                        "aws.scope",
                        "--value V2 --region us-west-2"),
                new Flaw(
                        "patterns, and a scope that can't be read",
                        setup -> {
                            withheld(ApiOperation.GET_ACCOUNT_SETTING, "aws.scope")
                                    .plant()
                                    .accept(setup);
                            setup.edit = FlawsOfAws::withPatterns;
                        },
                        "aws.scope",
                        "ecr:GetAccountSetting"),
                new Flaw(
                        "the default chain belongs to another account",
                        setup -> setup.edit = text -> attributed(text, "request")
                                .replace("    attribution: request\n", "")
                                .replace("    role: arn:aws:iam::111111111111:role/ecr-bot\n", "")
                                .replace("account: \"111111111111\"", "account: \"999999999999\""),
                        "aws.repositories",
                        "999999999999"),
                new Flaw("AWS is away", setup -> setup.aws.close(), "aws.repositories", ""));
    }

    private static String withPatterns(String text) {
        return text.replace("- name: payments-pull\n", "- name: payments-pull\n    patterns: true\n");
    }

    private static Flaw refusing(String attribution, String permission) {
        return new Flaw(
                "a role that takes no " + attribution,
                setup -> {
                    setup.ecr.iam().distrust(SeedRegistry.BOT_ROLE, permission);
                    setup.edit = text -> attributed(text, attribution);
                },
                "aws.sessions",
                permission + " in the role's trust policy");
    }

    static String attributed(String text, String attribution) {
        return text.replace("attribution: source_identity", "attribution: " + attribution);
    }

    static Flaw withheld(ApiOperation operation, String check) {
        return new Flaw(
                "without " + operation,
                setup -> {
                    setup.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, operation);
                    setup.ecr.traffic().withhold(SeedRegistry.BOT_HOST.principal(), operation);
                },
                check,
                operation.permission());
    }
}
