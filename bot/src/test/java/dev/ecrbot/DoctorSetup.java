package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A bot's set-up, with a local Slack and a local AWS in which all is right, and what the doctor says of it. */
final class DoctorSetup implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Path folder;
    final EcrModel ecr = SeedRegistry.model(Clock.systemUTC());
    final LocalAws aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
    final Map<String, String> environment = new HashMap<>();
    final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    TrialConfig config;
    UnaryOperator<String> edit = text -> text;
    Clock clock = Clock.systemUTC();

    private final Map<String, Optional<String>> before = new HashMap<>();

    DoctorSetup(Path folder) {
        this.folder = folder;
        aws.systemProperties()
                .forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
        environment.put("SLACK_BOT_TOKEN", slack.botToken());
        environment.put("SLACK_APP_TOKEN", slack.appToken());
        environment.put("SLACK_SIGNING_SECRET", slack.signingSecret());
        config = TrialConfig.http().storedIn("jdbc:h2:file:" + folder.resolve("data/ledger"));
        slack.scopes().grant("channels:read", "groups:read");
    }

    void onPostgres(String url, String user) {
        config = config.storedIn(url.replaceFirst("\\?.*", ""));
        environment.put("STORE_USER", user);
        environment.put("STORE_PASSWORD", "secret-password");
    }

    /** Lets the role ask IAM, which says that it may do what the template gives, but for this. */
    void may(Consumer<Set<String>> but) {
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

    /** Returns a line for each thing that the doctor looks at; none of them has a secret in it. */
    List<JsonNode> look() throws IOException {
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

    Path written() throws IOException {
        return Files.writeString(folder.resolve("ecr-bot.yml"), edit.apply(config.yaml(slack.apiUrl())));
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
        aws.close();
        slack.close();
    }
}
