package dev.ecrbot;

import dev.ecrbot.aws.AwsCloud;
import dev.ecrbot.config.ApiUrl;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.SlackSettings;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.interview.Cloud;
import dev.ecrbot.interview.FirstConfig;
import dev.ecrbot.interview.GaveUp;
import dev.ecrbot.interview.InitWords;
import dev.ecrbot.interview.Interview;
import dev.ecrbot.slack.web.SlackWorkspace;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a first configuration by asking; never over one that is there, and never a secret. */
@Command(
        name = "init",
        description = {
            "Write a first configuration, by asking for what it needs. Tokens come from the environment.",
            "Exit code: 0 written and nothing wrong, 1 written and something to mend, 2 nothing written."
        },
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    static final int NOTHING_WRITTEN = 2;
    private static final String BOT_TOKEN = "SLACK_BOT_TOKEN";

    @Option(
            names = "--config",
            defaultValue = "ecr-bot.yml",
            paramLabel = "FILE",
            description = "The file to write, ecr-bot.yml unless said otherwise.")
    private Path file = Path.of("ecr-bot.yml");

    @Option(
            names = "--slack-api",
            paramLabel = "URL",
            description =
                    "Where Slack's Web API is, if not at https://slack.com/api/: that of a stand-in or a proxy. It ends with a"
                            + " slash, and becomes slack.api_url.")
    private String slackApi = SlackSettings.DEFAULT.apiUrl().toString();

    private final Clock clock;

    InitCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        // Logs go to standard output otherwise, where they would stand between question and answer.
        System.setOut(System.err);
        Optional<String> wrong = ApiUrl.wrong(slackApi);
        if (wrong.isPresent()) {
            out.println(InitWords.wrongAddress(wrong.get()));
            return NOTHING_WRITTEN;
        }
        var in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        return new Dialog(in, out, System.getenv(), URI.create(slackApi), clock).write(file);
    }

    /** What one dialog goes by. */
    record Dialog(Reader in, PrintStream out, Map<String, String> environment, URI slack, Clock clock) {

        int write(Path file) {
            Optional<String> obstacle = obstacle(file);
            if (obstacle.isPresent()) {
                return nothing(obstacle.get());
            }
            try (var workspace = new SlackWorkspace(
                    slack, environment.getOrDefault(BOT_TOKEN, "").strip())) {
                if (!workspace.trouble().isEmpty()) {
                    return nothing(workspace.trouble());
                }
                Optional<String> region = Optional.ofNullable(environment.get("AWS_REGION"))
                        .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                        .filter(named -> named.matches("[a-z0-9-]{1,30}"));
                Cloud cloud = new AwsCloud(region);
                FirstConfig first = new Interview(in, out, workspace, cloud, region).ask(has("SLACK_APP_TOKEN"));
                return written(file, first.yaml());
            } catch (GaveUp e) {
                out.println();
                return nothing(String.valueOf(e.getMessage()));
            }
        }

        private boolean has(String variable) {
            return !environment.getOrDefault(variable, "").isBlank();
        }

        private Optional<String> obstacle(Path file) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(InitWords.thereAlready(file));
            }
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                return Optional.of(InitWords.noFolder(folder));
            }
            if (!environment.getOrDefault(BOT_TOKEN, "").strip().startsWith("xoxb-")) {
                return Optional.of(InitWords.setBotToken(BOT_TOKEN));
            }
            return has("SLACK_APP_TOKEN") || has("SLACK_SIGNING_SECRET")
                    ? Optional.empty()
                    : Optional.of(InitWords.setOtherToken());
        }

        private int nothing(String why) {
            out.println(why);
            out.println(InitWords.nothingWritten());
            return NOTHING_WRITTEN;
        }

        private int written(Path file, String yaml) {
            String text = slack.equals(SlackSettings.DEFAULT.apiUrl())
                    ? yaml
                    : yaml.replaceFirst(
                            "(?m)^slack:\n", Matcher.quoteReplacement("slack:\n  api_url: " + slack + "\n"));
            try {
                Path draft = Files.writeString(
                        file.resolveSibling(".ecr-bot-" + UUID.randomUUID() + ".draft"),
                        text,
                        StandardOpenOption.CREATE_NEW);
                try {
                    if (ConfigReader.read(draft) instanceof Reading.Invalid<BotConfig> invalid) {
                        invalid.mistakes().forEach(mistake -> out.println(mistake));
                        return nothing(InitWords.noConfiguration());
                    }
                    put(draft, file, text);
                } finally {
                    Files.delete(draft);
                }
            } catch (FileAlreadyExistsException e) {
                return nothing(InitWords.thereMeanwhile(file));
            } catch (IOException e) {
                return nothing(InitWords.notWritable(file, String.valueOf(e.getMessage())));
            }
            out.println();
            out.println(InitWords.written(file));
            out.println();
            int code = DoctorCommand.look(file, environment, Checklist.text(out), clock);
            out.println();
            out.println(code == 0 ? InitWords.start(file) : InitWords.mendAndStart(file));
            return code;
        }

        /** Never over what something else made meanwhile; whole or not at all, where the disk knows links. */
        private static void put(Path draft, Path file, String text) throws IOException {
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (FileSystemException | UnsupportedOperationException e) {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            }
        }
    }
}
