package dev.ecrbot.desk.reload;

import dev.ecrbot.config.Admins;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.LimitSettings;
import dev.ecrbot.config.ProductionTag;
import dev.ecrbot.problem.news.ConfigNewsWords;
import dev.ecrbot.rules.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Which settings are others, and what those among them let people do that they couldn't. */
record SettingsNews(BotConfig before, BotConfig now) {
    private static final Map<String, Function<BotConfig, Object>> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("accounts", BotConfig::accounts);
        SECTIONS.put("organizations", BotConfig::organizations);
        SECTIONS.put("access_sets", config -> config.accesses().entries());
        SECTIONS.put("slack.fallback_channel", config -> config.slack().fallbackChannel());
        SECTIONS.put("policy", BotConfig::policy);
        SECTIONS.put("limits", BotConfig::limits);
        SECTIONS.put("production", BotConfig::production);
        SECTIONS.put("admins", BotConfig::admins);
        SECTIONS.put("machines", BotConfig::machines);
    }

    /** @param waiting the sections of the file that count after a restart only */
    List<String> lines(List<String> waiting) {
        var lines = new ArrayList<String>();
        newAdmins().ifPresent(who -> lines.add(ConfigNewsWords.newAdmins(who.toString())));
        looserLimits().forEach(lines::add);
        if (before.policy().expiryInPolicy() && !now.policy().expiryInPolicy()) {
            lines.add(ConfigNewsWords.endsInNoPolicy());
        }
        SECTIONS.forEach((section, part) -> {
            if (!Objects.equals(part.apply(before), part.apply(now))) {
                lines.add(ConfigNewsWords.sectionChanged(section));
            }
        });
        if (new RuleEdits(before.rules(), now.rules()).reordered()) {
            lines.add(ConfigNewsWords.rulesReordered());
        }
        waiting.forEach(section -> lines.add(ConfigNewsWords.sectionWaits(section)));
        return lines;
    }

    /** Returns what rules approve by themselves from now on, since it doesn't count as production any more. */
    List<RuleEdits.Line> unmarked() {
        var values =
                new TreeSet<>(before.production().map(ProductionTag::values).orElse(Set.of()));
        String tag = before.production().map(ProductionTag::tag).orElse("");
        now.production()
                .filter(still -> still.tag().equals(tag))
                .map(ProductionTag::values)
                .ifPresent(values::removeAll);
        String text = ConfigNewsWords.noProductionAnyMore(tag, values);
        return now.rules().all().stream()
                .filter(rule -> !values.isEmpty() && rule.approvers().auto().isPresent())
                .map(rule -> new RuleEdits.Line(rule.name(), text))
                .toList();
    }

    private Optional<People> newAdmins() {
        return now.admins()
                .map(Admins::who)
                .flatMap(who ->
                        before.admins().map(old -> who.without(old.who())).orElse(Optional.of(who)));
    }

    private List<String> looserLimits() {
        var lines = new ArrayList<String>();
        looser(LimitSettings::pendingPerPerson, ConfigNewsWords::moreRequests).ifPresent(lines::add);
        looser(LimitSettings::commandsPerMinute, ConfigNewsWords::moreCommands).ifPresent(lines::add);
        looser(LimitSettings::refusedClicksPerMinute, ConfigNewsWords::moreRefusedClicks)
                .ifPresent(lines::add);
        return lines;
    }

    private Optional<String> looser(Function<LimitSettings, Integer> part, BiFunction<Integer, Integer, String> words) {
        int was = part.apply(before.limits());
        int is = part.apply(now.limits());
        return is > was ? Optional.of(words.apply(is, was)) : Optional.empty();
    }
}
