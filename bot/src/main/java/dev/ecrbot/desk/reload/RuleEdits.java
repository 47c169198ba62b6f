package dev.ecrbot.desk.reload;

import dev.ecrbot.problem.news.ConfigNewsWords;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which rules were written, altered, moved or taken out, as one line for each. */
record RuleEdits(Rules before, Rules now) {
    private static final Map<String, Function<Rule, Object>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("repositories", rule -> rule.scope().repositories());
        PARTS.put("patterns", rule -> rule.scope().patterns());
        PARTS.put("access", rule -> rule.scope().access());
        PARTS.put("to", rule -> rule.scope().to());
        PARTS.put("principals", rule -> rule.scope().principals());
        PARTS.put("requesters", Rule::requesters);
        PARTS.put(
                "approvers",
                rule -> List.of(rule.approvers().people(), rule.approvers().owner()));
        PARTS.put("breakglass", rule -> rule.approvers().glass());
        PARTS.put("auto_approve", rule -> rule.approvers().auto());
        PARTS.put("approvals", rule -> rule.approvers().approvals());
        PARTS.put("self_approval", rule -> rule.approvers().selfApproval());
        PARTS.put("terms", Rule::terms);
        PARTS.put("channel", Rule::channel);
        PARTS.put("handling", Rule::handling);
    }

    /** Returns the lines, each with the name of its rule. */
    List<Line> lines() {
        Stream<Line> old = before.all().stream()
                .flatMap(rule -> now
                        .named(rule.name())
                        .map(next -> altered(rule, next))
                        .orElseGet(() -> Optional.of(new Line(rule.name(), ConfigNewsWords.ruleGone(rule.name()))))
                        .stream());
        Stream<Line> added = now.all().stream()
                .filter(rule -> before.named(rule.name()).isEmpty())
                .map(rule -> new Line(rule.name(), ConfigNewsWords.ruleNew(rule.name()) + unlisted(rule)));
        return Stream.concat(old, added).toList();
    }

    /** Returns whether those rules that stand in both stand in another order. */
    boolean reordered() {
        return !names(before, now).equals(names(now, before));
    }

    private static List<String> names(Rules some, Rules others) {
        return some.all().stream()
                .map(Rule::name)
                .filter(name -> others.named(name).isPresent())
                .toList();
    }

    private static Optional<Line> altered(Rule rule, Rule next) {
        List<String> parts = PARTS.entrySet().stream()
                .filter(part -> !Objects.equals(
                        part.getValue().apply(rule), part.getValue().apply(next)))
                .map(Map.Entry::getKey)
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line(rule.name(), ConfigNewsWords.ruleOther(rule.name(), parts) + unlisted(next)));
    }

    // Whether they are in the groups that are, only Slack knows, and rules are taken up without asking it.
    private static String unlisted(Rule rule) {
        return rule.handling()
                .calling()
                .escalation()
                .flatMap(late -> late.to().without(rule.approvers().people()))
                .map(others -> ConfigNewsWords.callsOthers(others.toString()))
                .orElse("");
    }

    /** What became of one rule. */
    record Line(String rule, String text) {}
}
