package dev.ecrbot.training;

import dev.ecrbot.Main;
import dev.ecrbot.http.Address;
import dev.ecrbot.http.ClientLimits;
import dev.ecrbot.http.HttpListener;
import dev.ecrbot.store.StoreLedger;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Runs the bot as it runs later, stands in for Slack and AWS, types some commands, and ends the process: with 0 if all of them were
 * answered. A JVM that is told to keep what it learns has all of that then. For {@code train.sh} alone.
 */
public final class Training {
    static final String ASKER = "U0TRAININGA";

    private static final int MINUTE = 60;
    private static final int UNTRAINED = 3;
    private static final String HOST = "127.0.0.1";
    private static final int SLACK = 27_301;
    private static final int OPS = 27_302;
    private static final int STAND_IN = 27_303;
    private static final List<String> TYPED = List.of(
            "help",
            "status training",
            "who pull training",
            "can sales pull training",
            "grant pull training sales ci-deployer for 7d because training",
            "grant pul training sales",
            "requests",
            "access sales",
            "history training",
            "audit",
            "drift");

    private Training() {}

    /** @param args the configuration's file, which has the ports above */
    public static void main(String[] args) throws Exception {
        String secret =
                Optional.ofNullable(System.getenv("SLACK_SIGNING_SECRET")).orElse("");
        var answered = new CountDownLatch(TYPED.size());
        var others = new HttpListener(
                "stand-in",
                new Address(Optional.of(HOST), STAND_IN),
                ClientLimits.of(1024 * 1024),
                new StandIn(answered));
        others.open();
        driverOfPostgres();
        // The bot itself finds a store that is there.
        StoreLedger.open("jdbc:h2:file:./data/new", Optional.empty()).close();
        var bot = new Thread(() -> run(args[0]), "bot");
        bot.setDaemon(true);
        bot.start();
        boolean ready = awaitReady();
        status(OPS, "/metrics");
        for (String text : TYPED) {
            type(text, secret);
        }
        boolean all = ready && answered.await(MINUTE, TimeUnit.SECONDS);
        System.exit(all ? 0 : UNTRAINED);
    }

    private static void run(String config) {
        try {
            Main.main(new String[] {"run", "--config", config});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitReady() throws InterruptedException {
        for (int tries = 0; tries < MINUTE * 10; tries++) {
            if (status(OPS, "/health/ready") == 200) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    /** Returns the status of the answer; 0 where there is none. */
    private static int status(int port, String path) {
        try {
            return answered(connection(port, path));
        } catch (IOException e) {
            return 0;
        }
    }

    private static void type(String text, String secret) throws IOException, GeneralSecurityException {
        String body = form(Map.of(
                "command",
                "/ecr",
                "text",
                text,
                "team_id",
                StandIn.TEAM,
                "user_id",
                ASKER,
                "user_name",
                "training",
                "channel_id",
                "C0TRAINING1",
                "channel_name",
                "training",
                "trigger_id",
                "training " + System.nanoTime(),
                "response_url",
                "http://" + HOST + ":" + STAND_IN + StandIn.RESPONSE));
        String second = String.valueOf(Instant.now().getEpochSecond());
        HttpURLConnection slack = connection(SLACK, "/slack/events");
        slack.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        slack.setRequestProperty("X-Slack-Request-Timestamp", second);
        slack.setRequestProperty("X-Slack-Signature", signature(secret, "v0:" + second + ":" + body));
        slack.setDoOutput(true);
        slack.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        answered(slack);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signature(String secret, String signed) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpURLConnection connection(int port, String path) throws IOException {
        return (HttpURLConnection)
                URI.create("http://" + HOST + ":" + port + path).toURL().openConnection();
    }

    private static int answered(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (body != null) {
                body.readAllBytes();
            }
        }
        return status;
    }

    /** No PostgreSQL is there to be connected with, and most bots have one: its driver's classes are loaded by name. */
    private static void driverOfPostgres() throws IOException, ClassNotFoundException, URISyntaxException {
        Class<?> driver = Class.forName("org.postgresql.Driver");
        var jar = Path.of(
                driver.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = new JarFile(jar.toFile())) {
            files.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("org/postgresql/(core|jdbc|util)/.*\\.class"))
                    .forEach(name -> load(name, driver.getClassLoader()));
        }
    }

    private static void load(String file, ClassLoader loader) {
        try {
            Class.forName(file.replaceFirst("\\.class$", "").replace('/', '.'), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // Some are there for libraries that the bot doesn't have.
            return;
        }
    }
}
