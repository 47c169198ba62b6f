package dev.ecrbot.slack.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.EveryMessage;
import dev.ecrbot.slack.ScriptedCounter;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class InteractionsTest {
    private final List<Interaction> all = Interactions.of(
                    new ScriptedCounter(),
                    () -> new DisplayNames(Map.of(), Map.of(), Map.of(), StandardAccess.CATALOGUE))
            .all();

    /** They stand in messages that hang in Slack: a click on one of those has to be understood for ever. */
    @Test
    void theIdsAreThoseThatHangInSlack() {
        assertThat(all)
                .extracting(Interaction::action)
                .containsExactlyInAnyOrder(
                        "request.approve",
                        "request.deny",
                        "denial.reason",
                        "request.shorten",
                        "grant.extend",
                        "grant.end",
                        "request.cancel",
                        "request.comment",
                        "request.story",
                        "request.again",
                        "request.retry",
                        "glass.review",
                        "request.undo",
                        "access.new",
                        "entry.takeover",
                        "line.ask",
                        "line.own",
                        "line.change",
                        "page.next",
                        "read.now",
                        "list.file",
                        "page.previous");
        assertThat(modals())
                .containsExactlyInAnyOrder(
                        "denial.reason.submit",
                        "request.shorten.submit",
                        "grant.extend.submit",
                        "request.undo.submit",
                        "request.comment.submit",
                        "entry.takeover.submit",
                        "access.ask.submit");
    }

    /** Of two handlers for one id, Bolt takes the one that comes first in a hash map. */
    @Test
    void everyIdIsUsedOnce() {
        List<String> ids = Stream.concat(all.stream().map(Interaction::action), modals().stream())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> !id.isBlank());
    }

    @Test
    void eachButtonThatSomeMessageShowsHasAnEntryAndEachEntryAButton() {
        assertThat(EveryMessage.all("x").stream()
                        .flatMap(message -> Accepted.of(message).buttons().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Interaction::action).toList());
    }

    @Test
    void aModalCarriesTheIdOfItsEntry() {
        var asker = new Asker(Samples.RITA, new Origin("C0GENERAL", Optional.empty()));
        assertThat(all.stream().filter(entry -> entry.modal().isPresent()))
                .allSatisfy(entry -> assertThat(entry.handler()
                                .clicked(press(entry))
                                .flatMap(errand -> errand.work().apply(asker).modal())
                                .orElseThrow()
                                .getCallbackId())
                        .isEqualTo(entry.modal().orElseThrow().id()));
    }

    /** What its button carries. */
    private static Press press(Interaction entry) {
        String value =
                entry.action().equals("entry.takeover") ? "grant instead pull payments/api sales" : "req-7k2m9xqa";
        return new Press(value, "revision.1", Optional.of("1.2.3"));
    }

    @Test
    void nothingIsOpenedAboutWhatIsNoRequest() {
        var press = new Press("req-1 <!channel>", "revision.1", Optional.of("1.2.3"));
        assertThat(all.stream()
                        .filter(entry -> entry.modal().isPresent())
                        .filter(entry -> !entry.action().equals("line.change")))
                .hasSize(6)
                .allMatch(entry -> entry.handler().clicked(press).isEmpty());
    }

    private List<String> modals() {
        return all.stream()
                .flatMap(entry -> entry.modal().stream())
                .map(Modal::id)
                .toList();
    }
}
