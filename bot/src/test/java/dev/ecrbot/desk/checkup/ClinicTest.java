package dev.ecrbot.desk.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.doctor.Part;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is told what, and when, while the set-up is looked at. */
final class ClinicTest {
    private static final PersonId ANNA = new PersonId("T0HOME", "U0ANNA");
    private static final PersonId OTTO = new PersonId("T0HOME", "U0OTTO");
    private static final Origin HERE = new Origin("C0GENERAL", Optional.empty());
    private static final Examined BAD = Examined.wrong("store", "x", "It is full.", "Empty it.");

    private final BotConfig config = DeskBench.config(DeskBench.RULES);
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Clinic clinic = new Clinic(now -> List.copyOf(parts), work::add, this::tell, clock);

    private void tell(PersonId person, Origin from, Checkup checkup) {
        told.add(person.user() + " " + checkup.visit(new Name()));
    }

    private static final class Name implements Checkup.Visitor<String> {
        @Override
        public String begun(Checkup.Begun begun) {
            return begun.before() ? "joins" : "begins " + begun.parts();
        }

        @Override
        public String going(Checkup.Going going) {
            return going.done() + " of " + going.of() + ", " + going.wrong() + " wrong, next " + going.next();
        }

        @Override
        public String over(Checkup.Over over) {
            return "over: " + over.found().size() + ", " + over.wrong().size() + " wrong";
        }

        @Override
        public String notYours(Checkup.NotYours notYours) {
            return "no";
        }
    }

    private void part(String name, Runnable meanwhile, Examined... found) {
        parts.add(new Part(name, () -> {
            meanwhile.run();
            return List.of(found);
        }));
    }

    private void run() {
        work.remove().run();
    }

    @Test
    void whoAsksMeanwhileGetsTheSameResult() {
        part("one", () -> clinic.look(config, OTTO, HERE), BAD);
        clinic.look(config, ANNA, HERE);
        assertThat(told).containsExactly("U0ANNA begins [one]");
        run();
        assertThat(told.subList(1, told.size()))
                .containsExactly("U0OTTO joins", "U0ANNA over: 1, 1 wrong", "U0OTTO over: 1, 1 wrong");
        assertThat(work).isEmpty();
    }

    @Test
    void whoAsksTwiceIsToldOnce() {
        part("one", () -> {}, BAD);
        clinic.look(config, ANNA, HERE);
        clinic.look(config, ANNA, HERE);
        run();
        assertThat(told).containsExactly("U0ANNA begins [one]", "U0ANNA joins", "U0ANNA over: 1, 1 wrong");
    }

    @Test
    void saysHowFarItIsWhereItTakesLongAndNotTooOften() {
        for (String name : List.of("one", "two", "three", "four", "five")) {
            part(name, () -> clock.advance(Duration.ofSeconds(16)), BAD);
        }
        clinic.look(config, ANNA, HERE);
        run();
        assertThat(told)
                .containsExactly(
                        "U0ANNA begins [one, two, three, four, five]",
                        "U0ANNA 1 of 5, 1 wrong, next two",
                        "U0ANNA 2 of 5, 2 wrong, next three",
                        "U0ANNA over: 5, 5 wrong");
    }

    @Test
    void aPartThatBreaksHoldsUpNoOther() {
        part("one", () -> {
            throw new IllegalStateException("broken");
        });
        part("two", () -> {}, BAD);
        clinic.look(config, ANNA, HERE);
        run();
        assertThat(clinic.last().orElseThrow().found()).hasSize(2).contains(BAD);
        assertThat(clinic.last().orElseThrow().found().get(0))
                .isEqualTo(Examined.unchecked(
                        "doctor",
                        "one",
                        "Looking at it failed inside ecr-bot (IllegalStateException).",
                        "The log has the whole error; tell whoever maintains ecr-bot."));
    }

    @Test
    void whatBreaksWhileTheBotEndsIsNothingThatWasFound() {
        var found = new ArrayList<Checkup.Over>();
        part("one", clinic::close, BAD);
        part("two", () -> told.add("two was looked at"), BAD);
        clinic.look(config, ANNA, HERE);
        clinic.look(config, found::add);
        run();
        assertThat(told).containsExactly("U0ANNA begins [one, two]");
        assertThat(found).isEmpty();
        assertThat(clinic.last()).isEmpty();
        assertThatThrownBy(() -> clinic.look(config, ANNA, HERE)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theNextLookIsANewOne() {
        part("one", () -> {}, BAD);
        clinic.look(config, ANNA, HERE);
        run();
        parts.clear();
        clinic.look(config, OTTO, HERE);
        run();
        assertThat(told).endsWith("U0OTTO begins []", "U0OTTO over: 0, 0 wrong");
        assertThat(clinic.last().orElseThrow().wrong()).isEmpty();
    }
}
