package dev.ecrbot.desk.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Inquiry;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.guess.LenientParser;
import dev.ecrbot.command.guess.LineReading;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.BenchConfig;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred and sixty lines as hurried people type them, from what is typed to what the desk makes of it. */
final class TypedCommandsTest {
    private static final String LINES = "/dev/ecrbot/command/typed-commands.txt";
    private static final String AT_ONCE = "at once";
    private static final String ONE_CLICK = "one click";
    private static final String REFUSED = "refused";
    private static final Set<Code> UNREADABLE = EnumSet.of(
            Code.COMMAND_UNKNOWN,
            Code.COMMAND_MALFORMED,
            Code.ACCESS_UNKNOWN,
            Code.REPOSITORY_MALFORMED,
            Code.ACCOUNT_UNKNOWN,
            Code.PRINCIPAL_MALFORMED,
            Code.DURATION_MALFORMED);

    private final DeskBench bench = new DeskBench();
    private final BotConfig config = BenchConfig.renamed(DeskBench.RULES, "finance", "ci");
    private final DeskAssembly staff = bench.replica(config);
    private final Names names = DeskAssembly.names(config);
    private final CommandParser exact = new CommandParser(names, bench.clock);
    private final LenientParser lenient = new LenientParser(exact, names, bench.clock, command -> true);

    /**
     * A line of the list.
     *
     * @param how how it is to be taken
     * @param what the exact line that it stands for, or words that help
     */
    private record Typed(String text, String how, String what) {
        static Typed of(String line) {
            String[] parts = line.split(" => ", 2);
            String[] wanted = parts[1].split(": ", 2);
            return new Typed(parts[0].replace("\\n", "\n"), wanted[0], wanted[1]);
        }
    }

    @BeforeEach
    void furnish() {
        for (String name : List.of("payments/web", "team/base")) {
            bench.ecr.addRepository(SeedRegistry.west(name), Map.of());
        }
        bench.ecr.iam().addRole(SeedRegistry.role(SeedRegistry.FINANCE, "nightly"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void eachLineIsTakenAsThePersonWhoTypedItWouldHaveIt() throws IOException {
        List<Typed> all = lines();
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(typed -> assertThat(lenient.read(typed.text()).visit(new Seen()))
                        .as(typed.text())
                        .matches(seen -> seen.how().equals(typed.how()), typed.how())
                        .matches(seen -> seen.says(typed), typed.what()));
        Map<String, Long> shares =
                all.stream().collect(Collectors.groupingBy(Typed::how, TreeMap::new, Collectors.counting()));
        shares.forEach((how, many) -> System.out.printf(
                Locale.ROOT,
                "%s: %d of %d lines, %d %%%n",
                how,
                many,
                all.size(),
                Math.round(100.0 * many / all.size())));
        assertThat(shares).isEqualTo(Map.of(AT_ONCE, 56L, ONE_CLICK, 66L, REFUSED, 49L));
    }

    @Test
    void nothingThatWasGuessedBecomesACardUnconfirmed() throws IOException {
        for (Typed typed : lines()) {
            long before = requests();
            Answer answer = staff.desk().command(DeskBench.asker(DeskBench.RITA), typed.text());
            boolean asked = typed.how().equals(AT_ONCE) && typed.what().startsWith("grant ");

            assertThat(requests() - before).as(typed.text()).isEqualTo(asked ? 1 : 0);
            assertThat(answer instanceof Answer.Guessed)
                    .as(typed.text())
                    .isEqualTo(typed.how().equals(ONE_CLICK));
            assertThat(answer instanceof Answer.Unheard).as(typed.text()).isFalse();
        }
    }

    @Test
    void oneClickAsksOrSaysWhatIsInTheWay() throws IOException {
        for (Typed typed :
                lines().stream().filter(each -> each.how().equals(ONE_CLICK)).toList()) {
            var guessed = (Answer.Guessed) staff.desk().command(DeskBench.asker(DeskBench.RITA), typed.text());
            Answer answer = staff.desk()
                    .ask(
                            DeskBench.asker(DeskBench.RITA),
                            DeskBench.RITA.toString(),
                            guessed.line().sent());

            assertThat(answer).as(typed.text()).isNotInstanceOf(Answer.Unheard.class);
            if (answer instanceof Answer.Refused refused) {
                assertThat(refused.problem().code()).as(typed.text()).isNotIn(UNREADABLE);
            }
        }
        assertThat(requests()).isGreaterThan(5);
    }

    @Test
    void aMisspeltRepositoryIsSetRightOnceTheLineIsAskedFor() {
        var guessed =
                (Answer.Guessed) staff.desk().command(DeskBench.asker(DeskBench.RITA), "pull payments/app for sales");
        Answer answer = staff.desk()
                .ask(
                        DeskBench.asker(DeskBench.RITA),
                        DeskBench.RITA.toString(),
                        guessed.line().sent());

        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(Code.REPOSITORY_NOT_FOUND);
            assertThat(refused.problem().next()).contains("payments/api");
        });
    }

    private long requests() {
        return bench.ledger
                .<List<?>>transact(books -> books.requests().in(EnumSet.allOf(RequestState.class)))
                .size();
    }

    private static List<Typed> lines() throws IOException {
        try (InputStream file = Objects.requireNonNull(TypedCommandsTest.class.getResourceAsStream(LINES))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Typed::of)
                    .toList();
        }
    }

    /** How a text was taken, as what. */
    private record Took(String how, Optional<Command> command, String text, CommandParser exact) {
        boolean says(Typed typed) {
            if (typed.what().equals("explain *")) {
                return command.filter(Took::explains).isPresent();
            }
            return command.isEmpty() ? text.contains(typed.what()) : command.equals(command(typed.what()));
        }

        private static boolean explains(Command command) {
            return command instanceof Command.Inquire inquire && inquire.inquiry() instanceof Inquiry.Explain;
        }

        private Optional<Command> command(String line) {
            return exact.parse(line)
                    .visit(understood -> Optional.of(understood.command()), misunderstood -> Optional.empty());
        }
    }

    private final class Seen implements LineReading.Visitor<Took> {
        @Override
        public Took exact(LineReading.Exact read) {
            return new Took(AT_ONCE, Optional.of(read.command()), read.command().text(), exact);
        }

        @Override
        public Took meant(LineReading.Meant meant) {
            return new Took(
                    ONE_CLICK, Optional.of(meant.command()), meant.line().text(), exact);
        }

        @Override
        public Took unread(LineReading.Unread unread) {
            return new Took(
                    REFUSED,
                    Optional.empty(),
                    unread.problem().text() + " " + unread.problem().next(),
                    exact);
        }
    }
}
