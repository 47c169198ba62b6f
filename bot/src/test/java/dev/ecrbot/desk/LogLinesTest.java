package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Courier.Delivery;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever looks for a request in the log of machines finds each line that names it. */
final class LogLinesTest {
    private static final Pattern ID = Pattern.compile("req-[0-9a-z]{8}");
    private static final String PULL = "grant pull payments/api sales ci-deployer for 7d";

    private final DeskBench bench = new DeskBench();
    private final Logger bot = (Logger) LoggerFactory.getLogger("dev.ecrbot");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        bot.addAppender(heard);
    }

    @AfterEach
    void close() {
        bot.detachAppender(heard);
        bench.close();
    }

    @Test
    void aWriteWhoseAnswerGotLost() {
        Request request = bench.approved(PULL);
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.AFTER));
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        eachLineIsAboutWhatItNames(request);
    }

    @Test
    void messagesThatSlackDoesNotTake() {
        bench.mailbox.trouble(message -> Optional.of(new Delivery.Later(Duration.ofSeconds(1), "down")));
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.deliver();
        bench.mailbox.trouble(message -> message instanceof Message.Card
                ? Optional.of(new Delivery.Undeliverable("channel_not_found"))
                : Optional.empty());
        bench.clock.advance(Duration.ofMinutes(10));
        bench.deliver();
        eachLineIsAboutWhatItNames(request);
    }

    @Test
    void anEndThatFails() {
        Request request = bench.applied(PULL);
        bench.clock.advance(Duration.ofDays(8));
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 3, Fault.deny());
        bench.sweep();
        bench.work();
        eachLineIsAboutWhatItNames(request);
    }

    private void eachLineIsAboutWhatItNames(Request request) {
        List<ILoggingEvent> lines = heard.list.stream()
                .filter(event -> ID.matcher(event.getFormattedMessage()).find())
                .toList();
        assertThat(lines).as("lines that name a request").isNotEmpty();
        assertThat(lines).allSatisfy(event -> {
            Matcher named = ID.matcher(event.getFormattedMessage());
            assertThat(named.find()).isTrue();
            assertThat(event.getMDCPropertyMap())
                    .as(event.getFormattedMessage())
                    .containsEntry(LogContext.REQUEST, named.group());
        });
        assertThat(request.id().value()).matches(ID);
    }
}
