package dev.ecrbot.command;

import dev.ecrbot.command.Parsed.Misunderstood;
import dev.ecrbot.command.Parsed.Understood;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The place and time that the tests of this room happen at. */
public final class Here {
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    public static final Names ONE_REGISTRY = new Names(
            accounts(),
            Map.of("acme", new OrganizationId("o-abc123def4")),
            Map.of("central", central()),
            StandardAccess.CATALOGUE);
    public static final Names TWO_REGISTRIES = new Names(accounts(), registries(), StandardAccess.CATALOGUE);

    public static final CommandParser PARSER = new CommandParser(ONE_REGISTRY, CLOCK);
    public static final CommandParser PARSER_OF_TWO = new CommandParser(TWO_REGISTRIES, CLOCK);

    private Here() {}

    public static Command understood(CommandParser parser, String text) {
        Parsed parsed = parser.parse(text);
        if (parsed instanceof Understood understood) {
            return understood.command();
        }
        throw new AssertionError(text + ": " + parsed);
    }

    public static Problem misunderstood(CommandParser parser, String text) {
        Parsed parsed = parser.parse(text);
        if (parsed instanceof Misunderstood misunderstood) {
            return misunderstood.problem();
        }
        throw new AssertionError(text + ": " + parsed);
    }

    private static Map<String, AccountId> accounts() {
        var accounts = new LinkedHashMap<String, AccountId>();
        accounts.put("sales", new AccountId("222222222222"));
        accounts.put("finance", new AccountId("333333333333"));
        return accounts;
    }

    private static RegistryNames central() {
        return new RegistryNames(
                new AccountId("111111111111"), List.of(new Region("us-west-2"), new Region("eu-west-1")));
    }

    private static Map<String, RegistryNames> registries() {
        var registries = new LinkedHashMap<String, RegistryNames>();
        registries.put("central", central());
        registries.put("china", new RegistryNames(new AccountId("444444444444"), List.of(new Region("cn-north-1"))));
        return registries;
    }
}
