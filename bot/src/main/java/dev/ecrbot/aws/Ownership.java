package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RoleProblems;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes sure that calls which name no registry go to the right one: they are about the account of whoever calls. Thread-safe.
 *
 * <p>A role's account stands in its ARN. For the ambient identity STS is asked, once for each access key.
 */
final class Ownership {

    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);

    private record Known(String accessKey, String account) {}

    private final Registry registry;
    private final StsClient sts;
    private final CallTimeout span;
    private volatile Optional<Known> known = Optional.empty();

    public Ownership(Registry registry, StsClient sts, CallTimeout span) {
        this.registry = registry;
        this.sts = sts;
        this.span = span;
    }

    /**
     * Lets the identity pass if the registry is its own account's.
     *
     * @throws ProblemException if it is another's, or that can't be told
     */
    void check(StaticCredentialsProvider credentials) {
        String caller = registry.role().map(role -> role.split(":", 6)[4]).orElseGet(() -> ambient(credentials));
        if (!caller.equals(registry.account().value())) {
            throw new ProblemException(
                    RoleProblems.otherAccount(registry.name(), registry.account(), identity(), named(caller)));
        }
    }

    private String ambient(StaticCredentialsProvider credentials) {
        AwsCredentials key = credentials.resolveCredentials();
        Optional<Known> last = known;
        if (last.isPresent() && last.get().accessKey().equals(key.accessKeyId())) {
            return last.get().account();
        }
        String account = asked(credentials);
        known = Optional.of(new Known(key.accessKeyId(), account));
        return account;
    }

    private String asked(StaticCredentialsProvider credentials) {
        try {
            String account = sts.getCallerIdentity(
                            who -> who.overrideConfiguration(o -> o.credentialsProvider(credentials)
                                    .apiCallTimeout(span.whole())
                                    .apiCallAttemptTimeout(span.attempt())))
                    .account();
            return account == null ? "" : account;
        } catch (RuntimeException e) {
            LOG.warn("GetCallerIdentity for registry {} failed: {}", registry.name(), FailureText.of(e));
            throw new ProblemException(RoleProblems.accountUnknown(registry.name(), registry.account()));
        }
    }

    private String identity() {
        return registry.role().map(CallWords::role).orElseGet(CallWords::ownIdentity);
    }

    private static String named(String account) {
        return AccountId.parse(account).map(CallWords::account).orElseGet(CallWords::unnamedAccount);
    }
}
