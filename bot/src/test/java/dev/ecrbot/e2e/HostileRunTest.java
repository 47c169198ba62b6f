package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.http.BrokenRequests;
import dev.ecrbot.http.Dawdling;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** Broken requests of every kind and a crowd of slow clients at both ports: whoever means well is answered, and the log stays a log. */
@ResourceLock("logback")
@Tag("whole")
final class HostileRunTest {
    private static final int ADDRESSES = 4;
    private static final int GOOD_AFTER = 10;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    private final List<ILoggingEvent> logged = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whoeverMeansWellIsAnsweredAndEachLineOfTheLogIsOne() throws Exception {
        var thoroughness = Thoroughness.ofThisRun();
        int requests = thoroughness.of(400, 10_000);
        int crowd = thoroughness.of(100, 1_000);
        Map<Integer, Integer> answered = new TreeMap<>();
        var log = new Listening();
        try (log;
                var office = new Office()) {
            int slack = office.trial.bot().slackPort();
            int ops = office.trial.bot().opsPort();
            var broken =
                    new BrokenRequests(new Random(Seed.ofThisRun()), body -> office.slack.signed(body, Instant.now()));
            try (Dawdling atSlack = Dawdling.from(ADDRESSES, slack, crowd, "POST /slack/events");
                    Dawdling atOps = Dawdling.from(ADDRESSES, ops, crowd, "GET /metrics")) {
                for (int i = 0; i < requests; i++) {
                    int port = i % 4 == 0 ? ops : slack;
                    answered.merge(
                            BrokenRequests.send(port, Dawdling.address(i % ADDRESSES), broken.next()), 1, Integer::sum);
                    if (i % GOOD_AFTER == 0) {
                        assertThat(typed(office, i)).as("after %d", i).isTrue();
                        assertThat(status(ops)).as("after %d", i).isEqualTo(200);
                    }
                }
                // Who dawdles for too long is cut off.
                assertThat(atSlack.waiting() + atOps.waiting()).isLessThanOrEqualTo(2L * crowd);
            }
            office.types(Office.RITA, "login web/frontend");
            // Some of what was broken could be understood, and is still being answered.
            office.told(Office.RITA, "web/frontend");
            assertThat(office.trial.ecr().traffic().calls(ApiOperation.SET_REPOSITORY_POLICY))
                    .isEmpty();
        }
        assertThat(answered.keySet())
                .as("%s", answered)
                .contains(200, 400, 401, 404, 413)
                .doesNotContain(500);
        // What is signed comes from Slack, and if that can't be read something is wrong.
        assertThat(logged)
                // On a machine that has no time for a heartbeat a chore is begun twice, which is told and harms
                // nothing.
                .filteredOn(event -> event.getLevel() == Level.ERROR
                        && !event.getLoggerName().startsWith("com.github.kagkarlsson.scheduler."))
                .extracting(ILoggingEvent::getFormattedMessage)
                .allMatch(line -> line.startsWith("A signed delivery couldn't be read: "));
        for (String format : List.of("text", "json")) {
            Encoder<ILoggingEvent> shipped = shipped(format);
            assertThat(List.copyOf(logged))
                    .isNotEmpty()
                    .extracting(event -> new String(shipped.encode(event), StandardCharsets.UTF_8))
                    .allMatch(
                            line -> line.endsWith("\n") && line.strip().lines().count() == 1);
        }
    }

    private static boolean typed(Office office, int number) {
        return office.slack
                .command(SampleWorkspace.REQUESTER, SampleWorkspace.GENERAL.id(), "help " + number)
                .acknowledged();
    }

    private static int status(int ops) throws Exception {
        var live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ops + "/health/live"))
                .build();
        return CLIENT.send(live, BodyHandlers.discarding()).statusCode();
    }

    @SuppressWarnings("unchecked")
    private static Encoder<ILoggingEvent> shipped(String format) throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOG_FORMAT", format);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        return ((OutputStreamAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender(format)).getEncoder();
    }

    /** Hears all that the bot logs at the level at which it is shipped. */
    private final class Listening extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

        Listening() {
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            logged.add(event);
        }

        @Override
        public void close() {
            root.detachAppender(this);
        }
    }
}
