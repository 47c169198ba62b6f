package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Several;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RequestProblems;
import dev.ecrbot.problem.phrase.BundleWords;
import dev.ecrbot.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the one rule that decides on all that is asked for at once. */
final class OneRule {
    private OneRule() {}

    /** @throws ProblemException if different rules decide, or none does on some of it */
    static Rule of(Several several, BotConfig config) {
        var parts = new LinkedHashMap<String, List<Command.Single>>();
        var rules = new LinkedHashMap<String, Rule>();
        for (Command.Single one : several.changes()) {
            Rule rule = config.rules()
                    .find(Wanted.subject(one))
                    .orElseThrow(() -> new ProblemException(
                            alone(one, config.rules().none(Wanted.subject(one), config.accounts()))));
            rules.put(rule.name(), rule);
            parts.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(one);
        }
        if (parts.size() > 1) {
            throw new ProblemException(RequestProblems.severalRules(parts.entrySet().stream()
                    .map(part -> part(part.getValue()) + " (rule " + part.getKey() + ")")
                    .toList()));
        }
        return rules.values().iterator().next();
    }

    private static String part(List<Command.Single> changes) {
        String where = changes.stream()
                .map(one -> one.target().target().text())
                .distinct()
                .collect(Collectors.joining(","));
        String whom =
                changes.stream().map(one -> one.principal().text()).distinct().collect(Collectors.joining(","));
        return where + " for " + whom;
    }

    static Problem alone(Command.Single one, Problem problem) {
        return RequestProblems.oneOfSeveral(name(one), problem);
    }

    static String name(Command.Single one) {
        return BundleWords.one(one.target().target(), one.principal().text());
    }
}
