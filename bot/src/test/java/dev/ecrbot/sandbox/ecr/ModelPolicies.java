package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyScope;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.live.WriteAnswer.Again;
import dev.ecrbot.desk.live.WriteAnswer.Lost;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The port straight on the model, called as the role {@code ecr-bot} of each registry's account.
 *
 * <p>Keeps the contract that the real adapter keeps, without HTTP and without waiting; a call held at a {@link Gate}
 * waits until it is released, since there are no time-outs here.
 */
public final class ModelPolicies implements Policies {

    private static final int READS = 3;
    private static final int PAGE = 1000;

    private static final Set<String> NO_POLICY =
            Set.of("RepositoryPolicyNotFoundException", "RegistryPolicyNotFoundException");

    private final EcrService service;

    public ModelPolicies(EcrModel model) {
        this.service = new EcrService(model);
    }

    @Override
    public PolicyDocument read(PolicyHolder holder) {
        try {
            return PolicyDocument.parse(reading(() -> get(holder)));
        } catch (AwsError e) {
            if (NO_POLICY.contains(e.code())) {
                return PolicyDocument.empty();
            }
            throw new ProblemException(ModelProblems.of(e, holder.toString()));
        } catch (BrokenAnswer e) {
            throw new ProblemException(ModelProblems.unavailable(holder.toString()));
        }
    }

    private String get(PolicyHolder holder) {
        var caller = caller(holder.account());
        return holder instanceof Repository
                ? service.getRepositoryPolicy(caller, Place.of(holder), holder.key())
                : service.getRegistryPolicy(caller, Place.of(holder));
    }

    @Override
    public void expect(PolicyHolder holder, OnBehalf behalf) {
        // There is nothing to get here.
    }

    @Override
    public WriteAnswer write(PolicyHolder holder, PolicyDocument proposed, Principal asked, OnBehalf behalf) {
        try {
            send(holder, proposed, behalf);
            return new Taken(UUID.randomUUID().toString());
        } catch (BrokenAnswer e) {
            return new Lost(ModelProblems.unavailable(holder.toString()));
        } catch (AwsError e) {
            if (e.status() >= 500) {
                return new Lost(ModelProblems.unavailable(holder.toString()));
            }
            if (proposed.isEmpty() && NO_POLICY.contains(e.code())) {
                return new Taken(UUID.randomUUID().toString());
            }
            var problem = ModelProblems.ofWrite(e, holder.toString(), asked);
            return new NotTaken(problem, UUID.randomUUID().toString(), again(e, asked));
        }
    }

    private static Again again(AwsError refusal, Principal asked) {
        if (refusal.code().equals("ThrottlingException")) {
            return Again.LATER;
        }
        boolean mayBeNew = asked instanceof Principal.Role || asked instanceof Principal.User;
        return mayBeNew && refusal.getMessage().contains("Principal not found") ? Again.SOON : Again.NEVER;
    }

    private void send(PolicyHolder holder, PolicyDocument proposed, OnBehalf behalf) {
        var caller = caller(holder.account(), behalf.request());
        var place = Place.of(holder);
        if (holder instanceof Repository repository) {
            String name = repository.name().value();
            if (proposed.isEmpty()) {
                service.deleteRepositoryPolicy(caller, place, name);
            } else {
                service.setRepositoryPolicy(caller, place, name, proposed.text(), false);
            }
        } else if (proposed.isEmpty()) {
            service.deleteRegistryPolicy(caller, place);
        } else {
            service.putRegistryPolicy(caller, place, proposed.text());
        }
    }

    @Override
    public PolicyScope scope(RegionalRegistry registry) {
        try {
            var caller = caller(registry.account());
            return PolicyScope.of(
                    reading(() -> service.getAccountSetting(caller, Place.of(registry), "REGISTRY_POLICY_SCOPE")));
        } catch (AwsError e) {
            throw new ProblemException(ModelProblems.of(e, registry.toString()));
        } catch (BrokenAnswer e) {
            throw new ProblemException(ModelProblems.unavailable(registry.toString()));
        }
    }

    @Override
    public RepositoryFacts facts(Repository repository) {
        var caller = caller(repository.account());
        var place = Place.of(repository);
        String name = repository.name().value();
        Map<String, String> tags = tolerant(() -> service.listTags(caller, place, name), Map.of());
        Optional<String> newest = tolerant(
                () ->
                        service
                                .describeImages(caller, place, name, Optional.of(true), Optional.empty(), 100)
                                .items()
                                .stream()
                                .max(Comparator.comparing(Image::pushedAt))
                                .flatMap(image -> image.tags().stream()
                                        .min(Comparator.<String, Boolean>comparing("latest"::equals)
                                                .thenComparing(Comparator.naturalOrder()))),
                Optional.empty());
        return new RepositoryFacts(tags, newest);
    }

    @Override
    public Map<String, String> tags(Repository repository) {
        try {
            return service.listTags(
                    caller(repository.account()),
                    Place.of(repository),
                    repository.name().value());
        } catch (AwsError e) {
            throw new ProblemException(ModelProblems.of(e, repository.toString()));
        } catch (BrokenAnswer e) {
            throw new ProblemException(ModelProblems.unavailable(repository.toString()));
        }
    }

    @Override
    public List<RepositoryName> names(Registry registry, Region region) {
        var place = new Place(registry.account(), region);
        return tolerant(
                () -> service
                        .describeRepositories(caller(registry.account()), place, List.of(), Optional.empty(), PAGE)
                        .items()
                        .stream()
                        .map(state -> state.repository.name())
                        .toList(),
                List.of());
    }

    private static <T> T reading(Supplier<T> read) {
        for (int reads = 1; ; reads++) {
            try {
                return read.get();
            } catch (BrokenAnswer e) {
                if (reads == READS || e.body().isPresent()) {
                    throw e;
                }
            } catch (AwsError e) {
                boolean passing = e.status() >= 500 || e.code().equals("ThrottlingException");
                if (reads == READS || !passing) {
                    throw e;
                }
            }
        }
    }

    private static <T> T tolerant(Supplier<T> read, T otherwise) {
        try {
            return reading(read);
        } catch (AwsError | BrokenAnswer e) {
            return otherwise;
        }
    }

    private static Caller caller(AccountId account) {
        return caller(account, "ecr-bot");
    }

    private static Caller caller(AccountId account, String session) {
        return Caller.assumed("arn:aws:iam::" + account + ":role/ecr-bot", session);
    }
}
