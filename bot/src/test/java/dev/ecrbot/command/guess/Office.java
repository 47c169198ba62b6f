package dev.ecrbot.command.guess;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Names;
import dev.ecrbot.command.Parsed;
import dev.ecrbot.command.RegistryNames;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where the people of these tests sit: on Thursday, 1 October 2026. */
final class Office {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T09:00:00Z"), ZoneOffset.UTC);
    static final Names NAMES = names(Map.of("central", registry("111111111111")));
    static final CommandParser EXACT = new CommandParser(NAMES, CLOCK);
    static final LenientParser LENIENT = new LenientParser(EXACT, NAMES, CLOCK, command -> true);

    private Office() {}

    /** A parser where there are two registries. */
    static LenientParser ofTwo(Predicate<Command> possible) {
        return ofTwo(possible, name -> List.of());
    }

    /** As the other, where it is known which repositories there are. */
    static LenientParser ofTwo(Predicate<Command> possible, Function<String, List<String>> homes) {
        var registries = new LinkedHashMap<String, RegistryNames>();
        registries.put("central", registry("111111111111"));
        registries.put("labs", registry("666666666666"));
        Names names = names(registries);
        return new LenientParser(new CommandParser(names, CLOCK), names, CLOCK, possible, homes);
    }

    static Command command(String line) {
        return EXACT.parse(line).<Command>visit(Parsed.Understood::command, misunderstood -> {
            throw new AssertionError(line + ": " + misunderstood.problem().text());
        });
    }

    /** How a text was read. */
    record Read(String how, Command command, String line, String problem) {}

    static Read read(String text) {
        return read(LENIENT, text);
    }

    static Read read(LenientParser parser, String text) {
        Command none = new Command.Help(java.util.Optional.empty());
        return parser.read(text).visit(new LineReading.Visitor<>() {
            @Override
            public Read exact(LineReading.Exact exact) {
                return new Read("exact", exact.command(), "", "");
            }

            @Override
            public Read meant(LineReading.Meant meant) {
                return new Read("meant", meant.command(), meant.line().text(), "");
            }

            @Override
            public Read unread(LineReading.Unread unread) {
                Problem problem = unread.problem();
                return new Read("unread", none, "", problem.text());
            }
        });
    }

    private static Names names(Map<String, RegistryNames> registries) {
        var accounts = new LinkedHashMap<String, AccountId>();
        accounts.put("sales", new AccountId("222222222222"));
        accounts.put("data", new AccountId("444444444444"));
        return new Names(accounts, registries, StandardAccess.CATALOGUE);
    }

    private static RegistryNames registry(String account) {
        return new RegistryNames(new AccountId(account), List.of(new Region("eu-central-1")));
    }
}
