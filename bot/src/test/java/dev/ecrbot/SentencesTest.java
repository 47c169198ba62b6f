package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Finds what people are told where it doesn't belong. The rooms that decide, look or carry have no words: those stand in {@code problem},
 * in {@code config.mistake}, for modals in {@code slack.words}, and for findings of the linter, of the doctor and of other rooms with
 * readers of their own in classes whose names end in Words.
 */
final class SentencesTest {
    private static final Path HOUSE = Path.of("src", "main", "java", "dev", "ecrbot");
    private static final List<String> DECIDING = List.of(
            "desk",
            "rules",
            "config",
            "policy",
            "denial",
            "ecr",
            "slack/intake",
            "slack/field",
            "doctor",
            "interview",
            "cli",
            "slack/web",
            "slack/door",
            "store",
            "aws",
            "webhook",
            "machine",
            "ops",
            "http",
            "index",
            "time",
            "rehearsal");

    /** Rooms with others below them that are for words. */
    private static final List<String> WITHOUT_THOSE_BELOW = List.of("", "slack");

    /** Rooms that have their words in classes whose names end in Words. */
    private static final List<String> WITH_WORDS = List.of(
            "policy/lint",
            "denial",
            "ecr",
            "doctor",
            "interview",
            "slack/web",
            "slack/door",
            "store",
            "aws",
            "webhook",
            "machine",
            "ops",
            "rehearsal");

    /** Rooms below those with words of their own: what may be wrong with what is given, and why a policy says yes or no. */
    private static final List<String> WORDING = List.of(
            "config/mistake",
            "policy/evaluation",
            "policy/condition",
            "policy/assertion",
            "policy/operator",
            "policy/catalogue",
            "cli/words");

    /** Classes with words that are read by machines, by whoever looks after the bot, or as names, or that others write. */
    private static final Set<String> OTHERS = Set.of(
            "PrincipalNames.java", // what principals are called
            "ActionUniverse.java", // what actions are called
            "YamlTrouble.java", // what YAML's reader says, to be known by
            "AuditEvents.java", // kept in the audit trail
            "GlassReview.java",
            "LostRecords.java", // the key of an ask
            "RowText.java", // a value in a file
            "BackgroundThreads.java", // names of what is done again and again
            "Postman.java",
            "StartReport.java",
            "Pulse.java", // the health page
            "denial/AccessDetails.java", // its string form
            "denial/Actions.java", // what AWS and its clients say, to be known by
            "denial/PolicyKind.java",
            "denial/Reason.java",
            "denial/Sentence.java",
            "denial/Symptom.java",
            "denial/Needs.java",
            "cli/JunitReport.java", // read by CI servers
            "cli/GithubOutput.java",
            "interview/FirstConfig.java", // a file
            "ecr/LoginLines.java", // what is typed
            "ecr/AccessCatalogue.java", // what each access is for, beside its actions
            "aws/Suspects.java", // what AWS says, to be known by
            "store/SqlLists.java", // questions to a database
            "slack/web/Specimens.java", // messages that nobody gets
            "Gauges.java", // what is measured, for whoever looks after the bot
            "Tally.java");

    /** The bot's own words, as people type them. */
    private static final Set<String> COMMANDS = Set.of(
            "AskForm.java: help grant",
            "TakeOverModal.java: grant instead ",
            "Interview.java: pull, read",
            "Calls.java: requests mine");

    /** What machines tell each other, string forms, the names of parts, and what is measured. */
    private static final Set<String> NAMES = Set.of(
            "Simulation.java: application/x-www-form-urlencoded; charset=utf-8",
            "CallerCall.java: application/x-www-form-urlencoded; charset=utf-8",
            "OpsServer.java: text/plain; charset=utf-8",
            "OpsServer.java: text/plain; version=0.0.4; charset=utf-8",
            "OpsServer.java: What the health page finds: 0 for nothing, 1 for a warning, 2 where the bot is of no use",
            "Upkeep.java: How old the oldest event is that wasn't handed on to audit.webhook yet; 0 without one",
            "LinkHash.java: ecr-bot audit chain 1",
            "Credentials.java: , password not shown]",
            "PolicyTexts.java: policy texts",
            "SqlIndex.java: index of ",
            "SqlOutbox.java: there is no notice ");

    @Test
    void theRoomsThatDecideHaveNoWords() throws IOException {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            List<Path> sources = sources();
            assertThat(sources).hasSizeGreaterThan(700);
            var allowed = new HashSet<>(COMMANDS);
            allowed.addAll(NAMES);
            assertThat(Sentences.in(files.getJavaFileObjectsFromPaths(sources))).isSubsetOf(allowed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String a() { return \"it has ended\"; }",
                "String a(String who) { return who + \" may ask for it\"; }",
                "void a() { throw new ProblemException(because(\"it has ended\")); }",
                "String a() { return Optional.of(\"nobody, not even\").get(); }",
                "void a() { throw new BadInput(\"it has ended\"); }",
                "void a() { throw test.bad(\"it has ended\"); }",
                "void a() { throw new ParameterException(commands, \"it has ended\"); }",
                "Examined a() { return Examined.wrong(CHECK, id, \"It is archived.\", mend()); }",
                "Probe a() { return Probe.remark(\"audit\", () -> Optional.of(\"nobody takes it\")); }",
                "void a() { out.println(which + \" was changed.\"); }",
                "String a() { return \"Give it to them: ALTER DATABASE \" + name; }"
            })
    void wordsAreFound(String member) throws IOException {
        assertThat(Sentences.in(List.of(source(member)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void a() { throw new IllegalStateException(\"it has ended\"); }",
                "void a() { LOG.warn(\"it has ended\"); }",
                "void a() { Malformed.unless(true, \"it has ended\", \"a\"); }",
                "boolean a(PlainText text) { return text.has(\"it has ended\"); }",
                "Pattern a() { return Pattern.compile(\"it has ended\"); }",
                "@Named(\"it has ended\") void a() {}",
                "String a() { return \"until\" + \"ecr:PutImage\" + \"SELECT A\"; }",
                "String a() { return \"SELECT id FROM grant_ WHERE id = :id ORDER BY since, seq\"; }",
                "String a() { return \" AND until <= :now \"; }",
                "void a() { statements.runOnOne(UPDATE, values, \"there is no grant \" + id); }"
            })
    void whatIsToldToNobodyIsNot(String member) throws IOException {
        assertThat(Sentences.in(List.of(source(member)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk/Planted.java",
                "policy/lint/Planted.java",
                "denial/Planted.java",
                "ecr/Planted.java",
                "slack/intake/PlantedModal.java",
                "doctor/Planted.java",
                "interview/Planted.java",
                "cli/Planted.java",
                "slack/web/PlantedCheckup.java",
                "slack/door/Planted.java",
                "slack/Planted.java",
                "store/Planted.java",
                "store/database/PlantedCheckup.java",
                "store/chain/Planted.java",
                "aws/PlantedCheckup.java",
                "webhook/PlantedCheckup.java",
                "machine/proof/PlantedCheckup.java",
                "machine/client/Planted.java",
                "ops/Planted.java",
                "http/Planted.java",
                "index/Planted.java",
                "time/Planted.java",
                "rehearsal/Planted.java",
                "SetUp.java",
                "Vitals.java",
                "Planted.java"
            })
    void whatIsPlantedInOneOfThemIsLookedAt(String file) {
        assertThat(hasNoWords(HOUSE.resolve(file))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "problem/Planted.java",
                "policy/lint/PlantedWords.java",
                "denial/PlantedWords.java",
                "denial/Symptom.java",
                "slack/message/Planted.java",
                "slack/web/PlantedWords.java",
                "store/database/PlantedWords.java",
                "machine/proof/PlantedWords.java",
                "PlantedWords.java"
            })
    void whereWordsBelongIsNot(String file) {
        assertThat(hasNoWords(HOUSE.resolve(file))).isFalse();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(SentencesTest::hasNoWords)
                    .toList();
        }
    }

    private static boolean hasNoWords(Path file) {
        return (DECIDING.stream().anyMatch(room -> isIn(file, room))
                        || WITHOUT_THOSE_BELOW.stream().anyMatch(room -> isRightIn(file, room)))
                && WORDING.stream().noneMatch(room -> isIn(file, room))
                && !(file.toString().endsWith("Words.java")
                        && (WITH_WORDS.stream().anyMatch(room -> isIn(file, room)) || isRightIn(file, "")))
                && OTHERS.stream().noneMatch(file::endsWith);
    }

    private static boolean isIn(Path file, String room) {
        return file.startsWith(HOUSE.resolve(room));
    }

    private static boolean isRightIn(Path file, String room) {
        return HOUSE.resolve(room).equals(file.getParent());
    }

    private static JavaFileObject source(String member) {
        return new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "class A { " + member + " }";
            }
        };
    }
}
