package dev.ecrbot.desk.reload;

import dev.ecrbot.config.Admins;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.LimitSettings;
import dev.ecrbot.config.ProductionTag;
import dev.ecrbot.rules.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        newAdmins().ifPresent(who -> lines.add(who + " may now look at how the bot's set-up is, with doctor"));
        looserLimits().forEach(lines::add);
        if (before.policy().expiryInPolicy() && !now.policy().expiryInPolicy()) {
            lines.add(
                    "The end of what is given from now on stands in no policy any more: while no bot runs, nothing ends it");
        }
        SECTIONS.forEach((section, part) -> {
            if (!Objects.equals(part.apply(before), part.apply(now))) {
                lines.add(section + " changed");
            }
        });
        if (new RuleEdits(before.rules(), now.rules()).reordered()) {
            lines.add("the rules stand in another order");
        }
        waiting.forEach(section -> lines.add(section + " changed, too, and counts after a restart only"));
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
        String text = "it approves by itself, too, where the repository's tag " + tag + " is "
                + String.join(" or ", values) + ", which isn't marked as production any more";
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
        looser("requests that wait", LimitSettings::pendingPerPerson).ifPresent(lines::add);
        looser("commands within a minute", LimitSettings::commandsPerMinute).ifPresent(lines::add);
        looser("refused clicks within a minute", LimitSettings::refusedClicksPerMinute)
                .ifPresent(lines::add);
        return lines;
    }

    private Optional<String> looser(String what, Function<LimitSettings, Integer> part) {
        int was = part.apply(before.limits());
        int is = part.apply(now.limits());
        return is > was
                ? Optional.of("One person may now have " + is + " " + what + " instead of " + was)
                : Optional.empty();
    }
}
