package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Whom AWS sees calling for a registry: its role, assumed for reading and renewed ahead of the session's end, and again for
 * each write; or the ambient identity for both. Thread-safe.
 */
final class CallingIdentity implements SdkAutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallingIdentity.class);

    private final Registry registry;
    private final AwsCredentialsProvider provider;
    private final Optional<WriteSessions> writes;
    private final Ownership ownership;
    private final SdkAutoCloseable owned;

    private CallingIdentity(
            Registry registry,
            AwsCredentialsProvider provider,
            Optional<WriteSessions> writes,
            Ownership ownership,
            SdkAutoCloseable owned) {
        this.registry = registry;
        this.provider = provider;
        this.writes = writes;
        this.ownership = ownership;
        this.owned = owned;
    }

    static CallingIdentity of(Registry registry, Clients clients, ClientEnvironment ground) {
        StsClient sts = clients.sts(registry);
        return registry.role()
                .map(role -> assumed(
                        registry,
                        new WriteSessions(role, sts, ground.patience().assume(), clients.beside()),
                        sts,
                        ground.patience()))
                .orElseGet(() -> new CallingIdentity(
                        registry,
                        ground.ambient(),
                        Optional.empty(),
                        new Ownership(registry, sts, ground.patience().assume()),
                        sts));
    }

    private static CallingIdentity assumed(
            Registry registry, WriteSessions writes, StsClient sts, AwsPatience patience) {
        var provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(writes.role())
                        .roleSessionName(Attributed.BOT)
                        .policy(SessionPolicies.reading())
                        .overrideConfiguration(
                                o -> o.apiCallTimeout(patience.assume().whole())
                                        .apiCallAttemptTimeout(patience.assume().attempt())))
                .build();
        var ownership = new Ownership(registry, sts, patience.assume());
        return new CallingIdentity(registry, provider, Optional.of(writes), ownership, () -> {
            provider.close();
            sts.close();
        });
    }

    /**
     * Returns credentials that hold for the next read.
     *
     * @throws ProblemException if there are none
     */
    StaticCredentialsProvider credentials() {
        return found(() -> StaticCredentialsProvider.create(provider.resolveCredentials()));
    }

    /**
     * Returns credentials for one write of this holder's policy. With a role they are good for nothing else.
     *
     * @throws ProblemException if there are none, or they belong to another account than a registry that is written
     */
    StaticCredentialsProvider writing(PolicyHolder holder, OnBehalf behalf) {
        StaticCredentialsProvider credentials = writes.map(
                        sessions -> found(() -> sessions.begin(holder, registry.attribution(), behalf)))
                .orElseGet(this::credentials);
        if (holder instanceof RegionalRegistry) {
            ownership.check(credentials);
        }
        return credentials;
    }

    /** Begins to get credentials for a write of this holder's policy that most likely comes; returns at once. */
    void expect(PolicyHolder holder, OnBehalf behalf) {
        writes.ifPresent(sessions -> sessions.expect(holder, registry.attribution(), behalf));
    }

    /**
     * Begins a session as for a write of this holder's policy, attributed like this, and leaves it unused.
     *
     * @throws ProblemException if STS gives none
     */
    void attempt(PolicyHolder holder, Attribution attribution, OnBehalf behalf) {
        writes.ifPresent(sessions -> found(() -> sessions.begin(holder, attribution, behalf)));
    }

    /** Returns what IAM says that the role may do at this repository; empty if there is no role, or IAM isn't to be asked by it. */
    Optional<Examined> permissions(String subject, Repository repository, boolean patterns) {
        return registry.role()
                .flatMap(role -> Simulation.in(repository.region().partition())
                        .flatMap(simulation ->
                                asking().flatMap(who -> simulation.look(subject, role, repository, patterns, who))));
    }

    private Optional<AwsCredentials> asking() {
        try {
            return writes.map(sessions -> sessions.asking().resolveCredentials());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private StaticCredentialsProvider found(Supplier<StaticCredentialsProvider> credentials) {
        try {
            return credentials.get();
        } catch (RuntimeException e) {
            LOG.warn("no credentials for registry {}: {}", registry.name(), FailureText.of(e));
            throw new ProblemException(RoleTrouble.of(e, registry));
        }
    }

    /**
     * Returns as {@link #credentials()}, for calls that are about the registry of whoever calls.
     *
     * @throws ProblemException if there are none, or they belong to another account than the registry
     */
    StaticCredentialsProvider owner() {
        StaticCredentialsProvider credentials = credentials();
        ownership.check(credentials);
        return credentials;
    }

    @Override
    public void close() {
        owned.close();
    }
}
