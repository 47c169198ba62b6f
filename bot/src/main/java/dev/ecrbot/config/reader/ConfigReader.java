package dev.ecrbot.config.reader;

import dev.ecrbot.config.Admins;
import dev.ecrbot.config.AuditSettings;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.IndexSettings;
import dev.ecrbot.config.LimitSettings;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.config.Mistake;
import dev.ecrbot.config.Mode;
import dev.ecrbot.config.OpsSettings;
import dev.ecrbot.config.PolicySettings;
import dev.ecrbot.config.ProductionTag;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.SlackSettings;
import dev.ecrbot.config.StoreSettings;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Mistakes;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.file.Texts;
import dev.ecrbot.config.file.YamlFile;
import dev.ecrbot.config.mistake.SettingMistakes;
import dev.ecrbot.config.place.AccountsReader;
import dev.ecrbot.config.place.OrganizationsReader;
import dev.ecrbot.config.place.ReadAccounts;
import dev.ecrbot.config.place.ReadOrganizations;
import dev.ecrbot.config.place.ReadRegistries;
import dev.ecrbot.config.place.RegistriesReader;
import dev.ecrbot.config.rule.AdminsReader;
import dev.ecrbot.config.rule.IncludeReader;
import dev.ecrbot.config.rule.Included;
import dev.ecrbot.config.rule.RulesReader;
import dev.ecrbot.config.rule.TargetsReader;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads the configuration file. Reports every mistake at once, so that nobody has to mend and try again one by one. */
public final class ConfigReader {

    private final Texts texts;
    private final Mistakes mistakes = new Mistakes();

    private ConfigReader(Texts texts) {
        this.texts = texts;
    }

    /** Reads and checks the file; throws nothing. */
    public static Reading<BotConfig> read(Path file) {
        return load(file).reading();
    }

    /** As the other, and tells what it read. */
    public static Loaded load(Path file) {
        return load(String.valueOf(file.getFileName()), Texts.beside(file));
    }

    /** Reads and checks what was read before. */
    public static Reading<BotConfig> read(ConfigCopy copy) {
        return load(copy.texts().keySet().iterator().next(), copy).reading();
    }

    private static Loaded load(String main, Texts texts) {
        var taken = new LinkedHashMap<String, String>();
        Texts noting = name -> {
            try {
                byte[] text = texts.of(name);
                taken.put(name, new String(text, StandardCharsets.UTF_8));
                return text;
            } catch (IOException e) {
                taken.put(name, ConfigCopy.unreadable(e));
                throw e;
            }
        };
        var reader = new ConfigReader(noting);
        Optional<BotConfig> config = reader.root(main, reader.mistakes).flatMap(reader::config);
        List<Mistake> found = reader.mistakes.sorted();
        return new Loaded(
                found.isEmpty() ? new Reading.Valid<>(config.orElseThrow()) : new Reading.Invalid<>(found),
                new ConfigCopy(taken));
    }

    /** What came of reading the files, and what they held. */
    public record Loaded(Reading<BotConfig> reading, ConfigCopy copy) {}

    private Optional<Section> root(String name, Mistakes noted) {
        return YamlFile.read(name, texts, noted).flatMap(root -> new Item("", root, noted).section());
    }

    private Optional<Rules> rules(Section root, ReadRegistries registries, RulesReader rules) {
        Optional<Item> include = root.optional("include");
        Optional<Item> own = include.isPresent() ? root.optional("rules") : root.required("rules");
        if (own.isPresent() || include.isEmpty()) {
            rules.add(own);
        }
        for (Included other : new IncludeReader(registries).read(include)) {
            root(other.file(), mistakes.in(other.file())).ifPresent(file -> {
                try (file) {
                    rules.add(file.required("rules"), other.repositories());
                }
            });
        }
        return rules.rules();
    }

    private Optional<BotConfig> config(Section root) {
        try (root) {
            SlackSettings slack =
                    root.optional("slack").flatMap(SettingsReader::slack).orElse(SlackSettings.DEFAULT);
            ReadRegistries registries = RegistriesReader.read(root.required("registries"));
            ReadAccounts accounts = AccountsReader.read(root.optional("accounts"));
            ReadOrganizations organizations = OrganizationsReader.read(root.optional("organizations"), accounts);
            AccessCatalogue accesses = AccessSetsReader.read(root.optional("access_sets"));
            Optional<Rules> rules = rules(
                    root,
                    registries,
                    new RulesReader(registries, new TargetsReader(accounts, organizations), accesses));
            StoreSettings store = store(root);
            OpsSettings ops = ops(root);
            PolicySettings policy = policy(root);
            LimitSettings limits = limits(root);
            IndexSettings index = index(root);
            Optional<ProductionTag> production = production(root, rules);
            Optional<Admins> admins = root.optional("admins").flatMap(AdminsReader::read);
            Optional<AuditSettings> audit = root.optional("audit").flatMap(AuditReader::read);
            Optional<MachineSettings> machines = machines(root, rules);
            checkPorts(root, slack, ops, machines);
            return rules.map(r -> new BotConfig(
                    slack,
                    registries.valid(),
                    accounts.valid(),
                    organizations.valid(),
                    accesses,
                    r,
                    store,
                    ops,
                    policy,
                    limits,
                    index,
                    production,
                    admins,
                    audit,
                    machines));
        }
    }

    private static Optional<ProductionTag> production(Section root, Optional<Rules> rules) {
        Optional<ProductionTag> production = root.optional("production").flatMap(SettingsReader::production);
        rules.ifPresent(all -> AccessSetsReader.check(root, all, production));
        return production;
    }

    private static Optional<MachineSettings> machines(Section root, Optional<Rules> rules) {
        Optional<Item> item = root.optional("machines");
        Optional<MachineSettings> machines = item.flatMap(MachinesReader::read);
        rules.ifPresent(all -> MachinesReader.check(root, all, item, machines));
        return machines;
    }

    private static LimitSettings limits(Section root) {
        return root.optional("limits").flatMap(SettingsReader::limits).orElse(LimitSettings.DEFAULT);
    }

    private static OpsSettings ops(Section root) {
        return root.optional("ops").flatMap(SettingsReader::ops).orElse(OpsSettings.DEFAULT);
    }

    private static PolicySettings policy(Section root) {
        return root.optional("policy").flatMap(SettingsReader::policy).orElse(PolicySettings.DEFAULT);
    }

    private static StoreSettings store(Section root) {
        return root.optional("store").flatMap(StoreReader::read).orElse(StoreSettings.DEFAULT);
    }

    private static IndexSettings index(Section root) {
        return root.optional("index").flatMap(SettingsReader::index).orElse(IndexSettings.DEFAULT);
    }

    private static void checkPorts(
            Section root, SlackSettings slack, OpsSettings ops, Optional<MachineSettings> machines) {
        boolean taken = machines.map(MachineSettings::address)
                .filter(address -> address.clashes(ops.address())
                        || (slack.mode() == Mode.HTTP && address.clashes(slack.address())))
                .isPresent();
        if (taken) {
            root.optional("machines").ifPresent(item -> item.wrong(SettingMistakes.portTaken()));
        }
        if (slack.mode() == Mode.HTTP && slack.address().clashes(ops.address())) {
            root.optional("slack")
                    .ifPresent(item ->
                            item.wrong(SettingMistakes.samePorts(ops.address().port())));
        }
    }
}
