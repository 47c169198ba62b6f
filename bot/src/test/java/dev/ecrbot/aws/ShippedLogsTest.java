package dev.ecrbot.aws;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped log settings never let requests be printed, whatever the root level is. */
final class ShippedLogsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.hc.client5.http.wire",
                "org.apache.hc.client5.http.headers",
                "software.amazon.awssdk.request",
                "software.amazon.awssdk.auth.signer.Aws4Signer"
            })
    void requestsAreNotPrinted(String logger) throws Exception {
        assertThat(shipped().getLogger(logger).isDebugEnabled()).isFalse();
    }

    @Test
    void theTestReachesTheShippedFile() throws Exception {
        assertThat(shipped().getLogger("dev.ecrbot").isDebugEnabled()).isTrue();
    }

    private static LoggerContext shipped() throws Exception {
        var context = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        context.getLogger("ROOT").setLevel(Level.TRACE);
        return context;
    }
}
