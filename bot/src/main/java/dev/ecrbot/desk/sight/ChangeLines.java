package dev.ecrbot.desk.sight;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
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
import dev.ecrbot.problem.news.ForeignChangeWords;
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
        lines.add(ForeignChangeWords.heading(
                called(change.on()), Ends.shown(change.noticed().truncatedTo(ChronoUnit.MINUTES))));
        lines.addAll(effects(change));
        lines.add(ForeignChangeWords.commands(place(change.on())));
        return lines;
    }

    /** Returns a line for each who gained or lost by it. */
    public List<String> effects(ForeignChange change) {
        var lines = new ArrayList<String>();
        if (change.steps().size() > 1) {
            lines.add(ForeignChangeWords.steps(change.steps().size()));
        }
        change.steps().forEach(step -> effects(step, change.on(), lines));
        if (!change.whole()) {
            lines.add(change.steps().isEmpty() ? ForeignChangeWords.notTold() : ForeignChangeWords.perhapsMore());
        }
        return lines;
    }

    private void effects(ForeignChange.Step step, PolicyHolder on, List<String> lines) {
        if (step.to().isEmpty()) {
            lines.add(ForeignChangeWords.removed());
        }
        PolicyDiff diff = PolicyDiff.between(step.from(), step.to(), setting(on));
        diff.effects().stream().limit(SHOWN).map(this::line).forEach(lines::add);
        if (diff.effects().size() > SHOWN) {
            lines.add(ForeignChangeWords.morePeople(diff.effects().size() - SHOWN));
        }
        if (!diff.unread().isEmpty()) {
            lines.add(ForeignChangeWords.notUnderstood(diff.unread().size()));
        }
        if (diff.isEmpty()) {
            lines.add(ForeignChangeWords.nobody());
        }
    }

    /** Returns the same in one line, for a list of many. */
    public String brief(ForeignChange change) {
        List<Effect> effects = change.steps().stream()
                .flatMap(step -> PolicyDiff.between(step.from(), step.to(), setting(change.on())).effects().stream())
                .toList();
        return change.steps().isEmpty()
                ? ForeignChangeWords.brief(called(change.on()))
                : ForeignChangeWords.brief(
                        called(change.on()),
                        people(effects, effect -> !effect.gains().isEmpty()),
                        people(effects, effect -> !effect.loses().isEmpty()));
    }

    private static long people(List<Effect> effects, Predicate<Effect> which) {
        return effects.stream().filter(which).map(Effect::principal).distinct().count();
    }

    private String line(Effect effect) {
        String whom = named(effect.principal());
        Optional<String> until = effect.until().map(Ends::shown);
        return effect.loses().isEmpty()
                ? ForeignChangeWords.gained(whom, words(effect.gains()), until, effect.conditions())
                : ForeignChangeWords.lost(whom, words(effect.loses()), until, effect.conditions());
    }

    private List<String> words(SortedSet<String> actions) {
        return AccessWords.of(config.accesses(), actions);
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
        return registry(holder).orElseGet(() -> holder.account().value()) + "/" + holder.region() + ":*";
    }

    private String called(PolicyHolder holder) {
        return ForeignChangeWords.called(holder, registry(holder));
    }

    private Optional<String> registry(PolicyHolder holder) {
        return Optional.ofNullable(config.registryNames().get(new RegionalRegistry(holder.account(), holder.region())));
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
