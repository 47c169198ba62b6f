package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.index.ReplicationRule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Registries, repositories, images, policies, and the principals that exist. Thread-safe; everything that happens happens
 * at once and one after the other, and the last write wins, since ECR knows no versions.
 *
 * <p>This is the side of whoever sets it up and looks on; {@link EcrService} is the side of those who call it.
 */
public final class EcrModel {

    /** What the service model allows a policy's text; whether AWS counts what is sent or what it stores isn't documented. */
    public static final int LIMIT = 10_240;

    private final Object lock = new Object();
    private final Clock clock;
    private final PolicyKeeper policies;
    private final Iam iam = new Iam(this::readAnew);
    private final Traffic traffic = new Traffic();
    private final Map<Place, RegistryState> registries = new HashMap<>();
    private int images;

    public EcrModel(Clock clock) {
        this(clock, 1);
    }

    /** Creates a model that shuffles principals in its own way for each seed. */
    public EcrModel(Clock clock, long seed) {
        this.clock = clock;
        this.policies = new PolicyKeeper(lock, clock, new Random(seed), iam, this::registry);
    }

    public Iam iam() {
        return iam;
    }

    /** Returns the calls that arrived, and the place to set up faults for those to come. */
    public Traffic traffic() {
        return traffic;
    }

    /** Makes AWS take ids of deleted roles and users again, or refuse them, as it does at first; neither is documented. */
    public void takeOrphans(boolean taken) {
        policies.takeOrphans(taken);
    }

    /** Makes AWS check its own, longer form of a policy against the limit, too; which it counts isn't documented. */
    public void countStoredText(boolean counted) {
        policies.countStoredText(counted);
    }

    /** Sets the scope of the registry's policy, {@code V1} or {@code V2}; at first it is the latter. */
    public void setPolicyScope(Place place, String scope) {
        synchronized (lock) {
            registry(place).policyScope = scope;
        }
    }

    /** Adds a template that new repositories are made from. */
    public void addTemplate(Place place, CreationTemplate template) {
        synchronized (lock) {
            registry(place).templates.add(template);
        }
    }

    /** Adds a rule by which the registry fills repositories from another one. */
    public void addPullThroughRule(Place place, PullThroughRule rule) {
        synchronized (lock) {
            registry(place).pullThroughRules.add(rule);
        }
    }

    /** Adds a rule by which the registry's images are copied to others. Nothing is copied: images here are names only. */
    public void addReplication(Place place, ReplicationRule rule) {
        synchronized (lock) {
            registry(place).replication.add(rule);
        }
    }

    /** Creates a repository, or sets the tags of the one that is there. */
    public void addRepository(Repository repository, Map<String, String> tags) {
        synchronized (lock) {
            iam.addAccount(repository.account());
            var registry = registry(Place.of(repository));
            var state = registry.repositories.computeIfAbsent(
                    repository.name().value(), name -> new RepositoryState(repository, clock.instant()));
            Optional.ofNullable(registry.past.remove(repository.name().value())).ifPresent(state.policy::follow);
            state.tags.clear();
            state.tags.putAll(tags);
        }
    }

    /**
     * Makes a repository as ECR does by itself.
     *
     * @param way what makes it, {@code CREATE_ON_PUSH} for example: the most specific template that is for it gives the policy
     */
    public void bear(Repository repository, String way) {
        Optional<CreationTemplate> chosen;
        synchronized (lock) {
            chosen = registry(Place.of(repository)).template(repository.name().value(), way);
        }
        addRepository(repository, Map.of());
        chosen.map(CreationTemplate::policy)
                .filter(policy -> !policy.isEmpty())
                .ifPresent(policy -> setPolicy(repository, policy.text()));
    }

    /** Pushes an image; a tag that another image of the repository has moves over to it. */
    public void addImage(Repository repository, Instant pushedAt, String... tags) {
        synchronized (lock) {
            existing(repository).push("sha256:" + String.format("%064x", ++images), pushedAt, List.of(tags));
        }
    }

    /** Deletes a repository with all that is in it; what was written to its policy is known again once it is made again. */
    public void deleteRepository(Repository repository) {
        synchronized (lock) {
            var registry = registry(Place.of(repository));
            var gone = registry.repositories.remove(repository.name().value());
            if (gone != null) {
                if (gone.policy.stored.isPresent()) {
                    policies.remember(gone.policy, Caller.administrator(repository.account()), Optional.empty());
                }
                registry.past.put(repository.name().value(), gone.policy);
            }
        }
    }

    /** Returns every repository, in order. */
    public List<Repository> repositories() {
        synchronized (lock) {
            return registries.values().stream()
                    .flatMap(registry -> registry.repositories.values().stream())
                    .map(state -> state.repository)
                    .sorted()
                    .toList();
        }
    }

    /** Returns the live policy as AWS shows it; empty if there is none. */
    public Optional<String> policy(PolicyHolder holder) {
        return shown(slot(holder));
    }

    /** Sets a policy as an administrator does behind everybody's back; refused like any other mistake. */
    public void setPolicy(PolicyHolder holder, String text) {
        replacePolicy(slot(holder), text, Caller.administrator(holder.account()), true);
    }

    /** Deletes a policy behind everybody's back. */
    public void deletePolicy(PolicyHolder holder) {
        removePolicy(slot(holder), Caller.administrator(holder.account()));
    }

    /** Returns all writes to the policy, oldest first. */
    public List<PolicyChange> history(PolicyHolder holder) {
        synchronized (lock) {
            return List.copyOf(slot(holder).history);
        }
    }

    /**
     * Returns all that AWS has shown as the policy, oldest first: what was written, and what that turned into when somebody whom it
     * names was deleted.
     */
    public List<PolicyText> texts(PolicyHolder holder) {
        synchronized (lock) {
            return List.copyOf(slot(holder).texts);
        }
    }

    /** Lets {@code listener} know of every write from now on, on the thread of whoever writes; the answer ends that. */
    public Runnable onPolicyChange(Consumer<PolicyChange> listener) {
        return policies.onChange(listener);
    }

    Optional<String> shown(PolicySlot slot) {
        return policies.shown(slot);
    }

    String replacePolicy(PolicySlot slot, String text, Caller by, boolean force) {
        return policies.replace(slot, text, by, force);
    }

    /** Returns the deleted text; empty if there was none. */
    Optional<String> removePolicy(PolicySlot slot, Caller by) {
        return policies.remove(slot, by);
    }

    private void readAnew() {
        synchronized (lock) {
            policies.readAnew(registries.values().stream()
                    .flatMap(registry -> Stream.concat(
                            Stream.of(registry.policy),
                            registry.repositories.values().stream().map(state -> state.policy))));
        }
    }

    <T> T locked(Supplier<T> work) {
        synchronized (lock) {
            return work.get();
        }
    }

    Instant now() {
        return clock.instant();
    }

    RegistryState registry(Place place) {
        return registries.computeIfAbsent(place, RegistryState::new);
    }

    private PolicySlot slot(PolicyHolder holder) {
        synchronized (lock) {
            return holder instanceof Repository repository
                    ? existing(repository).policy
                    : registry(Place.of(holder)).policy;
        }
    }

    private RepositoryState existing(Repository repository) {
        synchronized (lock) {
            var state = registry(Place.of(repository))
                    .repositories
                    .get(repository.name().value());
            if (state == null) {
                throw new IllegalArgumentException("no such repository: " + repository);
            }
            return state;
        }
    }
}
