package dev.ecrbot;

import dev.ecrbot.aws.AwsPolicies;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.config.Secrets;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.doctor.Part;
import dev.ecrbot.doctor.RegistryCheckup;
import dev.ecrbot.doctor.SetUpWords;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.machine.proof.IssuerCheckup;
import dev.ecrbot.slack.web.Arrivals;
import dev.ecrbot.slack.web.SlackCheckup;
import dev.ecrbot.store.database.Credentials;
import dev.ecrbot.store.database.StoreCheckup;
import dev.ecrbot.time.Tempo;
import dev.ecrbot.webhook.EndpointCheckup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the bot needs, in parts that are looked at one by one; nothing is changed by that, and nobody is told anything. */
final class SetUp {

    private SetUp() {}

    /** Returns the app, and the channels, people and groups that the configuration names. */
    static Part slack(BotConfig config, Secrets secrets, Clock clock) {
        return new Part(
                SetUpWords.slack(),
                () -> new SlackCheckup(config.slack().apiUrl(), secrets.slackBotToken(), secrets.slackAppToken(), clock)
                        .look(config));
    }

    /** Returns what can't be seen of the app before the bot runs. */
    static Part unseen() {
        return new Part(SetUpWords.deliveries(), () -> List.of(Arrivals.unseen()));
    }

    /** Returns the database as one finds it that nobody has opened, and where the bot writes beside it. */
    static Part store(BotConfig config, Secrets secrets, Clock clock) {
        Optional<Credentials> credentials = secrets.storeUser()
                .flatMap(user -> secrets.storePassword().map(password -> new Credentials(user, password)));
        return new Part(SetUpWords.store(), () -> {
            var found = new ArrayList<>(
                    new StoreCheckup(credentials, clock).look(config.store().url()));
            found.addAll(OwnFolders.look(config.store()));
            return found;
        });
    }

    /** Returns who takes the audit trail; nothing where nobody does. */
    static List<Part> audit(BotConfig config, Secrets secrets, Tempo tempo, Clock clock) {
        return Upkeep.endpoint(config, secrets.auditSecret(), tempo)
                .map(endpoint -> new Part(SetUpWords.auditTrail(), () -> EndpointCheckup.look(endpoint, clock)))
                .stream()
                .toList();
    }

    /** Returns who vouches for machines; nothing where none may ask. */
    static List<Part> machines(BotConfig config) {
        return config
                .machines()
                .map(settings -> new Part(SetUpWords.issuers(), () -> IssuerCheckup.look(settings)))
                .stream()
                .toList();
    }

    /** Returns each registry in each of its Regions. */
    static List<Part> registries(BotConfig config, AwsPolicies policies) {
        var parts = new ArrayList<Part>();
        var checkup = new RegistryCheckup(policies, policies.fleet());
        for (Registry registry : config.registries()) {
            for (Region region : registry.regions()) {
                var place = new RegionalRegistry(registry.account(), region);
                boolean patterns = givesToPatterns(config, registry, region);
                parts.add(new Part(
                        SetUpWords.registry(registry.name(), region.value()),
                        () -> look(place, registry, patterns, checkup, policies)));
            }
        }
        return parts;
    }

    /** Returns whether some rule there lets people ask for patterns, which takes more of AWS. */
    private static boolean givesToPatterns(BotConfig config, Registry registry, Region region) {
        return config.rules().all().stream()
                .filter(rule -> rule.scope().patterns())
                .flatMap(rule -> rule.scope().repositories().stream())
                .anyMatch(pattern -> pattern.isIn(registry.name(), region));
    }

    private static List<Examined> look(
            RegionalRegistry place,
            Registry registry,
            boolean patterns,
            RegistryCheckup checkup,
            AwsPolicies policies) {
        var found = new ArrayList<>(checkup.look(place, registry.role(), patterns));
        // Where not even repositories can be listed, the sessions would say the same again.
        if (found.size() > 1) {
            found.addAll(policies.sessions(place));
            policies.permissions(place, patterns).ifPresent(said -> {
                found.removeIf(line -> line.check().equals(said.check()));
                found.add(said);
            });
        }
        return found;
    }
}
