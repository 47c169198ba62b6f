package dev.ecrbot.desk.reload;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.change.Comparison;
import dev.ecrbot.rules.change.Gain;
import dev.ecrbot.rules.change.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What channels are told of another configuration: those of rules what concerns these, and the fallback channel everything. */
final class ConfigNews {
    private static final int SHOWN = 20;

    private final BotConfig before;
    private final BotConfig now;
    private final List<String> waiting;
    private final List<Gain> gained;
    private final List<Gain> lost;
    private final List<RuleEdits.Line> edits;
    private final GainText text;

    /** @param waiting the sections of the file that count after a restart only */
    ConfigNews(BotConfig before, BotConfig now, List<String> waiting) {
        this.before = before;
        this.now = now;
        this.waiting = waiting;
        this.gained = Comparison.gained(before.rules(), now.rules(), places(before, now));
        this.lost = Comparison.gained(now.rules(), before.rules(), places(before, now));
        this.edits = new RuleEdits(before.rules(), now.rules()).lines();
        var names = new HashMap<AccountId, String>();
        Stream.of(now, before).forEach(config -> config.accounts().forEach((name, id) -> names.putIfAbsent(id, name)));
        this.text = new GainText(names);
    }

    /** What one channel is told. */
    record Told(List<String> lines, Set<String> people) {}

    /** Returns what is told, by channel; nothing where nobody needs to know. */
    Map<String, Told> byChannel(Instant since) {
        var told = new LinkedHashMap<String, Told>();
        Stream.of(before, now)
                .flatMap(config -> config.rules().all().stream())
                .map(Rule::channel)
                .distinct()
                .forEach(channel ->
                        told(since, rule -> isOf(rule, channel), List.of()).ifPresent(some -> told.put(channel, some)));
        now.slack()
                .fallbackChannel()
                .ifPresent(channel -> told(since, rule -> true, settings()).ifPresent(all -> told.put(channel, all)));
        return told;
    }

    /** Returns in one line which rules and settings are others. */
    String summary() {
        var parts = new ArrayList<String>();
        edits.forEach(edit -> parts.add(edit.text()));
        parts.addAll(settings());
        return String.join("; ", parts);
    }

    private boolean isOf(String rule, String channel) {
        return Stream.of(before, now)
                .flatMap(config -> config.rules().named(rule).stream())
                .anyMatch(found -> found.channel().equals(channel));
    }

    private Optional<Told> told(Instant since, Predicate<String> rules, List<String> settings) {
        var lines = new ArrayList<String>();
        var people = new HashSet<String>();
        lines.add("ecr-bot goes by another configuration since " + Ends.shown(since.truncatedTo(ChronoUnit.MINUTES))
                + ".");
        List<String> more = gains("Now, where %s decides: ", gained, rules, people);
        List<String> less = gains("No longer, where %s decided: ", lost, rules, people);
        List<String> edited = edits.stream()
                .filter(edit -> rules.test(edit.rule()))
                .map(RuleEdits.Line::text)
                .toList();
        part(lines, "", more);
        part(lines, "", less);
        part(lines, "Rule ", edited);
        part(lines, "", settings);
        return lines.size() == 1 ? Optional.empty() : Optional.of(new Told(lines, people));
    }

    private List<String> gains(String where, List<Gain> gains, Predicate<String> rules, Set<String> people) {
        List<Gain> some = gains.stream().filter(gain -> rules.test(gain.rule())).toList();
        some.forEach(gain -> people.addAll(gain.people()));
        return some.stream()
                .map(gain -> where.replace("%s", gain.rule()) + text.line(gain))
                .toList();
    }

    private static void part(List<String> lines, String before, List<String> part) {
        part.stream().limit(SHOWN).forEach(line -> lines.add(before + line));
        if (part.size() > SHOWN) {
            lines.add(before + "and " + (part.size() - SHOWN) + " more; the file has them all");
        }
    }

    private List<String> settings() {
        var other = new ArrayList<String>();
        Map<String, Function<BotConfig, Object>> sections = new LinkedHashMap<>();
        sections.put("accounts", BotConfig::accounts);
        sections.put("organizations", BotConfig::organizations);
        sections.put("access_sets", config -> config.accesses().entries());
        sections.put("slack.fallback_channel", config -> config.slack().fallbackChannel());
        sections.put("policy", BotConfig::policy);
        sections.put("limits", BotConfig::limits);
        sections.put("production", BotConfig::production);
        sections.put("admins", BotConfig::admins);
        sections.forEach((section, part) -> {
            if (!Objects.equals(part.apply(before), part.apply(now))) {
                other.add(section + " changed");
            }
        });
        if (new RuleEdits(before.rules(), now.rules()).reordered()) {
            other.add("the rules stand in another order");
        }
        waiting.forEach(section -> other.add(section + " changed, too, and counts after a restart only"));
        return other;
    }

    private static List<Place> places(BotConfig... all) {
        var places = new LinkedHashSet<Place>();
        Stream.of(all)
                .flatMap(config -> config.registries().stream())
                .forEach(registry -> registry.regions()
                        .forEach(region -> places.add(new Place(registry.name(), registry.account(), region))));
        return List.copyOf(places);
    }
}
