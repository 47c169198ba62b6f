package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.Policies;
import dev.ecrbot.desk.RepositoryFacts;
import dev.ecrbot.desk.WriteAnswer;
import dev.ecrbot.desk.WriteAnswer.Lost;
import dev.ecrbot.desk.WriteAnswer.NotTaken;
import dev.ecrbot.desk.WriteAnswer.Taken;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The port straight on the model, called as the role {@code ecr-bot} of each repository's account.
 *
 * <p>Keeps the contract that the real adapter keeps, without HTTP and without waiting; a call held at a {@link Gate}
 * waits until it is released, since there are no time-outs here.
 */
public final class ModelPolicies implements Policies {

    private static final int READS = 3;
    private static final int SENDS = 5;
    private static final int PAGE = 1000;

    private final EcrService service;

    public ModelPolicies(EcrModel model) {
        this.service = new EcrService(model);
    }

    @Override
    public PolicyDocument read(PolicyHolder holder) {
        Repository repository = (Repository) holder;
        try {
            return PolicyDocument.parse(reading(() -> service.getRepositoryPolicy(
                    caller(repository.account()),
                    Place.of(repository),
                    repository.name().value())));
        } catch (AwsError e) {
            if (e.code().equals("RepositoryPolicyNotFoundException")) {
                return PolicyDocument.empty();
            }
            throw new ProblemException(ModelProblems.of(e, repository.toString()));
        } catch (BrokenAnswer e) {
            throw new ProblemException(ModelProblems.unavailable(repository.toString()));
        }
    }

    @Override
    public WriteAnswer write(PolicyHolder holder, PolicyDocument proposed, Principal asked) {
        Repository repository = (Repository) holder;
        for (int sends = 1; ; sends++) {
            try {
                send(repository, proposed);
                return new Taken(UUID.randomUUID().toString());
            } catch (BrokenAnswer e) {
                return new Lost(ModelProblems.unavailable(repository.toString()));
            } catch (AwsError e) {
                if (e.status() >= 500) {
                    return new Lost(ModelProblems.unavailable(repository.toString()));
                }
                if (proposed.isEmpty() && e.code().equals("RepositoryPolicyNotFoundException")) {
                    return new Taken(UUID.randomUUID().toString());
                }
                if (sends == SENDS || !e.code().equals("ThrottlingException")) {
                    var problem = ModelProblems.ofWrite(e, repository.toString(), asked);
                    return new NotTaken(problem, UUID.randomUUID().toString());
                }
            }
        }
    }

    private void send(Repository repository, PolicyDocument proposed) {
        var caller = caller(repository.account());
        String name = repository.name().value();
        if (proposed.isEmpty()) {
            service.deleteRepositoryPolicy(caller, Place.of(repository), name);
        } else {
            service.setRepositoryPolicy(caller, Place.of(repository), name, proposed.text(), false);
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
        return Caller.assumed("arn:aws:iam::" + account + ":role/ecr-bot", "ecr-bot");
    }
}
