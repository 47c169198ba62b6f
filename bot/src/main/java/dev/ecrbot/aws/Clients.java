package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.Region;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Makes the SDK's clients: all on one pool of connections, and on one timer. Thread-safe. */
final class Clients implements SdkAutoCloseable {

    private static final int CONNECTIONS = 50;

    private final ClientEnvironment ground;
    private final SdkHttpClient http;
    private final ScheduledExecutorService timer;
    private final ExecutorService beside = Executors.newCachedThreadPool(task -> daemon(task, "aws-beside"));

    Clients(ClientEnvironment ground) {
        this.ground = ground;
        AwsPatience patience = ground.patience();
        // Reusing a connection that AWS is about to close would lose an answer, and a write's is dear: none idles long.
        this.http = Apache5HttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(patience.connect())
                .connectionAcquisitionTimeout(patience.connect())
                .connectionMaxIdleTime(patience.read().whole())
                .socketTimeout(patience.write().whole())
                .build();
        this.timer = Executors.newScheduledThreadPool(2, task -> daemon(task, "aws-timer"));
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Returns what runs a call beside others, each on a thread of its own. */
    Executor beside() {
        return beside;
    }

    /** Returns a client that repeats what failed, as the SDK's standard mode does. */
    EcrClient reading(Region region) {
        return ecr(region, repeating());
    }

    /** Returns a client that sends nothing twice: between two writes the policy has to be read. */
    EcrClient writing(Region region) {
        return ecr(region, AwsRetryStrategy.doNotRetry());
    }

    /** Returns a client for whom the registry is called by, in the registry's default Region. */
    StsClient sts(Registry registry) {
        return prepared(StsClient.builder(), registry.regions().get(0), repeating())
                .build();
    }

    private EcrClient ecr(Region region, RetryStrategy retry) {
        return prepared(EcrClient.builder(), region, retry).build();
    }

    private RetryStrategy repeating() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .backoffStrategy(ground.patience().pauses().usual())
                .throttlingBackoffStrategy(ground.patience().pauses().throttled())
                .build();
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B prepared(
            B builder, Region region, RetryStrategy retry) {
        ground.endpoint().ifPresent(builder::endpointOverride);
        return builder.region(software.amazon.awssdk.regions.Region.of(region.value()))
                .credentialsProvider(ground.ambient())
                .httpClient(http)
                .overrideConfiguration(o -> o.retryStrategy(retry)
                        .scheduledExecutorService(timer)
                        .addExecutionInterceptor(new CallTimes(ground.calls())));
    }

    @Override
    public void close() {
        http.close();
        timer.shutdownNow();
        beside.shutdownNow();
    }
}
