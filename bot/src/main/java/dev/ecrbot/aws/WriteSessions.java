package dev.ecrbot.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.ecr.PolicyHolder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Begins a session of a registry's role for each write: it reaches one policy, and says whose doing it is. Thread-safe.
 *
 * <p>STS is another call on the way to each write. So the session is begun as soon as a write is expected, and is kept for a third of
 * its time in case that comes.
 */
final class WriteSessions {

    private static final Logger LOG = LoggerFactory.getLogger(WriteSessions.class);

    /** As short as STS lets a session be. */
    private static final int SECONDS = 900;

    private static final Duration KEPT = Duration.ofSeconds(SECONDS / 3);
    private static final int MOST = 100;

    private record Expected(PolicyHolder holder, Attribution attribution, OnBehalf behalf) {}

    private final String role;
    private final StsClient sts;
    private final CallTimeout span;
    private final Executor beside;
    private final Cache<Expected, CompletableFuture<StaticCredentialsProvider>> expected =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    /** @param beside has a thread for each call at once: one that hangs is not to hold up another's */
    WriteSessions(String role, StsClient sts, CallTimeout span, Executor beside) {
        this.role = role;
        this.sts = sts;
        this.span = span;
        this.beside = beside;
    }

    String role() {
        return role;
    }

    /** Begins the session of a write that most likely comes; returns at once. What fails does so for {@link #begin}. */
    void expect(PolicyHolder holder, Attribution attribution, OnBehalf behalf) {
        try {
            expected.put(
                    new Expected(holder, attribution, behalf),
                    CompletableFuture.supplyAsync(() -> begun(holder, attribution, behalf), beside));
        } catch (RejectedExecutionException e) {
            LOG.debug("closed meanwhile, so no session is begun ahead", e);
        }
    }

    /** Returns the session's credentials, each for one write; fails as the SDK does. */
    StaticCredentialsProvider begin(PolicyHolder holder, Attribution attribution, OnBehalf behalf) {
        var early = expected.asMap().remove(new Expected(holder, attribution, behalf));
        if (early == null) {
            return begun(holder, attribution, behalf);
        }
        try {
            return early.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private StaticCredentialsProvider begun(PolicyHolder holder, Attribution attribution, OnBehalf behalf) {
        return begin(SessionPolicies.writing(holder), assume -> Attributed.put(assume, attribution, behalf));
    }

    /** Returns credentials by which IAM can be asked about the role, and nothing else be done; fails as the SDK does. */
    StaticCredentialsProvider asking() {
        return begin(SessionPolicies.asking(role), assume -> assume.roleSessionName(Attributed.BOT));
    }

    private StaticCredentialsProvider begin(String policy, Consumer<AssumeRoleRequest.Builder> named) {
        Credentials session = sts.assumeRole(assume -> {
                    assume.roleArn(role)
                            .durationSeconds(SECONDS)
                            .policy(policy)
                            .overrideConfiguration(
                                    o -> o.apiCallTimeout(span.whole()).apiCallAttemptTimeout(span.attempt()));
                    named.accept(assume);
                })
                .credentials();
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
    }
}
