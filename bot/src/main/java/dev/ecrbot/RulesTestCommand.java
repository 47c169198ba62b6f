package dev.ecrbot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ecrbot.config.Mistake;
import dev.ecrbot.config.Reading;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.rehearsal.Rehearsal;
import dev.ecrbot.rehearsal.RehearsalFile;
import dev.ecrbot.rehearsal.Rehearsed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a configuration decides as expected on asks that nobody made. */
@Command(
        name = "test",
        description = {
            "Say whether the rules decide as you expect: who may ask for what, which rule decides, who may approve it.",
            "Exit code: 0 all is as expected, 1 something isn't, 2 bad input."
        },
        mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
    private static final int NOT_AS_EXPECTED = 1;
    private static final int BAD_INPUT = 2;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of tests, in YAML.")
    private List<Path> files = List.of();

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration file.")
    private Path config = Path.of("ecr-bot.yml");

    @Option(names = "--json", description = "One JSON object a line and test.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    RulesTestCommand(Clock clock) {
        this.clock = clock;
    }

    private record Tested(Path file, Rehearsed.Result result) {}

    @Override
    public Integer call() {
        return Configured.with(spec, config, this::tested);
    }

    private int tested(Configured configured) {
        var all = new ArrayList<Tested>();
        for (Path file : files) {
            Reading<RehearsalFile> read = RehearsalFile.read(file);
            if (read instanceof Reading.Invalid<RehearsalFile> invalid) {
                return bad(file, invalid.mistakes());
            }
            RehearsalFile tests = ((Reading.Valid<RehearsalFile>) read).value();
            var rehearsal =
                    new Rehearsal(configured.config(), DeskAssembly.names(configured.config()), tests.groups(), clock);
            tests.tests().forEach(test -> all.add(new Tested(file, rehearsal.of(test))));
        }
        return told(all);
    }

    private int told(List<Tested> all) {
        PrintWriter out = Main.out(spec);
        all.forEach(tested -> out.println(json ? object(tested) : line(tested)));
        long failed = all.stream()
                .filter(tested -> !tested.result().failures().isEmpty())
                .count();
        if (!json) {
            out.println(CommandWords.tests(all.size(), failed));
        }
        out.flush();
        return failed == 0 ? 0 : NOT_AS_EXPECTED;
    }

    private int bad(Path file, List<Mistake> mistakes) {
        Main.mistakes(spec, file.toString(), mistakes);
        return BAD_INPUT;
    }

    private static String line(Tested tested) {
        Rehearsed test = tested.result().test();
        String what = CommandWords.test(test, tested.file());
        String gap = System.lineSeparator() + "        ";
        return tested.result().failures().isEmpty()
                ? CommandWords.asExpected(what)
                : CommandWords.notAsExpected(what)
                        + gap
                        + String.join(gap, tested.result().failures());
    }

    private static String object(Tested tested) {
        Rehearsed test = tested.result().test();
        var line = JsonNodeFactory.instance
                .objectNode()
                .put("file", tested.file().toString())
                .put("line", test.line())
                .put("ask", test.ask())
                .put("by", test.by())
                .put("ok", tested.result().failures().isEmpty());
        var failures = line.putArray("failures");
        tested.result().failures().forEach(failures::add);
        return line.toString();
    }
}
