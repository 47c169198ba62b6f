package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.status.StatusUtil;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.RequestId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** The log for machines, as it is shipped. */
final class JsonLogTest {
    private static final RequestId ID = new RequestId("req-7k2m9x4q");
    private static final String NASTY = "a\r\nb\u2028c\u0085d\u0000e\"f\\g {\"level\":\"ERROR\"} \u001b[31m\n{}";

    private static final String TURNED = "\u202etxt.exe\u2066\u009b2J";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void eachEventIsOneLine(String format) throws Exception {
        Logger log = shipped(format).getLogger("dev.ecrbot.Test");
        log.warn("{} failed", NASTY, new IllegalStateException(NASTY, new RuntimeException(NASTY)));
        log.info(NASTY);
        assertThat(out.toString(StandardCharsets.UTF_8).split("[\n\r]+")).hasSize(2);
    }

    /** Terminals obey some characters, and readers and tools differ in what ends a line. */
    @Test
    void nothingFromOutsideMovesTheCursorOrEndsALine() throws Exception {
        Logger log = shipped("text").getLogger("dev.ecrbot.Test");
        log.warn("{} failed", NASTY + TURNED, new IllegalStateException(NASTY + TURNED));
        log.info(NASTY + TURNED);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]"))
                .first(InstanceOfAssertFactories.STRING)
                .contains("d e\"f\\g", "IllegalStateException: a | b c d", " | at ");
    }

    /** Somebody has to listen to what Logback says of its own set-up, or it prints that where the log is read. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void theLogSaysNothingOfItself(String format) throws Exception {
        assertThat(StatusUtil.contextHasStatusListener(shipped(format))).isTrue();
    }

    @Test
    void commandsThatAnswerAndEndLogOnlyWhatWentWrong() throws Exception {
        assertThat(Main.logLevel("run", "--config=ecr-bot.yml")).isEqualTo("INFO");
        LoggerContext context = shipped("text", Main.logLevel("who", "pull", "payments/api"));
        Logger log = context.getLogger("dev.ecrbot.Test");
        log.info("opened");
        log.warn("failed");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("failed").doesNotContain("opened");
    }

    @Test
    void machinesReadEachLineAndWhichRequestItIsAbout() throws Exception {
        LoggerContext context = shipped("json");
        Logger log = context.getLogger("dev.ecrbot.Test");
        log.info("before");
        context.getMDCAdapter().put(LogContext.REQUEST, ID.value());
        log.warn("{} failed", NASTY, new IllegalStateException(NASTY));
        List<JsonNode> lines = lines();
        assertThat(lines.get(0).at("/mdc")).isEmpty();
        JsonNode failed = lines.get(1);
        assertThat(failed.at("/formattedMessage").asText()).isEqualTo(NASTY + " failed");
        assertThat(failed.at("/mdc/request").asText()).isEqualTo(ID.value());
        assertThat(failed.at("/level").asText()).isEqualTo("WARN");
        assertThat(failed.at("/timestamp").asLong()).isPositive();
        assertThat(failed.at("/throwable/message").asText()).isEqualTo(NASTY);
    }

    @Test
    void aFormatThatIsNotKnownIsRefusedBeforeTheBotStartsWithoutALog() {
        assertThat(Main.wrongFormat(Map.of())).isEmpty();
        assertThat(Main.wrongFormat(Map.of("LOG_FORMAT", "json"))).isEmpty();
        assertThat(Main.wrongFormat(Map.of("LOG_FORMAT", "text"))).isEmpty();
        assertThat(Main.wrongFormat(Map.of("LOG_FORMAT", "JSON")))
                .contains("LOG_FORMAT takes text or json, not “JSON”.");
    }

    @Test
    void linesAreAboutOneRequestAtATime() {
        LogContext.about(ID, () -> {
            var other = new RequestId("req-00000001");
            LogContext.about(
                    other, () -> assertThat(MDC.get(LogContext.REQUEST)).isEqualTo(other.value()));
            assertThat(MDC.get(LogContext.REQUEST)).isEqualTo(ID.value());
        });
        assertThat(Optional.ofNullable(MDC.get(LogContext.REQUEST))).isEmpty();
    }

    private List<JsonNode> lines() throws Exception {
        var mapper = new ObjectMapper();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> read(mapper, line))
                .toList();
    }

    private static JsonNode read(ObjectMapper mapper, String line) {
        try {
            return mapper.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoggerContext shipped(String format) throws Exception {
        return shipped(format, Main.logLevel("run"));
    }

    private LoggerContext shipped(String format, String level) throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOG_FORMAT", format);
        context.putProperty("ecrbot.log.level", level);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        var root = context.getLogger("ROOT");
        ((OutputStreamAppender<?>) root.getAppender(format)).setOutputStream(out);
        return context;
    }
}
