package dev.ecrbot.desk.reload;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.problem.news.ConfigNewsWords;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.change.Gain;
import dev.ecrbot.rules.change.RegistryPlace;
import dev.ecrbot.rules.change.RuleComparison;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What channels are told of another configuration: those of rules what concerns these, and the fallback channel everything. */
final class ConfigNews {
    private static final int SHOWN = 20;

    private final BotConfig before;
    private final BotConfig now;
    private final List<Gain> gained;
    private final List<Gain> lost;
    private final List<RuleEdits.Line> edits;
    private final List<MachineNews.Line> machines;
    private final List<String> settings;
    private final List<RuleEdits.Line> unmarked;
    private final GainText text;

    /** @param waiting the sections of the file that count after a restart only */
    ConfigNews(BotConfig before, BotConfig now, List<String> waiting) {
        this.before = before;
        this.now = now;
        this.gained = RuleComparison.gained(before.rules(), now.rules(), places(before, now));
        this.lost = RuleComparison.gained(now.rules(), before.rules(), places(before, now));
        this.edits = new RuleEdits(before.rules(), now.rules()).lines();
        this.machines = new MachineNews(before, now).lines();
        var news = new SettingsNews(before, now);
        this.settings = news.lines(waiting);
        this.unmarked = news.unmarked();
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
                .forEach(channel -> told(since, channel).ifPresent(some -> told.put(channel, some)));
        // Where everything is told is no place to change unheard.
        Stream.of(before, now)
                .flatMap(config -> config.slack().fallbackChannel().stream())
                .distinct()
                .forEach(channel ->
                        told(since, rule -> true, machine -> true, settings).ifPresent(all -> told.put(channel, all)));
        return told;
    }

    /** Returns what all channels are told of a configuration that can be compared with none. */
    static Map<String, Told> unknown(BotConfig now, Instant since, String why) {
        var told = new LinkedHashMap<String, Told>();
        Stream.concat(now.rules().all().stream().map(Rule::channel), now.slack().fallbackChannel().stream())
                .forEach(channel -> told.put(channel, new Told(List.of(heading(since), why), Set.of())));
        return told;
    }

    private static String heading(Instant since) {
        return ConfigNewsWords.heading(Ends.shown(since.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Returns in one line which rules and settings are others. */
    String summary() {
        var parts = new ArrayList<String>();
        edits.forEach(edit -> parts.add(edit.text()));
        machines.forEach(machine -> parts.add(machine.text()));
        parts.addAll(settings);
        return String.join("; ", parts);
    }

    private Optional<Told> told(Instant since, String channel) {
        List<Rule> its = Stream.of(before, now)
                .flatMap(config -> config.rules().all().stream())
                .filter(rule -> rule.channel().equals(channel))
                .toList();
        return told(
                since,
                name -> its.stream().anyMatch(rule -> rule.name().equals(name)),
                machine -> its.stream().anyMatch(rule -> knows(rule, machine)),
                List.of());
    }

    /** Returns whether a rule lets the machine ask or look, or any where all are meant. */
    private static boolean knows(Rule rule, Optional<String> machine) {
        Set<String> named = new HashSet<>(rule.requesters().machines());
        named.addAll(rule.handling().viewers().machines());
        return machine.map(named::contains).orElse(!named.isEmpty());
    }

    private Optional<Told> told(
            Instant since, Predicate<String> rules, Predicate<Optional<String>> ofInterest, List<String> others) {
        var lines = new ArrayList<String>();
        var people = new HashSet<String>();
        lines.add(heading(since));
        List<String> more = gains(gained, rules, people, this::deciding);
        List<String> less = gains(lost, rules, people, ConfigNewsWords::noLonger);
        List<String> edited = edits.stream()
                .filter(edit -> rules.test(edit.rule()))
                .map(RuleEdits.Line::text)
                .toList();
        part(lines, UnaryOperator.identity(), more);
        part(
                lines,
                UnaryOperator.identity(),
                unmarked.stream()
                        .filter(line -> rules.test(line.rule()))
                        .map(line -> deciding(line.rule(), line.text()))
                        .toList());
        part(lines, UnaryOperator.identity(), less);
        part(
                lines,
                UnaryOperator.identity(),
                machines.stream()
                        .filter(line -> ofInterest.test(line.machine()))
                        .map(MachineNews.Line::text)
                        .toList());
        part(lines, ConfigNewsWords::rule, edited);
        part(lines, UnaryOperator.identity(), others);
        return lines.size() == 1 ? Optional.empty() : Optional.of(new Told(lines, people));
    }

    private List<String> gains(
            List<Gain> gains, Predicate<String> rules, Set<String> people, BinaryOperator<String> words) {
        List<Gain> some = gains.stream().filter(gain -> rules.test(gain.rule())).toList();
        some.forEach(gain -> people.addAll(gain.people()));
        return some.stream()
                .map(gain -> words.apply(gain.rule(), text.line(gain)))
                .toList();
    }

    /** A rule that is gone can have left something to everybody. */
    private String deciding(String rule, String what) {
        return now.rules().named(rule).isPresent()
                ? ConfigNewsWords.now(rule, what)
                : ConfigNewsWords.nowWithout(rule, what);
    }

    private static void part(List<String> lines, UnaryOperator<String> words, List<String> part) {
        part.stream().limit(SHOWN).map(words).forEach(lines::add);
        if (part.size() > SHOWN) {
            lines.add(words.apply(ConfigNewsWords.more(part.size() - SHOWN)));
        }
    }

    private static List<RegistryPlace> places(BotConfig... all) {
        var places = new LinkedHashSet<RegistryPlace>();
        Stream.of(all)
                .flatMap(config -> config.registries().stream())
                .forEach(registry -> registry.regions()
                        .forEach(region -> places.add(new RegistryPlace(registry.name(), registry.account(), region))));
        return List.copyOf(places);
    }
}
