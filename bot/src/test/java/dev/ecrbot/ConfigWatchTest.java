package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Announcements.Due;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.KeptConfiguration;
import dev.ecrbot.desk.reload.ChangeOver;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a bot whose configuration's files change. */
final class ConfigWatchTest {
    private static final String FIRST = """
            slack:
              fallback_channel: C0FALLBACK
            registries:
              central:
                account: "111111111111"
                regions: [us-west-2]
            accounts:
              sales: "222222222222"
            rules:
              - name: web
                repositories: ["web/*"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [U0APPROVER1]
                channel: C0APPROVALS
            """;
    private static final String SECOND = FIRST.replace("U0APPROVER1", "U0APPROVER2");
    private static final String BROKEN = FIRST.replace("requesters", "requestors");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final List<BotConfig> takenUp = new ArrayList<>();
    private final List<Announcement> told = new ArrayList<>();
    private final StoreLedger ledger = StoreLedger.open(MigratedH2.fresh(), Optional.empty());

    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("ecr-bot.yml"), FIRST);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void otherRulesAreTakenUpOnceTwoLooksHaveSeenThem() throws IOException {
        ConfigWatch watch = started();
        Files.writeString(file, SECOND);
        watch.look();
        assertThat(takenUp).isEmpty();
        watch.look();
        watch.look();

        assertThat(takenUp).hasSize(1).allMatch(config -> approvers(config).contains("U0APPROVER2"));
        assertThat(watch.trouble()).isEmpty();
        assertThat(told()).hasSize(2).allMatch(each -> each.people().contains("U0APPROVER2"));
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void whatIsStillBeingWrittenDoesNotCount() throws IOException {
        ConfigWatch watch = started();
        Files.writeString(file, SECOND + "#");
        watch.look();
        Files.writeString(file, SECOND);
        watch.look();
        assertThat(takenUp).isEmpty();
    }

    @Test
    void aBrokenFileChangesNothingAndIsToldOnceHoweverLongItIsThere() throws IOException {
        ConfigWatch watch = started();
        Files.writeString(file, BROKEN);
        looks(watch, 10);

        assertThat(takenUp).isEmpty();
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("stays in force", "requesters"));
        assertThat(told())
                .singleElement()
                .satisfies(news -> assertThat(news.channel()).isEqualTo("C0FALLBACK"))
                .satisfies(news -> assertThat(news.lines())
                        .first()
                        .asString()
                        .contains("has mistakes", "before it stays in force"));

        Files.writeString(file, SECOND);
        looks(watch, 2);
        assertThat(watch.trouble()).isEmpty();
        assertThat(takenUp).hasSize(1);
    }

    /** What one version takes, another may refuse, or have stored in another form. */
    @ParameterizedTest
    @ValueSource(strings = {"ecr-bot.yml\n10\nrules: []\n", "no copy", ""})
    void whatCanBeComparedWithNothingIsToldAsThat(String before) {
        ledger.record(books ->
                books.configurations().add(new KeptConfiguration(1, "0123456789abcdef", before, clock.instant())));
        ConfigWatch watch = started();
        looks(watch, 2);
        assertThat(told()).extracting(Announcement::channel).containsExactlyInAnyOrder("C0APPROVALS", "C0FALLBACK");
        assertThat(told)
                .allSatisfy(each -> assertThat(each.lines())
                        .last()
                        .asString()
                        .contains("can't read the configuration before", "look through the file"));
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void anEmptyFileAndAFolderInItsPlaceChangeNothing() throws IOException {
        ConfigWatch watch = started();
        Files.writeString(file, "");
        looks(watch, 3);
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("The file is empty"));
        Files.delete(file);
        Files.createDirectory(file);
        looks(watch, 3);
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("can't be read"));
        assertThat(takenUp).isEmpty();

        Files.delete(file);
        Files.writeString(file, SECOND);
        looks(watch, 2);
        assertThat(watch.trouble()).isEmpty();
        assertThat(takenUp).hasSize(1);
    }

    @Test
    void aFileThatIsGoneChangesNothing() throws IOException {
        ConfigWatch watch = started();
        Files.delete(file);
        looks(watch, 3);
        assertThat(takenUp).isEmpty();
        assertThat(watch.trouble()).isPresent();

        Files.writeString(file, FIRST);
        looks(watch, 2);
        assertThat(watch.trouble()).isEmpty();
        assertThat(takenUp).isEmpty();
    }

    @Test
    void aLinkThatLeadsElsewhereIsFollowed() throws IOException {
        // As Kubernetes does it: the file is a link into a folder, and the folder's link is replaced.
        Path one = Files.createDirectory(directory.resolve("..one"));
        Path two = Files.createDirectory(directory.resolve("..two"));
        Files.writeString(one.resolve("ecr-bot.yml"), FIRST);
        Files.writeString(two.resolve("ecr-bot.yml"), SECOND);
        Path data = Files.createSymbolicLink(directory.resolve("..data"), one.getFileName());
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("..data", "ecr-bot.yml"));
        ConfigWatch watch = started();

        Path next = Files.createSymbolicLink(directory.resolve("..next"), two.getFileName());
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
        looks(watch, 2);
        assertThat(takenUp).hasSize(1);
    }

    @Test
    void otherRegistriesWaitForARestartAndEverythingElseWithThem() throws IOException {
        ConfigWatch watch = started();
        Files.writeString(file, SECOND.replace("[us-west-2]", "[us-west-2, eu-west-1]"));
        looks(watch, 2);

        assertThat(takenUp).isEmpty();
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("registries"));
        assertThat(told())
                .singleElement()
                .satisfies(news ->
                        assertThat(news.lines()).anyMatch(line -> line.contains("only when the bot is started again")));
    }

    @Test
    void whatCannotChangeWaitsForARestartAndTheRestIsTakenUp() throws IOException {
        ConfigWatch watch = started();
        Files.writeString(file, SECOND + "ops: {port: 9999}\n");
        looks(watch, 2);

        assertThat(takenUp).hasSize(1).allMatch(config -> config.ops().address().port() == 8080);
        assertThat(watch.trouble()).hasValueSatisfying(why -> assertThat(why).contains("ops", "after a restart only"));
        assertThat(told())
                .filteredOn(news -> news.channel().equals("C0FALLBACK"))
                .singleElement()
                .satisfies(
                        news -> assertThat(news.lines()).contains("ops changed, too, and counts after a restart only"));
    }

    @Test
    void whatCannotBeRecordedIsNotTakenUp() throws IOException {
        ConfigWatch watch = started();
        Files.writeString(file, SECOND);
        watch.look();
        ledger.close();
        assertThatThrownBy(watch::look).isInstanceOf(ProblemException.class);
        assertThat(takenUp).isEmpty();
    }

    @Test
    void ofTwoReplicasWithTheSameFileOneTellsOfIt() throws IOException {
        ConfigWatch one = started();
        ConfigWatch other = started();
        Files.writeString(file, SECOND);
        looks(one, 2);
        looks(other, 2);

        assertThat(takenUp).hasSize(2);
        assertThat(told()).hasSize(2).extracting(Announcement::channel).doesNotHaveDuplicates();
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void aReplicaWithAnotherFileIsSeenAndNothingGoesBackAndForth() throws IOException {
        ConfigWatch one = started();
        file = Files.writeString(directory.resolve("other.yml"), SECOND);
        ConfigWatch other = started();
        looks(one, 5);
        looks(other, 5);

        assertThat(recorded()).isEqualTo(1);
        assertThat(one.trouble()).hasValueSatisfying(why -> assertThat(why).contains("another replica"));
        assertThat(other.trouble()).isEmpty();
    }

    @Test
    void whatChangedWhileNoBotRanIsToldAtTheStart() throws IOException {
        started();
        Files.writeString(file, SECOND);
        started();
        assertThat(takenUp).isEmpty();
        assertThat(told()).hasSize(2);
    }

    private ConfigWatch started() {
        ConfigReader.Loaded loaded = ConfigReader.load(file);
        var running = ((Reading.Valid<BotConfig>) loaded.reading()).value();
        var watch = new ConfigWatch(file, running, loaded.copy(), new ChangeOver(ledger, clock), takenUp::add);
        watch.look();
        return watch;
    }

    private static void looks(ConfigWatch watch, int times) {
        for (int time = 0; time < times; time++) {
            watch.look();
        }
    }

    private static String approvers(BotConfig config) {
        return config.rules().all().get(0).approvers().people().toString();
    }

    private List<Announcement> told() {
        Optional<Due> due = next();
        while (due.isPresent()) {
            told.add(due.get().announcement());
            due = next();
        }
        return told;
    }

    private Optional<Due> next() {
        return ledger.transact(books ->
                books.announcements().take(clock.instant(), clock.instant().plusSeconds(60)));
    }

    private int recorded() {
        var found = new ArrayList<EventKind>();
        ledger.record(books ->
                books.events().each(recorded -> found.add(recorded.event().kind())));
        return (int) found.stream().filter(EventKind.CONFIG_CHANGED::equals).count();
    }
}
