package dev.ecrbot;

import dev.ecrbot.aws.SdkCallSigner;
import dev.ecrbot.cli.PolicyCommand;
import dev.ecrbot.machine.client.AskCommand;
import dev.ecrbot.machine.client.QuestionCommand;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;

/** What stands behind each first word of the command line. */
final class Commands {
    private final Map<String, Supplier<Object>> named = new LinkedHashMap<>();

    /** @param started is handed a bot once it runs */
    Commands(Clock clock, Tempo tempo, Consumer<EcrBot> started) {
        named.put("init", () -> new InitCommand(clock));
        named.put("doctor", () -> new DoctorCommand(clock));
        named.put("run", () -> new Main.Run(clock, tempo, started));
        named.put("rules", () -> new CommandLine(new RulesCommand()).addSubcommand(new RulesTestCommand(clock)));
        named.put("export", ExportCommand::new);
        named.put("adopt", AdoptCommand::new);
        named.put("policy", PolicyCommand::new);
        named.put("explain", () -> new LookingExplainCommand(clock));
        named.put("access", () -> new FleetCommand("access", false, clock));
        named.put("ask", () -> new AskCommand(new SdkCallSigner(), clock));
        named.put(
                "audit",
                () -> new CommandLine(new FleetCommand("audit", false, clock)).addSubcommand(new VerifyCommand()));
        named.put("can", () -> new FleetCommand("can", false, clock));
        named.put("drift", () -> new FleetCommand("drift", true, clock));
        named.put("question", () -> new QuestionCommand(new SdkCallSigner()));
        named.put("who", () -> new FleetCommand("who", false, clock));
    }

    /** Returns all of them by their words, in the order in which help lists them. */
    Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        named.forEach((word, command) -> all.put(word, command.get()));
        return all;
    }

    /** Returns the one that these words name, and all where they name none: to describe all of them takes a third of a start. */
    Map<String, Object> neededFor(String... words) {
        Supplier<Object> one = words.length == 0 ? null : named.get(words[0]);
        return one == null ? all() : Map.of(words[0], one.get());
    }
}
