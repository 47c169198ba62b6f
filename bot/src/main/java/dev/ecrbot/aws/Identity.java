package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Whom AWS sees calling for a registry: its role, assumed and renewed ahead of its end, or the ambient identity. */
final class Identity implements SdkAutoCloseable {

    static final String SESSION = "ecr-bot";

    private static final Logger LOG = LoggerFactory.getLogger(Identity.class);

    private final Registry registry;
    private final AwsCredentialsProvider provider;
    private final Ownership ownership;
    private final SdkAutoCloseable owned;

    private Identity(Registry registry, AwsCredentialsProvider provider, Ownership ownership, SdkAutoCloseable owned) {
        this.registry = registry;
        this.provider = provider;
        this.ownership = ownership;
        this.owned = owned;
    }

    static Identity of(Registry registry, Clients clients, ClientEnvironment ground) {
        StsClient sts = clients.sts(registry);
        return registry.role()
                .map(role -> assumed(registry, role, sts, ground.patience()))
                .orElseGet(() -> new Identity(
                        registry,
                        ground.ambient(),
                        new Ownership(registry, sts, ground.patience().assume()),
                        sts));
    }

    private static Identity assumed(Registry registry, String role, StsClient sts, Patience patience) {
        var provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role)
                        .roleSessionName(SESSION)
                        .overrideConfiguration(
                                o -> o.apiCallTimeout(patience.assume().whole())
                                        .apiCallAttemptTimeout(patience.assume().attempt())))
                .build();
        return new Identity(registry, provider, new Ownership(registry, sts, patience.assume()), () -> {
            provider.close();
            sts.close();
        });
    }

    /**
     * Returns credentials that hold for the next call.
     *
     * @throws ProblemException if there are none
     */
    StaticCredentialsProvider credentials() {
        try {
            return StaticCredentialsProvider.create(provider.resolveCredentials());
        } catch (RuntimeException e) {
            LOG.warn("no credentials for registry {}: {}", registry.name(), FailureText.of(e));
            throw new ProblemException(problem(e));
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

    private Problem problem(RuntimeException failure) {
        Optional<String> role = registry.role();
        if (role.isEmpty()) {
            return new Problem(
                    Code.AWS_ACCESS_DENIED,
                    "The bot found no AWS credentials for registry " + registry.name() + ".",
                    "Give the process credentials (an instance, task or pod role, or the SDK's variables), or configure"
                            + " a role for this registry.");
        }
        String failed = "The bot could not assume role " + role.get() + " for registry " + registry.name() + ": ";
        if (failure instanceof AwsServiceException refusal) {
            return new Problem(
                    Code.AWS_ROLE_NOT_ASSUMED,
                    failed + "STS answered " + FailureText.code(refusal) + ".",
                    "Check that the role exists, that its trust policy lets the bot's own identity call sts:AssumeRole,"
                            + " and that this identity is allowed to.");
        }
        if (unreachable(failure)) {
            return new Problem(
                    Code.AWS_ROLE_NOT_ASSUMED,
                    failed + "STS could not be reached or did not answer in time.",
                    "Try again in a few minutes; if this keeps happening, check the network between the bot and STS in "
                            + registry.regions().get(0) + ".");
        }
        return new Problem(
                Code.AWS_ROLE_NOT_ASSUMED,
                failed + "the process has no AWS credentials of its own to do so.",
                "Give the process credentials (an instance, task or pod role, or the SDK's variables) that the role's"
                        + " trust policy names.");
    }

    private static boolean unreachable(RuntimeException failure) {
        return failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || FailureText.causes(failure).anyMatch(IOException.class::isInstance);
    }

    @Override
    public void close() {
        owned.close();
    }
}
