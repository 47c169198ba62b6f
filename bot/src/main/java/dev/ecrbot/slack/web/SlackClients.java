package dev.ecrbot.slack.web;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.WebhookResponse;
import dev.ecrbot.time.Took;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's Web API, with time-outs, without retries behind our back, and without a token in any message. Thread-safe. */
public final class SlackClients implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackClients.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration TRANSFER = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(8);

    /** For questions that somebody waits for. */
    private static final Duration QUICK = Duration.ofSeconds(3);

    private final Slack slack;
    private final Slack quick;
    private final String botToken;
    private final CommandName command;
    private final ResponseHosts responses;
    private final Took calls;

    public SlackClients(URI apiUrl, String botToken) {
        this(apiUrl, botToken, CommandName.USUAL, Took.unheard());
    }

    /** As the other, for a slash command of this name; {@code calls} is told how long each call of Slack took, by its method's name. */
    public SlackClients(URI apiUrl, String botToken, CommandName command, Took calls) {
        this.botToken = botToken;
        this.command = command;
        this.calls = calls;
        this.responses = new ResponseHosts(apiUrl);
        SlackConfig config = config(apiUrl);
        OkHttpClient http = http(config);
        this.slack = slack(config, http, CALL);
        // One client under both: each would read all certificates that this machine trusts, at every start.
        this.quick = slack(config, http, QUICK);
    }

    /** Returns the methods, with the bot's token. */
    public Web web() {
        return new Web(slack.methods(botToken), command, calls);
    }

    /** Returns the methods with a shorter patience. */
    public Web quickWeb() {
        return new Web(quick.methods(botToken), command, calls);
    }

    /** Returns what the slash command is called. */
    public CommandName command() {
        return command;
    }

    /** Returns the SDK's own entry, for the socket and the app. */
    public Slack slack() {
        return slack;
    }

    /** Posts to an address that came with a delivery, if it is one of Slack's. */
    Reply<WebhookResponse> respond(String responseUrl, String json) {
        if (!responses.allow(responseUrl)) {
            LOG.warn("an answer wasn't sent, since its response_url isn't an address of Slack's");
            return new Reply.Refused<>(WorkspaceWords.notSlacksAddress());
        }
        return Reply.timed(calls, "response_url", () -> slack.send(responseUrl, json));
    }

    private static SlackConfig config(URI apiUrl) {
        // Not the default one: it refuses every setting, and belongs to everybody in the process.
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl.toString());
        // Statistics would ask auth.test for a team id before the first call of all, however urgent that is.
        config.setStatsEnabled(false);
        // They print bodies and headers at DEBUG, the token included.
        config.getHttpClientResponseHandlers().clear();
        if (isLoopback(apiUrl)) {
            // The SDK honours HTTPS_PROXY but not NO_PROXY, and a proxy can't reach this machine.
            config.setProxyUrl(null);
        }
        config.setHttpClientReadTimeoutMillis((int) TRANSFER.toMillis());
        config.setHttpClientWriteTimeoutMillis((int) TRANSFER.toMillis());
        return config;
    }

    private static OkHttpClient http(SlackConfig config) {
        return SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .connectTimeout(CONNECT)
                // To anywhere else than where it is meant to go, nothing goes.
                .followRedirects(false)
                // What is sent once only can't be sent over a connection that the other side may have closed meanwhile.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .addInterceptor(SentOnce::mark)
                .addNetworkInterceptor(SentOnce::check)
                .build();
    }

    private static Slack slack(SlackConfig config, OkHttpClient http, Duration patience) {
        return Slack.getInstance(
                config,
                new SlackHttpClient(http.newBuilder().callTimeout(patience).build()));
    }

    public static boolean isLoopback(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    @Override
    public void close() {
        for (Slack each : new Slack[] {slack, quick}) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.warn("Slack's client didn't close: {}", e.toString());
            }
        }
    }
}
