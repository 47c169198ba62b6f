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
            return RegistryCheckWords.registryPolicyRead(statements);
        }));
        found.add(scope(registry, patterns));
        found.add(Examined.by(
                "aws.templates",
                subject,
                () -> RegistryCheckWords.templatesRead(fleet.templates(registry).size())));
        found.add(Examined.by(
                "aws.pull-through",
                subject,
                () -> RegistryCheckWords.pullThroughRead(
                        fleet.pullThroughRules(registry).size())));
        found.add(Examined.by(
                "aws.replication",
                subject,
                () -> RegistryCheckWords.replicationRead(
                        fleet.replication(registry).size())));
        listing.get().names().stream().findFirst().ifPresent(name -> repository(registry, name, found));
        found.add(Examined.unchecked(
                "aws.writes",
                subject,
                RegistryCheckWords.writesUnseen(),
                RegistryCheckWords.askIam(role.orElse("ROLE"), registry)));
        return found;
    }

    private Optional<FleetReader.Listing> listed(RegionalRegistry registry, String subject, List<Examined> found) {
        try {
            FleetReader.Listing listing = fleet.list(registry, Optional.empty());
            found.add(Examined.fine(
                    "aws.repositories",
                    subject,
                    RegistryCheckWords.repositories(
                            listing.names().size(), listing.next().isPresent())));
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
            return RegistryCheckWords.policyRead();
        }));
        found.add(Examined.by("aws.tags", repository.arn(), () -> {
            fleet.tags(repository);
            return RegistryCheckWords.tagsRead();
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
            case V2 -> Examined.fine(SCOPE, subject, RegistryCheckWords.scopeOfImages());
            case V1 ->
                patterns
                        ? Examined.wrong(
                                SCOPE,
                                subject,
                                RegistryCheckWords.scopeTooNarrow(),
                                RegistryCheckWords.widenScope(registry.region()))
                        : Examined.fine(SCOPE, subject, RegistryCheckWords.scopeNarrow());
            case UNKNOWN ->
                unknownScope(registry, RegistryCheckWords.scopeUnsaid(), RegistryCheckWords.allowScope(), patterns);
        };
    }

    /** Nobody but those who ask for patterns needs to know it. */
    private static Examined unknownScope(RegionalRegistry registry, String what, String next, boolean patterns) {
        return patterns
                ? Examined.wrong(SCOPE, registry.label(), what, next)
                : Examined.unchecked(SCOPE, registry.label(), what, next);
    }
}
