package dev.ecrbot.config.reader;

import dev.ecrbot.config.ApiUrl;
import dev.ecrbot.config.IndexSettings;
import dev.ecrbot.config.LimitSettings;
import dev.ecrbot.config.Mode;
import dev.ecrbot.config.OpsSettings;
import dev.ecrbot.config.PolicySettings;
import dev.ecrbot.config.ProductionTag;
import dev.ecrbot.config.SlackSettings;
import dev.ecrbot.config.file.ChannelReader;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.file.Spans;
import dev.ecrbot.config.mistake.SettingMistakes;
import dev.ecrbot.http.Address;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the sections that hold plain settings. */
final class SettingsReader {
    private static final int LAST_PORT = 65_535;
    private static final Pattern HOST = Pattern.compile(
            "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|(?:[0-9A-Fa-f]*:){2,7}[0-9A-Fa-f.]*(?:%[A-Za-z0-9]+)?");
    private static final Pattern COMMAND = Pattern.compile("/[a-z0-9_-]{1,31}");

    private SettingsReader() {}

    static Optional<SlackSettings> slack(Item item) {
        return item.section().map(section -> {
            try (section) {
                var none = SlackSettings.DEFAULT;
                return new SlackSettings(
                        section.optional("mode").flatMap(SettingsReader::mode).orElse(none.mode()),
                        address(section, none.address()),
                        section.optional("api_url")
                                .flatMap(SettingsReader::apiUrl)
                                .orElse(none.apiUrl()),
                        section.optional("command")
                                .flatMap(SettingsReader::command)
                                .orElse(none.command()),
                        section.optional("fallback_channel").flatMap(ChannelReader::read));
            }
        });
    }

    static Optional<LimitSettings> limits(Item item) {
        return item.section().map(section -> {
            try (section) {
                var none = LimitSettings.DEFAULT;
                return new LimitSettings(
                        section.optional("pending_per_person")
                                .flatMap(SettingsReader::limit)
                                .orElse(none.pendingPerPerson()),
                        section.optional("commands_per_minute")
                                .flatMap(SettingsReader::limit)
                                .orElse(none.commandsPerMinute()),
                        section.optional("refused_clicks_per_minute")
                                .flatMap(SettingsReader::limit)
                                .orElse(none.refusedClicksPerMinute()));
            }
        });
    }

    static Optional<OpsSettings> ops(Item item) {
        return item.section().map(section -> {
            try (section) {
                return new OpsSettings(address(section, OpsSettings.DEFAULT.address()));
            }
        });
    }

    static Optional<PolicySettings> policy(Item item) {
        return item.section().map(section -> {
            try (section) {
                var none = PolicySettings.DEFAULT;
                return new PolicySettings(
                        section.optional("expiry_in_policy").flatMap(Item::flag).orElse(none.expiryInPolicy()),
                        section.optional("reread_every").flatMap(Spans::pace).orElse(none.rereadEvery()));
            }
        });
    }

    static Optional<IndexSettings> index(Item item) {
        return item.section().map(section -> {
            try (section) {
                return new IndexSettings(
                        section.optional("refresh").flatMap(Spans::pace).orElse(IndexSettings.DEFAULT.refresh()));
            }
        });
    }

    static Optional<ProductionTag> production(Item item) {
        return item.section().flatMap(section -> {
            try (section) {
                Optional<String> tag = section.required("tag").flatMap(Item::text);
                Set<String> values = section.required("values").stream()
                        .flatMap(list -> list.list().stream())
                        .flatMap(value -> value.text().stream())
                        .collect(Collectors.toSet());
                return tag.map(name -> new ProductionTag(name, values));
            }
        });
    }

    private static Optional<Integer> limit(Item item) {
        return item.wholeNumber(1, Integer.MAX_VALUE);
    }

    static Address address(Section section, Address none) {
        return new Address(
                section.optional("host").flatMap(SettingsReader::host).or(none::host),
                section.optional("port").flatMap(SettingsReader::port).orElse(none.port()));
    }

    private static Optional<String> host(Item item) {
        return item.text()
                .flatMap(text ->
                        HOST.matcher(text).matches() ? Optional.of(text) : item.wrong(SettingMistakes.noHost(), text));
    }

    private static Optional<Integer> port(Item item) {
        return item.wholeNumber(0, LAST_PORT);
    }

    private static Optional<Mode> mode(Item item) {
        return item.text().flatMap(text -> switch (text) {
            case "socket" -> Optional.of(Mode.SOCKET);
            case "http" -> Optional.of(Mode.HTTP);
            default -> item.wrong(SettingMistakes.noMode(), text);
        });
    }

    private static Optional<String> command(Item item) {
        return item.text()
                .flatMap(text -> COMMAND.matcher(text).matches()
                        ? Optional.of(text)
                        : item.wrong(SettingMistakes.noCommand(), text));
    }

    private static Optional<URI> apiUrl(Item item) {
        return item.text()
                .flatMap(text -> ApiUrl.wrong(text)
                        .map(mistake -> item.<URI>wrong(mistake, text))
                        .orElseGet(() -> Optional.of(URI.create(text))));
    }
}
