package dev.ecrbot.doctor;

import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyScope;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.index.FleetReader;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at registries through what the bot reads them with; changes nothing there. */
public final class RegistryCheckup {
    private static final String SCOPE = "aws.scope";
    private static final String PULL_THROUGH = "pull-through cache rules";
    private static final String WRITES = "Whether it may change policies shows when it does: nothing is written here.";

    private final Policies policies;
    private final FleetReader fleet;

    public RegistryCheckup(Policies policies, FleetReader fleet) {
        this.policies = policies;
        this.fleet = fleet;
    }

    /**
     * Returns what there is to see of one registry in one Region, in the order in which it was looked at.
     *
     * @param patterns whether rules let people ask for patterns there
     */
    public List<Examined> look(RegionalRegistry registry, Optional<String> role, boolean patterns) {
        String subject = registry.label();
        var found = new ArrayList<Examined>();
        Optional<FleetReader.Listing> listing = listed(registry, subject, found);
        if (listing.isEmpty()) {
            // Nothing else can be read there, either, and each would say the same.
            return found;
        }
        found.add(Examined.by("aws.registry-policy", subject, () -> {
            int statements = policies.read(registry).statements().size();
            return "The registry's policy can be read; statements in it: " + statements + ".";
        }));
        found.add(scope(registry, patterns));
        found.add(Examined.by(
                "aws.templates",
                subject,
                () -> "Repository creation templates can be read: "
                        + fleet.templates(registry).size() + "."));
        found.add(Examined.by(
                "aws.pull-through",
                subject,
                () -> "The " + PULL_THROUGH + " can be read: "
                        + fleet.pullThroughRules(registry).size() + "."));
        found.add(Examined.by(
                "aws.replication",
                subject,
                () -> "Replication rules can be read: "
                        + fleet.replication(registry).size() + "."));
        listing.get().names().stream().findFirst().ifPresent(name -> repository(registry, name, found));
        found.add(Examined.unchecked(
                "aws.writes",
                subject,
                WRITES,
                "Ask IAM: aws iam simulate-principal-policy --policy-source-arn " + role.orElse("ROLE")
                        + " --action-names ecr:SetRepositoryPolicy ecr:DeleteRepositoryPolicy --resource-arns arn:"
                        + registry.region().partition().id() + ":ecr:" + registry.region() + ":" + registry.account()
                        + ":repository/NAME"));
        return found;
    }

    private Optional<FleetReader.Listing> listed(RegionalRegistry registry, String subject, List<Examined> found) {
        try {
            FleetReader.Listing listing = fleet.list(registry, Optional.empty());
            String more = listing.next().isPresent() ? " and more" : "";
            found.add(Examined.fine(
                    "aws.repositories",
                    subject,
                    "Repositories: " + listing.names().size() + more + "."));
            return Optional.of(listing);
        } catch (ProblemException e) {
            found.add(Examined.wrong(
                    "aws.repositories", subject, e.problem().what(), e.problem().next()));
            return Optional.empty();
        }
    }

    private void repository(RegionalRegistry registry, RepositoryName name, List<Examined> found) {
        var repository = new Repository(registry.account(), registry.region(), name);
        found.add(Examined.by("aws.repository-policy", repository.arn(), () -> {
            policies.read(repository);
            return "Its policy can be read.";
        }));
        found.add(Examined.by("aws.tags", repository.arn(), () -> {
            fleet.tags(repository);
            return "Its tags can be read.";
        }));
    }

    private Examined scope(RegionalRegistry registry, boolean patterns) {
        try {
            return scope(registry, policies.scope(registry), patterns);
        } catch (ProblemException e) {
            return unknownScope(registry, e.problem().what(), e.problem().next(), patterns);
        }
    }

    private static Examined scope(RegionalRegistry registry, PolicyScope scope, boolean patterns) {
        String subject = registry.label();
        return switch (scope) {
            case V2 ->
                Examined.fine(SCOPE, subject, "Its policy decides about images (V2), so patterns can be granted.");
            case V1 ->
                patterns
                        ? Examined.wrong(
                                SCOPE,
                                subject,
                                "Its policy scope is V1, and rules with “patterns: true” need V2: such asks are refused.",
                                "Have whoever looks after the registry run: aws ecr put-account-setting --name"
                                        + " REGISTRY_POLICY_SCOPE --value V2 --region " + registry.region()
                                        + "; or take “patterns: true” out of the rules.")
                        : Examined.fine(
                                SCOPE,
                                subject,
                                "Its policy scope is V1: access to patterns of repositories can't be granted.");
            case UNKNOWN ->
                unknownScope(
                        registry,
                        "AWS didn't say how far the registry's policy reaches, so patterns can't be granted.",
                        "Allow ecr:GetAccountSetting in a policy of the bot's role.",
                        patterns);
        };
    }

    /** Nobody but those who ask for patterns needs to know it. */
    private static Examined unknownScope(RegionalRegistry registry, String what, String next, boolean patterns) {
        return patterns
                ? Examined.wrong(SCOPE, registry.label(), what, next)
                : Examined.unchecked(SCOPE, registry.label(), what, next);
    }
}
