package dev.ecrbot;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.due.LostRecords;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Goes through every policy that the bot looks after, and says what it has recorded. */
final class Adoption {
    private final Policies policies;
    private final LostRecords lost;
    private final List<Registry> registries;
    private final PrintWriter out;
    private int adopted;
    private int unread;

    Adoption(Ledger ledger, Policies policies, BotConfig config, Clock clock, PrintWriter out) {
        this.policies = policies;
        this.lost =
                new LostRecords(ledger, Live.of(ledger, policies, config, clock).policies(), config, clock);
        this.registries = config.registries();
        this.out = out;
    }

    /** Returns whether every policy could be read. */
    boolean run() {
        Set<PolicyHolder> holders = new LinkedHashSet<>();
        registries.forEach(
                registry -> registry.regions().forEach(region -> holders.addAll(policiesOf(registry, region))));
        holders.forEach(this::adopt);
        out.println(CommandWords.allAdopted(adopted, holders.size(), unread));
        out.flush();
        return unread == 0;
    }

    private Set<PolicyHolder> policiesOf(Registry registry, Region region) {
        var holders = new LinkedHashSet<PolicyHolder>();
        holders.add(new RegionalRegistry(registry.account(), region));
        policies.names(registry, region).forEach(name -> holders.add(new Repository(registry.account(), region, name)));
        return holders;
    }

    private void adopt(PolicyHolder holder) {
        try {
            lost.adopt(holder).forEach(this::say);
        } catch (ProblemException e) {
            if (e.problem().code() != Code.REPOSITORY_NOT_FOUND) {
                unread++;
                out.println(
                        CommandWords.policyUnread(holder.label(), e.problem().text()));
            }
        }
    }

    private void say(Grant grant) {
        adopted++;
        out.println(CommandWords.adopted(grant));
    }
}
