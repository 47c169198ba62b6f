package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not decide, or not even ask, whoever the rule lists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class RefusedClicksTest {
    static final String RULES = """
              - name: careless
                repositories: ["*"]
                access: [pull]
                to: ["*"]
                requesters:
                  [U0REQUESTER, U0BYSTANDER, U0GUESTMULTI, U0GUESTSINGLE, U0STRANGER, U0LEAVER, U0OTHERBOT]
                approvers:
                  [U0REQUESTER, U0APPROVER1, U0GUESTMULTI, U0GUESTSINGLE, U0STRANGER, U0LEAVER, U0OTHERBOT]
                channel: C0APPROVALS
            """;
    static final Map<Person, String> NO_MEMBERS = Map.of(
            SampleWorkspace.GUEST, "is a guest",
            SampleWorkspace.CHANNEL_GUEST, "is a guest",
            SampleWorkspace.STRANGER, "from another workspace",
            SampleWorkspace.LEAVER, "deactivated",
            SampleWorkspace.OTHER_BOT, "a bot");

    private final TrialConfig config = TrialConfig.http().withRules(RULES);
    private final Office office = new Office(config);
    private final Records records = new Records(config);
    private Message card;

    @BeforeAll
    void ask() {
        card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer");
        office.told(Office.RITA, "You asked", Office.id(card));
    }

    /** Somebody can decide still, so nothing that came before did. */
    @AfterAll
    void close() {
        try {
            office.approves(Office.AMIR, card);
            assertThat(office.writes()).isEqualTo(1);
        } finally {
            office.close();
        }
    }

    static Stream<Arguments> clicks() {
        Stream<Arguments> members = Stream.of(
                Arguments.of(Office.RITA, Office.APPROVE, "doesn't let people approve what they asked for themselves"),
                Arguments.of(Office.BEN, Office.APPROVE, undecided(Office.BEN)),
                Arguments.of(Office.BEN, Office.DENY, undecided(Office.BEN)),
                Arguments.of(Office.BEN, Office.SHORTEN, undecided(Office.BEN)),
                Arguments.of(Office.OLGA, Office.APPROVE, undecided(Office.OLGA)),
                Arguments.of(Office.OLGA, Office.SHORTEN, undecided(Office.OLGA)));
        Stream<Arguments> others = NO_MEMBERS.entrySet().stream()
                .flatMap(entry -> Stream.of(Office.APPROVE, Office.DENY, Office.SHORTEN)
                        .map(action -> Arguments.of(entry.getKey(), action, entry.getValue())));
        return Stream.concat(members, others);
    }

    static String undecided(Person person) {
        return "Rule careless doesn't let " + person.id() + " decide on this.";
    }

    @ParameterizedTest
    @MethodSource("clicks")
    void decideNothing(Person person, String action, String why) {
        Message before = office.slack.current(card).orElseThrow();
        int recorded = records.events(Office.id(card)).size();

        Message told = office.answer(person, () -> office.clicks(person, card, action));

        assertThat(told.shown()).contains(Office.mentioning(person, why));
        assertThat(office.slack.views(person)).isEmpty();
        assertThat(office.slack.current(card)).hasValue(before);
        assertThat(before.buttons()).hasSize(4);
        assertThat(office.policy("payments/api")).isEmpty();
        assertThat(office.writes()).isZero();
        List<Records.Entry> events = records.events(Office.id(card));
        assertThat(events).hasSize(recorded + 1);
        Records.Entry event = events.get(recorded);
        assertThat(event.kind()).isEqualTo("DECISION_REFUSED");
        assertThat(event.actor()).isEqualTo(person.id());
        assertThat(event.details()).contains(why);
    }

    static Stream<Arguments> people() {
        return NO_MEMBERS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("people")
    void makeNoRequests(Person person, String why) {
        Message told = office.answer(person, () -> office.types(person, "grant pull payments/worker sales"));

        assertThat(told.shown()).contains(why);
        assertThat(office.cards()).hasSize(1);
    }

    /** What was true of the requester when they asked doesn't count. */
    @Test
    void aRequesterWhoHasLeftSinceGetsNothing() {
        Message asked = office.asks(Office.BEN, "grant pull payments/worker finance");
        office.slack.put(Office.BEN.as(Person.Kind.DEACTIVATED));
        try {
            Message told = office.answer(Office.AMIR, () -> office.clicks(Office.AMIR, asked, Office.APPROVE));
            assertThat(told.shown()).contains("The requester isn't allowed to have this any more", "deactivated");
            assertThat(office.policy("payments/worker")).isEmpty();
        } finally {
            office.slack.put(Office.BEN);
        }
        office.clicks(Office.AMIR, asked, Office.DENY);
        office.until(asked, now -> now.shown().contains("Denied"));
    }
}
