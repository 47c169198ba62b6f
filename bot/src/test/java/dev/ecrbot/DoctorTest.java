package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.doctor.Part;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.store.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A set-up with one fault at a time: the doctor finds it, and says what to do. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@Tag("long")
final class DoctorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOST = SeedRegistry.BOT_HOST.principal();

    @TempDir
    private Path folder;

    private final EcrModel ecr = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
    private final Map<String, Optional<String>> before = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    private TrialConfig config = TrialConfig.http();
    private UnaryOperator<String> edit = text -> text;
    private Clock clock = Clock.systemUTC();

    @BeforeEach
    void leadHere() {
        aws.systemProperties()
                .forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
        environment.put("SLACK_BOT_TOKEN", slack.botToken());
        environment.put("SLACK_APP_TOKEN", slack.appToken());
        environment.put("SLACK_SIGNING_SECRET", slack.signingSecret());
        config = config.storedIn("jdbc:h2:file:" + folder.resolve("data/ledger"));
        slack.scopes().grant("channels:read", "groups:read");
    }

    @AfterEach
    void leave() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
        aws.close();
        slack.close();
    }

    /**
     * A fault.
     *
     * @param check which line tells of it
     * @param words what that line says, or what it says to do
     */
    record Flaw(String name, Consumer<DoctorTest> plant, String check, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Flaw> flaws() {
        return Stream.of(ofTheFile(), ofSlack(), ofPeople(), ofAws(), ofTheStore())
                .flatMap(List::stream);
    }

    private static List<Flaw> ofTheFile() {
        return List.of(
                file("no rules", text -> text.substring(0, text.indexOf("rules:")), "rules"),
                file("an unknown key", text -> text + "nonsense: 1\n", "nonsense"),
                file(
                        "an account of eleven digits",
                        text -> text.replace("\"222222222222\"", "\"22222222222\""),
                        "account"),
                file("a Region that isn't one", text -> text.replace("eu-west-1]", "europe]"), "europe"),
                file(
                        "a role of another account",
                        text -> text.replace("role: arn:aws:iam::1", "role: arn:aws:iam::9"),
                        "role"),
                file("an unknown access", text -> text.replace("[pull, read]", "[pull, reed]"), "reed"),
                file("an unknown mode", text -> text.replace("mode: http", "mode: carrier-pigeon"), "carrier-pigeon"),
                file("tabs", text -> text.replace("  mode", "\tmode"), ""),
                file("a file without anything in it", text -> "", "empty"),
                file("another bot's file", text -> "- a\n", "takes keys with values"),
                file(
                        "a file to include that isn't there",
                        text -> text + "include: [{file: teams/none.yml, repositories: [\"web/*\"]}]\n",
                        "none.yml"),
                new Flaw(
                        "an unknown form of the log",
                        setup -> setup.environment.put("LOG_FORMAT", "xml"),
                        "environment",
                        "text or json"),
                file(
                        "approvers: anyone",
                        text -> text.replace("approvers: [U0APPROVER1, S0OWNERS]", "approvers: [anyone]"),
                        "anyone"),
                file(
                        "a channel's name",
                        text -> text.replace("channel: C0APPROVALS", "channel: \"#approvals\""),
                        "channel"),
                new Flaw(
                        "no signing secret",
                        setup -> setup.environment.remove("SLACK_SIGNING_SECRET"),
                        "environment",
                        "SLACK_SIGNING_SECRET"),
                new Flaw(
                        "a blank bot token",
                        setup -> setup.environment.put("SLACK_BOT_TOKEN", " "),
                        "environment",
                        "SLACK_BOT_TOKEN"),
                new Flaw(
                        "tokens exchanged",
                        setup -> setup.environment.put("SLACK_BOT_TOKEN", setup.slack.appToken()),
                        "environment",
                        "xoxb-"));
    }

    private static Flaw file(String name, UnaryOperator<String> edit, String words) {
        return new Flaw(name, setup -> setup.edit = edit, "config", words);
    }

    private static List<Flaw> ofSlack() {
        return List.of(
                new Flaw(
                        "another app's token",
                        setup -> setup.environment.put("SLACK_BOT_TOKEN", "xoxb-1-2-3"),
                        "slack.token",
                        "invalid_auth"),
                answers(
                        "a token that was revoked",
                        "auth.test",
                        "token_revoked",
                        "slack.token",
                        "install the app again"),
                answers(
                        "a workspace that is closed",
                        "auth.test",
                        "account_inactive",
                        "slack.token",
                        "account_inactive"),
                answers(
                        "a message that Slack doesn't take any more",
                        "blocks.validate",
                        "invalid_blocks",
                        "slack.messages",
                        "Slack has changed"),
                new Flaw("Slack is away", setup -> setup.slack.faults().down(), "slack.token", "network"),
                new Flaw(
                        "Slack answers 500",
                        setup -> setup.slack.faults().always("auth.test", Fault.serverError()),
                        "slack.token",
                        "500"),
                scope("commands"),
                scope("chat:write"),
                scope("files:write"),
                scope("im:write"),
                scope("users:read"),
                scope("usergroups:read"),
                new Flaw(
                        "a wrong app token",
                        setup -> {
                            setup.config = setup.config.bySocket();
                            setup.environment.put("SLACK_APP_TOKEN", "xapp-1-2-3");
                        },
                        "slack.socket",
                        "connections:write"),
                new Flaw(
                        "a clock that is six minutes late",
                        setup -> setup.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6)),
                        "clock",
                        "NTP"));
    }

    private static Flaw answers(String name, String method, String error, String check, String words) {
        return new Flaw(name, setup -> setup.slack.faults().always(method, Fault.error(error)), check, words);
    }

    private static Flaw scope(String scope) {
        return new Flaw("without " + scope, setup -> setup.slack.scopes().withdraw(scope), "slack.scopes", scope);
    }

    private static List<Flaw> ofPeople() {
        return List.of(
                named("a channel without the bot", "C0APPROVALS", "C0BOTLESS", "slack.channel", "/invite"),
                named("an archived channel", "C0APPROVALS", "C0ARCHIVED", "slack.channel", "archived"),
                named("a channel that isn't there", "C0APPROVALS", "C0NOWHERE", "slack.channel", "no such channel"),
                named("an approver who isn't there", "U0APPROVER1", "U0NOBODY", "slack.person", "Copy member ID"),
                named("an approver who left", "U0APPROVER1", "U0LEAVER", "slack.person", "deactivated"),
                named("a guest who approves", "U0APPROVER1", "U0GUESTMULTI", "slack.person", "a guest"),
                named("a bot that approves", "U0APPROVER1", "U0OTHERBOT", "slack.person", "a bot"),
                named(
                        "somebody of another workspace",
                        "U0APPROVER1",
                        "U0STRANGER",
                        "slack.person",
                        "another workspace"),
                named("a disabled group", "S0OWNERS", "S0OLDGROUP", "slack.group", "disabled"),
                named("a group that isn't there", "S0OWNERS", "S0NOGROUP", "slack.group", "no user group"),
                also(
                        "an emergency channel without the bot",
                        BREAKGLASS.formatted("U0APPROVER1", "C0BOTLESS"),
                        "slack.channel",
                        "/invite"),
                also(
                        "a guest for emergencies",
                        BREAKGLASS.formatted("U0GUESTMULTI", "C0GENERAL"),
                        "slack.person",
                        "a guest"),
                also(
                        "somebody to be told who has left",
                        "notify: {who: [U0LEAVER], ping: false}",
                        "slack.person",
                        "deactivated"),
                also("a viewers' group that is disabled", "viewers: [S0OLDGROUP]", "slack.group", "disabled"),
                also(
                        "somebody called late who may not decide",
                        "escalate: {to: [S0OWNERS, U0BYSTANDER], after: 2h}",
                        "slack.escalation",
                        "U0BYSTANDER"),
                new Flaw(
                        "an archived fallback channel",
                        setup -> setup.edit =
                                text -> text.replace("slack:\n", "slack:\n  fallback_channel: C0ARCHIVED\n"),
                        "slack.channel",
                        "archived"),
                new Flaw(
                        "an admins' channel that isn't there",
                        setup -> setup.edit = text -> text + "admins: {who: [U0APPROVER1], channel: C0NOWHERE}\n",
                        "slack.channel",
                        "no such channel"),
                new Flaw(
                        "a group of nobody",
                        setup -> setup.slack.put(SampleWorkspace.OWNERS.with()),
                        "slack.group",
                        "nobody is in it"));
    }

    private static final String BREAKGLASS =
            "breakglass: {people: [%s], review_within: 1h, for: 4h, per_day: 3, channel: %s}";

    /** What the first rule says, too. */
    private static Flaw also(String name, String key, String check, String words) {
        return new Flaw(
                name,
                setup -> setup.edit =
                        text -> text.replace("- name: payments-pull\n", "- name: payments-pull\n    " + key + "\n"),
                check,
                words);
    }

    private static Flaw named(String name, String good, String bad, String check, String words) {
        return new Flaw(name, setup -> setup.edit = text -> text.replace(good, bad), check, words);
    }

    private static List<Flaw> ofAws() {
        return List.of(
                new Flaw(
                        "a role that trusts others",
                        setup -> setup.ecr.iam().distrust(SeedRegistry.BOT_ROLE),
                        "aws.repositories",
                        "assume role"),
                new Flaw(
                        "a role that isn't there",
                        setup -> setup.edit = text -> text.replace("role/ecr-bot", "role/no-such"),
                        "aws.repositories",
                        "assume role"),
                refusing("source_identity", "sts:SetSourceIdentity"),
                refusing("tags", "sts:TagSession"),
                withheld(ApiOperation.DESCRIBE_REPOSITORIES, "aws.repositories"),
                withheld(ApiOperation.GET_REGISTRY_POLICY, "aws.registry-policy"),
                withheld(ApiOperation.GET_REPOSITORY_POLICY, "aws.repository-policy"),
                withheld(ApiOperation.DESCRIBE_REPOSITORY_CREATION_TEMPLATES, "aws.templates"),
                withheld(ApiOperation.DESCRIBE_PULL_THROUGH_CACHE_RULES, "aws.pull-through"),
                withheld(ApiOperation.DESCRIBE_REGISTRY, "aws.replication"),
                withheld(ApiOperation.LIST_TAGS_FOR_RESOURCE, "aws.tags"),
                new Flaw(
                        "a role that may change no policies",
                        setup -> setup.may(all -> all.remove("ecr:SetRepositoryPolicy")),
                        "aws.writes",
                        "may not ecr:SetRepositoryPolicy"),
                new Flaw(
                        "a role that may do more than it needs",
                        setup -> setup.may(all -> all.add("ecr:DeleteRepository")),
                        "aws.writes",
                        "more than the bot needs: ecr:DeleteRepository at"),
                new Flaw(
                        "patterns, and a role that may not write the registry's policy",
                        setup -> {
                            setup.may(all -> {});
                            setup.edit = DoctorTest::withPatterns;
                        },
                        "aws.writes",
                        "may not ecr:DeleteRegistryPolicy, ecr:PutRegistryPolicy"),
                new Flaw(
                        "patterns, and a registry's policy of the old scope",
                        setup -> {
                            setup.ecr.setPolicyScope(new Place(SeedRegistry.CENTRAL, new Region("us-west-2")), "V1");
                            setup.edit = DoctorTest::withPatterns;
                        },
                        "aws.scope",
                        "--value V2 --region us-west-2"),
                new Flaw(
                        "patterns, and a scope that can't be read",
                        setup -> {
                            withheld(ApiOperation.GET_ACCOUNT_SETTING, "aws.scope")
                                    .plant
                                    .accept(setup);
                            setup.edit = DoctorTest::withPatterns;
                        },
                        "aws.scope",
                        "ecr:GetAccountSetting"),
                new Flaw(
                        "the default chain belongs to another account",
                        setup -> setup.edit = text -> attributed(text, "request")
                                .replace("    attribution: request\n", "")
                                .replace("    role: arn:aws:iam::111111111111:role/ecr-bot\n", "")
                                .replace("account: \"111111111111\"", "account: \"999999999999\""),
                        "aws.repositories",
                        "999999999999"),
                new Flaw("AWS is away", setup -> setup.aws.close(), "aws.repositories", ""));
    }

    private static String withPatterns(String text) {
        return text.replace("- name: payments-pull\n", "- name: payments-pull\n    patterns: true\n");
    }

    private static Flaw refusing(String attribution, String permission) {
        return new Flaw(
                "a role that takes no " + attribution,
                setup -> {
                    setup.ecr.iam().distrust(SeedRegistry.BOT_ROLE, permission);
                    setup.edit = text -> attributed(text, attribution);
                },
                "aws.sessions",
                permission + " in the role's trust policy");
    }

    private static String attributed(String text, String attribution) {
        return text.replace("attribution: source_identity", "attribution: " + attribution);
    }

    private static Flaw withheld(ApiOperation operation, String check) {
        return new Flaw(
                "without " + operation,
                setup -> {
                    setup.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, operation);
                    setup.ecr.traffic().withhold(HOST, operation);
                },
                check,
                operation.permission());
    }

    private static List<Flaw> ofTheStore() {
        return List.of(
                new Flaw("a file in place of the folder", DoctorTest::fileForFolder, "store", "may not make it"),
                new Flaw(
                        "PostgreSQL isn't there",
                        setup -> {
                            setup.config = setup.config.storedIn("jdbc:postgresql://127.0.0.1:1/ecrbot");
                            setup.environment.put("STORE_USER", "u");
                            setup.environment.put("STORE_PASSWORD", "secret-password");
                        },
                        "store",
                        "can't be opened"),
                store(
                        "a store that was cut off",
                        file -> Files.write(file, new byte[4096]),
                        "isn't as ecr-bot left it"),
                store("a store that is gone", Files::delete, "is gone"),
                new Flaw(
                        "a user of PostgreSQL who may make no tables",
                        setup -> setup.onPostgres(TestPostgres.freshDatabase(), stranger()),
                        "store",
                        "OWNER TO \"stranger\""),
                new Flaw(
                        "a PostgreSQL that can only be read",
                        setup -> {
                            String url = TestPostgres.freshDatabase();
                            TestPostgres.readOnly(url, true);
                            setup.onPostgres(url, "postgres");
                        },
                        "store",
                        "takes no writes"),
                new Flaw(
                        "a database that PostgreSQL doesn't have",
                        setup -> setup.onPostgres(
                                TestPostgres.freshDatabase().replaceFirst("/test\\d+", "/nosuch"), "postgres"),
                        "store",
                        "has no such database"),
                new Flaw(
                        "a clock ten seconds beside PostgreSQL's",
                        setup -> {
                            setup.onPostgres(TestPostgres.freshDatabase(), "postgres");
                            setup.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(10));
                        },
                        "clock",
                        "the database's"),
                place("backup: {folder: %s/taken/backup}", "store.backup", "may not write to"),
                place("anchors: %s/nowhere/anchors.jsonl", "store.anchors", "may not make it in"),
                place("anchors: %s", "store.anchors", "is no file"),
                new Flaw(
                        "no password for PostgreSQL",
                        setup -> setup.config = setup.config.storedIn("jdbc:postgresql://127.0.0.1:1/ecrbot"),
                        "environment",
                        "STORE_PASSWORD"));
    }

    /** What a thing does to a file. */
    @FunctionalInterface
    private interface Harm {
        void to(Path file) throws IOException;
    }

    private static Flaw store(String name, Harm harm, String words) {
        return new Flaw(
                name,
                setup -> {
                    Path file = setup.folder.resolve("data/ledger.mv.db");
                    try (var ledger =
                            StoreLedger.open("jdbc:h2:file:" + setup.folder.resolve("data/ledger"), Optional.empty())) {
                        ledger.record(books -> books.events()
                                .add(new Event(
                                        EventKind.ASKED,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Instant.parse("2026-11-22T09:30:00Z"),
                                        Map.of())));
                    }
                    try {
                        harm.to(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "store",
                words);
    }

    private static Flaw place(String key, String check, String words) {
        return new Flaw(
                key,
                setup -> {
                    try {
                        Files.writeString(setup.folder.resolve("taken"), "");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    setup.edit = text -> text.replace("store:\n", "store:\n  " + key.formatted(setup.folder) + "\n");
                },
                check,
                words);
    }

    private static String stranger() {
        TestPostgres.administer("DROP ROLE IF EXISTS stranger");
        TestPostgres.administer("CREATE ROLE stranger LOGIN");
        return "stranger";
    }

    private void onPostgres(String url, String user) {
        config = config.storedIn(url.replaceFirst("\\?.*", ""));
        environment.put("STORE_USER", user);
        environment.put("STORE_PASSWORD", "secret-password");
    }

    /** Lets the role ask IAM, which says that it may do what the template gives, but for this. */
    private void may(Consumer<Set<String>> but) {
        var all = new TreeSet<String>();
        for (String name : List.of(
                "DescribeImages",
                "DescribePullThroughCacheRules",
                "DescribeRegistry",
                "DescribeRepositories",
                "DescribeRepositoryCreationTemplates",
                "DeleteRepositoryPolicy",
                "GetAccountSetting",
                "GetRegistryPolicy",
                "GetRepositoryPolicy",
                "ListTagsForResource",
                "SetRepositoryPolicy")) {
            all.add("ecr:" + name);
        }
        but.accept(all);
        ecr.iam().simulates(SeedRegistry.BOT_ROLE, all);
    }

    @Test
    void iamSaysThatTheRoleMayDoWhatTheBotDoesAndNothingElse() throws IOException {
        assertThat(writes()).extracting(line -> line.path("state").asText()).containsOnly("unchecked");
        may(all -> {});
        assertThat(writes()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("state").asText()).isEqualTo("ok");
            assertThat(line.path("what").asText()).contains("and nothing else");
        });
    }

    private List<JsonNode> writes() throws IOException {
        return look().stream()
                .filter(line -> line.path("check").asText().equals("aws.writes"))
                .toList();
    }

    private void fileForFolder() {
        try {
            Files.writeString(folder.resolve("data"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void isFoundWithItsMend(Flaw flaw) throws IOException {
        flaw.plant.accept(this);
        List<JsonNode> wrong = look().stream()
                .filter(line -> line.path("state").asText().equals("wrong"))
                .toList();
        assertThat(wrong)
                .anySatisfy(line -> {
                    assertThat(line.path("check").asText()).isEqualTo(flaw.check);
                    assertThat(line.path("what").asText() + " "
                                    + line.path("next").asText())
                            .containsIgnoringCase(flaw.words);
                    assertThat(line.path("next").asText()).isNotBlank();
                })
                .noneMatch(line -> line.toString().contains("secret-password")
                        || line.toString().contains(slack.botToken()));
    }

    @Test
    void nothingIsWrongWithWhatIsRight() throws IOException {
        List<JsonNode> all = look();
        assertThat(all).extracting(line -> line.path("state").asText()).doesNotContain("wrong");
        assertThat(all)
                .extracting(line -> line.path("check").asText())
                .contains(
                        "config",
                        "slack.token",
                        "slack.scopes",
                        "clock",
                        "slack.channel",
                        "slack.person",
                        "slack.group",
                        "slack.messages",
                        "store",
                        "aws.repositories",
                        "aws.registry-policy",
                        "aws.scope",
                        "aws.sessions");
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(ecr.traffic().calls())
                .noneMatch(call -> call.operation().name().startsWith("SET")
                        || call.operation().name().startsWith("PUT"));
        assertThat(slack.messages("C0APPROVALS")).isEmpty();
    }

    @Test
    void saysWhetherTheRoleTakesASourceIdentity() throws IOException {
        edit = text -> attributed(text, "request");
        assertThat(attribution()).contains("with attribution: source_identity CloudTrail also shows");
        ecr.iam().distrust(SeedRegistry.BOT_ROLE, "sts:SetSourceIdentity");
        assertThat(attribution()).contains("the role takes no source identity");
        assertThat(ecr.traffic().calls(ApiOperation.ASSUME_ROLE))
                .allSatisfy(call -> assertThat(call.arguments()).containsKey("Policy"));
    }

    private String attribution() throws IOException {
        return look().stream()
                .filter(line -> line.path("check").asText().equals("aws.attribution"))
                .findFirst()
                .orElseThrow()
                .path("what")
                .asText();
    }

    @Test
    void whatTheTokenMayNotLookAtIsNotCheckedAndNotWrong() throws IOException {
        slack.scopes().withdraw("channels:read");
        assertThat(look())
                .filteredOn(line -> line.path("check").asText().equals("slack.channel"))
                .allSatisfy(line -> {
                    assertThat(line.path("state").asText()).isEqualTo("unchecked");
                    assertThat(line.path("next").asText()).contains("channels:read");
                });
    }

    @Test
    void whatBreaksIsToldAsThatAndTheRestIsLookedAt() {
        var part = new Part("the moon", () -> {
            throw new IllegalStateException("at " + slack.botToken());
        });
        assertThat(part.found()).singleElement().satisfies(line -> {
            assertThat(line.subject()).isEqualTo("the moon");
            assertThat(line.isWrong()).isFalse();
            assertThat(line.toString()).contains("IllegalStateException").doesNotContain(slack.botToken());
        });
    }

    @Test
    void aScopeThatCanNotBeReadConcernsNobodyWithoutPatterns() throws IOException {
        withheld(ApiOperation.GET_ACCOUNT_SETTING, "aws.scope").plant.accept(this);
        assertThat(look())
                .filteredOn(line -> line.path("check").asText().equals("aws.scope"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("state").asText()).isEqualTo("unchecked"));
        assertThat(look()).extracting(line -> line.path("check").asText()).contains("aws.sessions");
    }

    @Test
    void peopleReadALineEachAndWhatToDo() throws IOException {
        edit = text -> text.replace("U0APPROVER1", "U0LEAVER");
        var out = new ByteArrayOutputStream();
        assertThat(DoctorCommand.look(written(), environment, Checklist.text(out), clock))
                .isEqualTo(DoctorCommand.TO_MEND);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ok           slack.token SLACK_BOT_TOKEN: Slack takes it")
                .contains("TO MEND      slack.person U0LEAVER: It is Lena Leaver, deactivated")
                .contains("→ Name somebody else in the rules.")
                .containsPattern("\\d+ fine, 1 to mend, \\d+ not checked\\.");
    }

    private List<JsonNode> look() throws IOException {
        var out = new ByteArrayOutputStream();
        int code = DoctorCommand.look(written(), environment, Checklist.json(out), clock);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .doesNotContain(slack.botToken(), slack.appToken(), slack.signingSecret(), LocalAws.SECRET_ACCESS_KEY);
        var lines = new ArrayList<JsonNode>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        boolean wrong =
                lines.stream().anyMatch(line -> line.path("state").asText().equals("wrong"));
        assertThat(code != 0).isEqualTo(wrong);
        return lines;
    }

    private Path written() throws IOException {
        return Files.writeString(folder.resolve("ecr-bot.yml"), edit.apply(config.yaml(slack.apiUrl())));
    }
}
