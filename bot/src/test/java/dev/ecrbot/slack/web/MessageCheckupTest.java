package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.message.DisplayNames;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack is asked about one message of each kind, and sent none. */
final class MessageCheckupTest {
    private static final String WHOLE_FOLDS = "invalid_blocks";

    private final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    private final SlackClients clients = new SlackClients(slack.apiUrl(), slack.botToken());
    private final MessageCheckup checkup =
            new MessageCheckup(clients.web(), new DisplayNames(Map.of(), Map.of(), Map.of(), StandardAccess.CATALOGUE));

    @AfterEach
    void close() {
        clients.close();
        slack.close();
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageCheckupTest::kinds)
                : Stream.of(type);
    }

    @Test
    void thereIsASpecimenOfEachKind() {
        List<Message> all = Specimens.all();
        assertThat(all.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(kinds(Message.class).collect(Collectors.toSet()));
        Set<Class<?>> notes = all.stream()
                .filter(Message.Private.class::isInstance)
                .map(message -> ((Message.Private) message).note().getClass())
                .collect(Collectors.toSet());
        assertThat(notes).containsAll(kinds(Note.class).collect(Collectors.toSet()));
    }

    @Test
    void slackTakesThemAllAndGetsNone() {
        assertThat(checkup.look()).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isInstanceOf(Examined.Fine.class);
            assertThat(line.subject()).isEqualTo(Specimens.all().size() + " messages");
        });
        assertThat(slack.calls())
                .hasSizeLessThan(25)
                .allSatisfy(call -> assertThat(call.method()).isEqualTo("blocks.validate"));
    }

    @Test
    void whatSlackTakesNoLongerIsNamedAndNotOftenerThanHelps() {
        slack.faults().always("blocks.validate", Fault.error(WHOLE_FOLDS));
        assertThat(checkup.look())
                .hasSizeBetween(1, 5)
                .allSatisfy(line -> assertThat(line.outcome().toString()).contains(WHOLE_FOLDS, "Update ecr-bot"));
    }

    @Test
    void aSlackThatDoesNotKnowTheMethodOrDoesNotAnswerIsNoFault() {
        for (Fault fault : List.of(Fault.error("unknown_method"), Fault.serverError())) {
            slack.faults().clear();
            slack.faults().always("blocks.validate", fault);
            assertThat(checkup.look())
                    .singleElement()
                    .satisfies(line -> assertThat(line.outcome()).isInstanceOf(Examined.Unchecked.class));
        }
    }
}
