package dev.ecrbot.desk.sight;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.PolicyChange;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.PolicyDiff;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Setting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Says in words what others changed in a policy. */
public record ChangeLines(BotConfig config, Instant now) {
    private static final int SHOWN = 12;

    /** Returns a heading, and a line for each who gains or loses by it. */
    public List<String> of(PolicyChange change) {
        var lines = new ArrayList<String>();
        lines.add("The policy of " + change.holder().label() + " ("
                + change.holder().account() + ", "
                + change.holder().region() + ") was changed by somebody other than ecr-bot. It was noticed "
                + Ends.shown(change.at().truncatedTo(ChronoUnit.MINUTES)) + ".");
        lines.addAll(effects(change));
        lines.add("“/ecr status " + place(change) + "” shows who has access, “/ecr history " + place(change)
                + "” what was asked for and changed there.");
        return lines;
    }

    /** Returns a line for each who gains or loses by it. */
    public List<String> effects(PolicyChange change) {
        var lines = new ArrayList<String>();
        if (change.after().isEmpty()) {
            lines.add("The whole policy is gone.");
        }
        PolicyDiff diff = PolicyDiff.between(change.before(), change.after(), setting(change));
        diff.effects().stream().limit(SHOWN).map(this::line).forEach(lines::add);
        if (diff.effects().size() > SHOWN) {
            lines.add("And " + (diff.effects().size() - SHOWN) + " more who gain or lose something.");
        }
        if (!diff.unread().isEmpty()) {
            lines.add("Statements changed that can't be understood: "
                    + diff.unread().size() + ". What they come to isn't known.");
        }
        if (diff.isEmpty()) {
            lines.add("Nobody gains or loses anything by it.");
        }
        return lines;
    }

    /** Returns the same in one line, for a list of many. */
    public String brief(PolicyChange change) {
        List<Effect> effects = PolicyDiff.between(change.before(), change.after(), setting(change))
                .effects();
        long gains =
                effects.stream().filter(effect -> !effect.gains().isEmpty()).count();
        long loses =
                effects.stream().filter(effect -> !effect.loses().isEmpty()).count();
        return place(change) + " (" + change.holder().account() + ", "
                + change.holder().region() + "): " + gains + " gain access, " + loses + " lose some";
    }

    private String line(Effect effect) {
        boolean gains = effect.loses().isEmpty();
        return named(effect.principal()) + (gains ? " gains " : " loses ")
                + words(gains ? effect.gains() : effect.loses())
                + effect.until()
                        .map(until -> (gains ? " until " : ", for the time until ") + Ends.shown(until))
                        .orElse("")
                + (effect.conditions().isEmpty()
                        ? ""
                        : ", under conditions (" + String.join(", ", effect.conditions()) + ")")
                + ".";
    }

    private String words(SortedSet<String> actions) {
        return String.join(", ", AccessWords.of(config.accesses(), actions));
    }

    private String named(Principal principal) {
        Optional<String> name = principal.account().flatMap(this::name);
        return principal.text() + name.map(one -> " (" + one + ")").orElse("");
    }

    private Optional<String> name(AccountId account) {
        return config.accounts().entrySet().stream()
                .filter(entry -> entry.getValue().equals(account))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns what the policy is about, as one would type it. */
    private String place(PolicyChange change) {
        PolicyHolder holder = change.holder();
        if (holder instanceof Repository repository) {
            return repository.uri();
        }
        String registry = config.registries().stream()
                .filter(one -> one.account().equals(holder.account()))
                .map(Registry::name)
                .findFirst()
                .orElseGet(() -> holder.account().value());
        return registry + "/" + holder.region() + ":*";
    }

    private Setting setting(PolicyChange change) {
        boolean ofRepository = change.holder() instanceof Repository;
        return new Setting(
                ofRepository ? Source.REPOSITORY : Source.REGISTRY,
                change.holder().region().partition(),
                Optional.of(change.holder().account()),
                Optional.of(change.holder().region()),
                change.holder() instanceof Repository repository ? Optional.of(repository.arn()) : Optional.empty(),
                PolicyDocument.empty(),
                config.knownOrganizations(),
                now);
    }
}
