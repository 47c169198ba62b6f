package dev.ecrbot.load;

import dev.ecrbot.FreePort;
import dev.ecrbot.sandbox.slack.LocalSlack;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program that takes commands from Slack, as a process of its own: what the bot is compared with. */
final class Anchor implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final Process process;

    private Anchor(Process process) {
        this.process = process;
    }

    /** Starts it, and waits until it takes connections at the port that {@code PORT} told it; Slack delivers to it from then on. */
    static Anchor start(String command, LocalSlack slack) throws IOException, InterruptedException {
        int port = FreePort.next();
        var builder = new ProcessBuilder("sh", "-c", "exec " + command);
        builder.environment()
                .putAll(Map.of(
                        "PORT", String.valueOf(port),
                        "SLACK_API_URL", slack.apiUrl().toString(),
                        "SLACK_BOT_TOKEN", slack.botToken(),
                        "SLACK_SIGNING_SECRET", slack.signingSecret()));
        var anchor = new Anchor(builder.redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start());
        anchor.await(port);
        slack.deliverTo(URI.create("http://127.0.0.1:" + port + "/slack/events"));
        return anchor;
    }

    private void await(int port) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!takes(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("it takes no connections");
            }
            // Another program tells nobody when it listens.
            Thread.sleep(50);
        }
    }

    private static boolean takes(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns how much memory it has, and had at most. */
    String memory() throws IOException {
        return Memory.of(process);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
