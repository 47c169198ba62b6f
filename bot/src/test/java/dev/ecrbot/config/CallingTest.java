package dev.ecrbot.config;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Escalation;
import dev.ecrbot.rules.People;
import dev.ecrbot.time.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When people are called about what waits under a rule, as the file says it. */
final class CallingTest {
    private static final String APPROVERS = "approvers: [U0APPROVER1]";

    @Test
    void aRuleThatSaysNothingCallsAsEver() {
        assertThat(calling(ConfigText.LEAST)).isEqualTo(Calling.USUAL);
    }

    @ParameterizedTest
    @MethodSource("daysAsWritten")
    void twoDaysAreARangeAndAnyOtherNumberAList(String written, Set<DayOfWeek> days) {
        assertThat(hours("{days: " + written + ", from: \"08:00\", to: \"24:00\", zone: Europe/Berlin}"))
                .contains(new Hours(days, LocalTime.of(8, 0), LocalTime.MIDNIGHT, ZoneId.of("Europe/Berlin")));
    }

    static Stream<Arguments> daysAsWritten() {
        return Stream.of(
                Arguments.of("[mon, fri]", Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)),
                Arguments.of("[sat, mon]", Set.of(SATURDAY, SUNDAY, MONDAY)),
                Arguments.of("[mon, wed, fri]", Set.of(MONDAY, WEDNESDAY, FRIDAY)),
                Arguments.of("[sun]", Set.of(SUNDAY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[mon, friday] | '\"08:00\"' | '\"18:00\"' | UTC | days[1] | Two of them are a range, [mon, fri]",
                "[mon, mon] | '\"08:00\"' | '\"18:00\"' | UTC | days[1] | twice",
                "[] | '\"08:00\"' | '\"18:00\"' | UTC | days | at least one",
                "mon-fri | '\"08:00\"' | '\"18:00\"' | UTC | days | takes a list",
                "[mon] | '\"8:00\"' | '\"18:00\"' | UTC | from | takes a time like",
                "[mon] | 18:00 | '\"19:00\"' | UTC | from | put it in quotes",
                "[mon] | '\"24:00\"' | '\"24:00\"' | UTC | from | takes a time like",
                "[mon] | '\"00:00\"' | '\"00:00\"' | UTC | to | takes a time like",
                "[mon] | '\"18:00\"' | '\"08:00\"' | UTC | to | later than",
                "[mon] | '\"08:00\"' | '\"08:00\"' | UTC | to | later than",
                "[mon] | '\"08:00\"' | '\"18:00\"' | '\"+02:00\"' | zone | takes a time zone",
                "[mon] | '\"08:00\"' | '\"18:00\"' | Europe/Berlim | zone | did you mean “Europe/Berlin”?"
            })
    void hoursThatCantBeMeantAreMistakes(String days, String from, String to, String zone, String path, String text) {
        String hours = "{days: " + days + ", from: " + from + ", to: " + to + ", zone: " + zone + "}";

        assertThat(with("hours: " + hours).mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.path()).isEqualTo("rules[0].hours." + path);
            assertThat(mistake.text()).contains(text);
        });
    }

    @Test
    void deputiesAreCalledAfterAWhile() {
        assertThat(calling(among("escalate: {to: [S0OWNERS], after: 90m}")).escalation())
                .contains(new Escalation(new People(false, Set.of(), Set.of("S0OWNERS")), Duration.ofMinutes(90)));
        assertThat(calling(among("escalate: {to: [U0BOSS], after: 2h}")).escalation())
                .as("may be in the group, which is looked at elsewhere")
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{to: [U0STRANGER], after: 2h} | to | U0STRANGER is none of them",
                "{to: [U0APPROVER1], after: 2h} | to | names all approvers",
                "{to: [anyone], after: 2h} | to[0] | anyone can't be an approver",
                "{to: [S0DEPUTIES], after: 8h} | after | comes when requests have expired",
                "{to: [S0DEPUTIES], after: soon} | after | takes a duration",
                "{to: [S0DEPUTIES]} | '' | needs the key “after”",
                "{after: 2h} | '' | needs the key “to”",
                "[S0DEPUTIES] | '' | takes keys with values"
            })
    void deputiesThatCantBeMeantAreMistakes(String escalate, String path, String text) {
        assertThat(with("escalate: " + escalate).mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.path()).isEqualTo("rules[0].escalate" + (path.isEmpty() ? "" : "." + path));
            assertThat(mistake.text()).contains(text);
        });
    }

    @Test
    void whoIsInformedIsNotifiedUnlessTheFileSaysOtherwise() {
        assertThat(calling(with("notify: [S0AUDIT]")).pingsInformed()).isTrue();
        assertThat(calling(with("notify: {who: [S0AUDIT]}")).pingsInformed()).isTrue();
        ConfigText quiet = with("notify: {who: [S0AUDIT, U0WATCHER], ping: false}");
        assertThat(calling(quiet).pingsInformed()).isFalse();
        assertThat(quiet.valid().rules().all().get(0).handling().informed())
                .contains(new People(false, Set.of("U0WATCHER"), Set.of("S0AUDIT")));
        assertThat(with("notify: {ping: false}").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.text()).contains("needs the key “who”"));
        assertThat(with("notify: S0AUDIT").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.text()).contains("takes a list"));
    }

    private static ConfigText among(String key) {
        return ConfigText.LEAST.with(APPROVERS, "approvers: [U0APPROVER1, S0OWNERS]\n    " + key);
    }

    private static Optional<Hours> hours(String written) {
        return calling(with("hours: " + written)).hours();
    }

    private static ConfigText with(String key) {
        return ConfigText.LEAST.with(APPROVERS, APPROVERS + "\n    " + key);
    }

    private static Calling calling(ConfigText text) {
        return text.valid().rules().all().get(0).handling().calling();
    }
}
