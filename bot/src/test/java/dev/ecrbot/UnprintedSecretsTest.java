package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.Secrets;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.store.database.Credentials;
import dev.ecrbot.webhook.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds a secret doesn't print it, wherever it is printed: in a log, an exception, a debugger's view or a dump of threads. */
final class UnprintedSecretsTest {
    private static final String SECRET = "s3cr3t-s3cr3t-s3cr3t";

    @Test
    void valuesWithSecretsHideThem() {
        Optional<String> some = Optional.of(SECRET);
        var origin = new Origin("C0CHANNEL", Optional.of("https://hooks.slack.com/commands/" + SECRET));
        List<Object> holders = List.of(
                new Secrets(SECRET, some, some, some, some, some),
                new Secrets.Store(SECRET, SECRET),
                new Credentials("ecrbot", SECRET),
                origin,
                new Asker(new PersonId("T0HOME", "U0RITA"), origin),
                new Endpoint(URI.create("https://audit.example.com/" + SECRET), SECRET, Duration.ofSeconds(1)));
        assertThat(holders)
                .allSatisfy(holder -> assertThat(String.valueOf(holder))
                        .as(holder.getClass().getName())
                        .doesNotContain(SECRET));
    }

    @Test
    void threadsAreNamedByWhatTheyDo() {
        assertThat(Thread.getAllStackTraces().keySet())
                .allSatisfy(thread -> assertThat(thread.getName()).doesNotContain("xoxb-", "xapp-", "hooks.slack.com"));
    }
}
