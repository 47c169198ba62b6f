package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.ecrbot.desk.request.LogContext;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.slack.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** Each line of the log says which request it is about, and none names another. */
@ResourceLock("logback")
@Tag("whole")
final class LoggedRequestTest {
    private static final Pattern ID = Pattern.compile("req-[0-9a-z]{8}");

    /** What was logged, with what stood in the context of the thread that logged it. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final List<ILoggingEvent> events = Collections.synchronizedList(new ArrayList<>());

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        List<ILoggingEvent> about(String id) {
            return List.copyOf(events).stream()
                    .filter(event -> id.equals(event.getMDCPropertyMap().get(LogContext.REQUEST)))
                    .toList();
        }
    }

    @Test
    void eachLineThatNamesARequestIsAboutIt() {
        var heard = new Heard();
        var root = (Logger) LoggerFactory.getLogger("dev.ecrbot");
        heard.setContext(root.getLoggerContext());
        heard.start();
        root.addAppender(heard);
        root.setLevel(Level.INFO);
        try (var office = new Office()) {
            var traffic = office.trial.ecr().traffic();
            Message lost = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer");
            traffic.fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.AFTER));
            office.approves(Office.AMIR, lost);
            Message throttled = office.asks(Office.RITA, "grant pull payments/worker sales role2-1");
            traffic.fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.throttle());
            office.approves(Office.AMIR, throttled);
            Message own = office.asks(Office.RITA, "grant pull mobile/backend sales role2-2");
            // Else what is told of the ask is taken for the answer.
            office.told(Office.RITA, Office.id(own), "You asked");
            office.answer(Office.RITA, () -> office.clicks(Office.RITA, own, Office.APPROVE));

            assertThat(heard.about(Office.id(lost)))
                    .extracting(ILoggingEvent::getLoggerName)
                    .as("the room that calls AWS knows no requests")
                    .contains("dev.ecrbot.aws.PolicyWriter", "dev.ecrbot.desk.apply.Applier");
            assertThat(heard.about(Office.id(throttled)))
                    .extracting(ILoggingEvent::getLoggerName)
                    .contains("dev.ecrbot.aws.PolicyWriter");
            assertThat(heard.about(Office.id(own)))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anySatisfy(line -> assertThat(line).contains("self_approval"));
        } finally {
            root.setLevel(null);
            root.detachAppender(heard);
        }
        assertThat(List.copyOf(heard.events))
                .isNotEmpty()
                .allSatisfy(event -> ID.matcher(event.getFormattedMessage())
                        .results()
                        .forEach(named -> assertThat(event.getMDCPropertyMap())
                                .as(event.getFormattedMessage())
                                .containsEntry(LogContext.REQUEST, named.group())));
    }
}
