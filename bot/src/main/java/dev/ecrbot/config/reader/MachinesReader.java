package dev.ecrbot.config.reader;

import dev.ecrbot.config.AwsCaller;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineLimits;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.NameForm;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.SettingMistakes;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code machines}: service accounts that may ask, and how they prove who they are. */
final class MachinesReader {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern AUDIENCE = Pattern.compile("[\\x21-\\x7E]{8,200}");
    private static final int LONGEST_SUBJECT = 500;

    /** Which machine a proof is of already: one proof of two would be of neither. */
    private final Map<Object, String> taken = new HashMap<>();

    private MachinesReader() {}

    static Optional<MachineSettings> read(Item item) {
        return item.section().flatMap(section -> new MachinesReader().settings(section));
    }

    /** Notes which machines rules name that there aren't: whoever is called so next could ask what another one was meant to. */
    static void check(Section root, Rules rules, Optional<Item> item, Optional<MachineSettings> machines) {
        Set<String> known =
                machines.map(settings -> settings.identities().keySet()).orElse(Set.of());
        if (item.isPresent() && machines.isEmpty()) {
            return;
        }
        for (Rule rule : rules.all()) {
            Stream.of(rule.requesters(), rule.handling().viewers())
                    .flatMap(people -> people.machines().stream())
                    .filter(name -> !known.contains(name))
                    .distinct()
                    .sorted()
                    .forEach(name -> root.optional("rules")
                            .or(() -> root.optional("include"))
                            .ifPresent(place -> place.wrong(SettingMistakes.machineUnknown(rule.name(), name))));
        }
    }

    private Optional<MachineSettings> settings(Section section) {
        try (section) {
            var address = SettingsReader.address(section, MachineSettings.DEFAULT);
            Optional<String> audience = section.required("audience").flatMap(MachinesReader::audience);
            Map<String, MachineIdentity> identities = new LinkedHashMap<>();
            section.required("identities").ifPresent(item -> identities(item, identities));
            return audience.filter(text -> !identities.isEmpty())
                    .map(text -> new MachineSettings(address, text, identities));
        }
    }

    private void identities(Item item, Map<String, MachineIdentity> found) {
        item.section().ifPresent(section -> {
            Map<String, Item> named = section.named();
            if (named.isEmpty()) {
                item.wrong(SettingMistakes.noMachines());
            }
            named.forEach((name, machine) -> {
                if (!NameForm.fits(name)) {
                    section.wrongKey(name, ValueMistakes.noName());
                }
                machine.section()
                        .flatMap(each -> identity(name, machine, each))
                        .filter(each -> NameForm.fits(name))
                        .ifPresent(each -> found.put(name, each));
            });
        });
    }

    private Optional<MachineIdentity> identity(String name, Item item, Section section) {
        try (section) {
            Optional<Item> oidcItem = section.optional("oidc");
            Optional<Item> iamItem = section.optional("iam");
            if (oidcItem.isEmpty() && iamItem.isEmpty()) {
                item.wrong(SettingMistakes.machineUnproven());
            }
            Optional<MachineIdentity.Oidc> oidc = oidcItem.flatMap(each -> oidc(each, name));
            Optional<AwsCaller> caller = iamItem.flatMap(each -> caller(each, name));
            boolean questions =
                    section.optional("questions").flatMap(Item::flag).orElse(false);
            boolean audit = section.optional("audit").flatMap(Item::flag).orElse(false);
            MachineLimits limits =
                    section.optional("limits").flatMap(MachinesReader::limits).orElse(MachineLimits.DEFAULT);
            return oidc.isEmpty() && caller.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MachineIdentity(name, oidc, caller, questions, audit, limits));
        }
    }

    private Optional<MachineIdentity.Oidc> oidc(Item item, String name) {
        return item.section().flatMap(section -> {
            try (section) {
                Optional<URI> issuer = section.required("issuer").flatMap(MachinesReader::issuer);
                var subjects = new LinkedHashSet<String>();
                section.required("subjects")
                        .map(Item::list)
                        .orElse(List.of())
                        .forEach(one -> one.text()
                                .flatMap(text -> subject(one, text))
                                .filter(text -> issuer.filter(by -> isOnly(by + " " + text, name, one))
                                        .isPresent())
                                .ifPresent(subjects::add));
                return issuer.filter(by -> !subjects.isEmpty()).map(by -> new MachineIdentity.Oidc(by, subjects));
            }
        });
    }

    private static Optional<String> subject(Item item, String text) {
        return text.length() > LONGEST_SUBJECT || text.contains("*")
                ? item.wrong(SettingMistakes.noSubject(LONGEST_SUBJECT), text)
                : Optional.of(text);
    }

    private Optional<AwsCaller> caller(Item item, String name) {
        return item.text()
                .flatMap(text -> AwsCaller.configured(text).or(() -> item.wrong(SettingMistakes.noCaller(), text)))
                .filter(caller -> isOnly(caller, name, item));
    }

    private boolean isOnly(Object proof, String name, Item item) {
        String other = taken.putIfAbsent(proof, name);
        if (other != null) {
            item.wrong(SettingMistakes.provesOther(other));
        }
        return other == null;
    }

    private static Optional<MachineLimits> limits(Item item) {
        return item.section().map(section -> {
            try (section) {
                var none = MachineLimits.DEFAULT;
                return new MachineLimits(
                        limit(section, "asks_per_minute", none.asksPerMinute()),
                        limit(section, "asks_per_day", none.asksPerDay()),
                        limit(section, "questions_per_minute", none.questionsPerMinute()));
            }
        });
    }

    private static int limit(Section section, String key, int none) {
        return section.optional(key)
                .flatMap(item -> item.wholeNumber(1, 100_000))
                .orElse(none);
    }

    private static Optional<String> audience(Item item) {
        return item.text()
                .flatMap(text -> AUDIENCE.matcher(text).matches()
                        ? Optional.of(text)
                        : item.wrong(SettingMistakes.noAudience(), text));
    }

    private static Optional<URI> issuer(Item item) {
        return item.text().flatMap(text -> {
            try {
                var url = new URI(text);
                String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
                String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
                boolean plain =
                        url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
                if (host.isEmpty() || !plain) {
                    return item.wrong(SettingMistakes.noIssuer(), text);
                }
                return scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host))
                        ? Optional.of(url)
                        : item.wrong(SettingMistakes.issuerInTheClear(), text);
            } catch (URISyntaxException e) {
                return item.wrong(SettingMistakes.noIssuer(), text);
            }
        });
    }
}
