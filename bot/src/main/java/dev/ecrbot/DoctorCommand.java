package dev.ecrbot;

import dev.ecrbot.aws.AwsPolicies;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Mistake;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.doctor.Part;
import dev.ecrbot.doctor.SetUpWords;
import dev.ecrbot.time.Tempo;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything that the bot needs, before it is started; changes and posts nothing. */
@Command(
        name = "doctor",
        description = {
            "Look at everything that the bot needs: configuration, tokens, channels, people, database and registries.",
            "Nothing is written anywhere. Exit code: 0 nothing wrong, 1 something to mend, 2 bad configuration."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    static final int TO_MEND = 1;
    static final int UNREADABLE = 2;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration file.")
    private Path file = Path.of("ecr-bot.yml");

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    private final Clock clock;

    DoctorCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        // Logs go to standard output otherwise, where they would stand between the lines.
        System.setOut(System.err);
        return look(file, System.getenv(), json ? Checklist.json(out) : Checklist.text(out), clock);
    }

    static int look(Path file, Map<String, String> environment, Checklist list, Clock clock) {
        Reading<BotConfig> read = ConfigReader.read(file);
        if (read instanceof Reading.Invalid<BotConfig> invalid) {
            mistakes("config", file.toString(), invalid.mistakes(), list);
            return list.end(UNREADABLE);
        }
        BotConfig config = ((Reading.Valid<BotConfig>) read).value();
        list.add(Examined.fine(
                "config",
                file.toString(),
                SetUpWords.configRead(config.rules().all().size())));
        Main.wrongFormat(environment)
                .ifPresent(
                        wrong -> list.add(Examined.wrong("environment", "LOG_FORMAT", wrong, SetUpWords.lookAgain())));
        Reading<Secrets> secrets = Secrets.read(environment, config);
        if (secrets instanceof Reading.Invalid<Secrets> missing) {
            mistakes("environment", "environment", missing.mistakes(), list);
        } else {
            Secrets valid = ((Reading.Valid<Secrets>) secrets).value();
            look(List.of(SetUp.slack(config, valid, clock), SetUp.unseen(), SetUp.store(config, valid, clock)), list);
            look(SetUp.audit(config, valid, Tempo.REAL, clock), list);
        }
        look(SetUp.machines(config), list);
        registries(config, list, clock);
        return list.end(TO_MEND);
    }

    private static void mistakes(String check, String subject, List<Mistake> mistakes, Checklist list) {
        mistakes.forEach(
                mistake -> list.add(Examined.wrong(check, subject, mistake.toString(), SetUpWords.lookAgain())));
    }

    private static void registries(BotConfig config, Checklist list, Clock clock) {
        try (var policies = new AwsPolicies(config.registries(), clock, Tempo.REAL)) {
            look(SetUp.registries(config, policies), list);
        }
    }

    private static void look(List<Part> parts, Checklist list) {
        parts.forEach(part -> part.found().forEach(list::add));
    }
}
