package dev.ecrbot.desk.sight;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.ForeignChange;
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
import java.util.function.Predicate;

/** Says in words what others changed in a policy. */
public record ChangeLines(BotConfig config, Instant now) {
    private static final int SHOWN = 12;

    /** Returns a heading, and a line for each who gained or lost by it. */
    public List<String> of(ForeignChange change) {
        var lines = new ArrayList<String>();
        lines.add("The policy of " + change.on().label() + " ("
                + change.on().account() + ", "
                + change.on().region() + ") was changed by somebody other than ecr-bot. It was noticed "
                + Ends.shown(change.noticed().truncatedTo(ChronoUnit.MINUTES)) + ".");
        lines.addAll(effects(change));
        lines.add("“/ecr status " + place(change.on()) + "” shows who has access, “/ecr history " + place(change.on())
                + "” what was asked for and changed there.");
        return lines;
    }

    /** Returns a line for each who gained or lost by it. */
    public List<String> effects(ForeignChange change) {
        var lines = new ArrayList<String>();
        if (change.steps().size() > 1) {
            lines.add("That was in " + change.steps().size()
                    + " steps, with changes of ecr-bot's own between them, which aren't listed here.");
        }
        change.steps().forEach(step -> effects(step, change.on(), lines));
        if (!change.whole()) {
            lines.add(
                    change.steps().isEmpty()
                            ? "What exactly was changed can't be told here: changes and readings came too close to each other."
                            : "There may be more that somebody else changed: ecr-bot changed it at about the same time.");
        }
        return lines;
    }

    private void effects(ForeignChange.Step step, PolicyHolder on, List<String> lines) {
        if (step.to().isEmpty()) {
            lines.add("The whole policy was removed.");
        }
        PolicyDiff diff = PolicyDiff.between(step.from(), step.to(), setting(on));
        diff.effects().stream().limit(SHOWN).map(this::line).forEach(lines::add);
        if (diff.effects().size() > SHOWN) {
            lines.add("And " + (diff.effects().size() - SHOWN) + " more who gained or lost something.");
        }
        if (!diff.unread().isEmpty()) {
            lines.add("Statements changed that can't be understood: "
                    + diff.unread().size() + ". What they come to isn't known.");
        }
        if (diff.isEmpty()) {
            lines.add("Nobody gained or lost anything by it.");
        }
    }

    /** Returns the same in one line, for a list of many. */
    public String brief(ForeignChange change) {
        List<Effect> effects = change.steps().stream()
                .flatMap(step -> PolicyDiff.between(step.from(), step.to(), setting(change.on())).effects().stream())
                .toList();
        String where = place(change.on()) + " (" + change.on().account() + ", "
                + change.on().region() + "): ";
        return change.steps().isEmpty()
                ? where + "what exactly can't be told here"
                : where + people(effects, effect -> !effect.gains().isEmpty()) + " gained access, "
                        + people(effects, effect -> !effect.loses().isEmpty()) + " lost some";
    }

    private static long people(List<Effect> effects, Predicate<Effect> which) {
        return effects.stream().filter(which).map(Effect::principal).distinct().count();
    }

    private String line(Effect effect) {
        boolean gains = effect.loses().isEmpty();
        return named(effect.principal()) + (gains ? " gained " : " lost ")
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
    private String place(PolicyHolder holder) {
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

    private Setting setting(PolicyHolder holder) {
        boolean ofRepository = holder instanceof Repository;
        return new Setting(
                ofRepository ? Source.REPOSITORY : Source.REGISTRY,
                holder.region().partition(),
                Optional.of(holder.account()),
                Optional.of(holder.region()),
                holder instanceof Repository repository ? Optional.of(repository.arn()) : Optional.empty(),
                PolicyDocument.empty(),
                config.knownOrganizations(),
                now);
    }
}
