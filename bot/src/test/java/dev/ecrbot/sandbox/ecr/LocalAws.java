package dev.ecrbot.sandbox.ecr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * ECR, STS and as much of IAM as the doctor asks, over HTTP on 127.0.0.1, all on one port, on top of an {@link EcrModel}. The Region is the one a request is
 * signed for.
 *
 * <p>Knows one user's fixed pair of keys and what it handed out itself; everybody else is a stranger. A dropped
 * connection is a closed socket.
 */
public final class LocalAws implements AutoCloseable {

    /** The fixed pair. */
    public static final String ACCESS_KEY_ID = "AKIASANDBOX000000001";

    public static final String SECRET_ACCESS_KEY = "sandbox-secret-of-no-worth";

    static {
        // Its answers go out in two pieces, and the second would wait 40 ms for the first to be acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String STS_TYPE = "application/x-www-form-urlencoded";

    private final HttpServer server;
    private final ExecutorService threads;
    private final KeyRing keys;
    private final EcrOverHttp ecr;
    private final StsOverHttp sts;
    private final IamOverHttp iam;

    /** Starts it on a free port; the fixed pair belongs to {@code user}. */
    public LocalAws(EcrModel model, Caller user) {
        this(model, user, 0, Clock.systemUTC());
    }

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @param sessions the clock that ends sessions; the AWS SDK refreshes them by the machine's
     */
    public LocalAws(EcrModel model, Caller user, int port, Clock sessions) {
        this.keys = new KeyRing(sessions);
        keys.add(ACCESS_KEY_ID, SECRET_ACCESS_KEY, user);
        this.ecr = new EcrOverHttp(new EcrService(model));
        this.sts = new StsOverHttp(model, keys);
        this.iam = new IamOverHttp(model.iam());
        this.threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "local-aws");
            thread.setDaemon(true);
            return thread;
        });
        try {
            this.server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Returns the address of both services. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the environment variables that lead a process with the AWS SDK here. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_ECR",
                uri().toString(),
                "AWS_ENDPOINT_URL_STS",
                uri().toString(),
                "AWS_ENDPOINT_URL_IAM",
                uri().toString(),
                "AWS_ACCESS_KEY_ID",
                ACCESS_KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                SECRET_ACCESS_KEY,
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }

    /** Returns the system properties that do the same within this process. */
    public Map<String, String> systemProperties() {
        return Map.of(
                "aws.endpointUrlEcr",
                uri().toString(),
                "aws.endpointUrlSts",
                uri().toString(),
                "aws.endpointUrlIam",
                uri().toString(),
                "aws.accessKeyId",
                ACCESS_KEY_ID,
                "aws.secretAccessKey",
                SECRET_ACCESS_KEY);
    }

    /** Changes how long sessions handed out from now on last; at first an hour. */
    public void sessionTime(Duration time) {
        sts.sessionTime(time);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var requestId = UUID.randomUUID();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean forSts = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .filter(type -> type.startsWith(STS_TYPE))
                .isPresent();
        try {
            answer(exchange, body, forSts, requestId).send(exchange, requestId);
        } catch (BrokenAnswer broken) {
            if (broken.body().isPresent()) {
                new Reply(200, Reply.JSON, broken.body().get()).send(exchange, requestId);
            }
        } catch (AwsError refused) {
            (forSts ? StsOverHttp.error(refused, requestId) : EcrOverHttp.error(refused)).send(exchange, requestId);
        } finally {
            // Closes the socket where nothing was sent.
            exchange.close();
        }
    }

    private Reply answer(HttpExchange exchange, String body, boolean forSts, UUID requestId) {
        var from = SignedRequest.of(exchange, keys);
        if (from.service().equals(IamOverHttp.SERVICE)) {
            return iam.answer(from.caller(), body, requestId);
        }
        if (forSts) {
            return sts.answer(from.caller(), body, requestId);
        }
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElse("");
        return ecr.answer(from, target, body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
