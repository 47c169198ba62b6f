package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.RequestContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Statements by whom they name, so that those about one caller are found without a look at all the others; not thread-safe. */
final class StatementMatchers {
    private static final Principal EVERYONE = new Principal.Everyone();

    private final Map<Principal, List<Integer>> named = new HashMap<>();
    private final List<Integer> unnamed = new ArrayList<>();
    private final List<Statement> statements;
    private final Map<Integer, StatementMatcher> made = new HashMap<>();
    private final boolean variables;
    private final Decider.Source source;
    private final Setting setting;

    StatementMatchers(Collection<Statement> statements, boolean variables, Decider.Source source, Setting setting) {
        this.statements = List.copyOf(statements);
        this.variables = variables;
        this.source = source;
        this.setting = setting;
        for (int place = 0; place < this.statements.size(); place++) {
            Statement statement = this.statements.get(place);
            if (statement.opaque() || statement.exceptsPrincipals()) {
                unnamed.add(place);
            } else {
                for (Principal entry : statement.principals(setting.home())) {
                    named.computeIfAbsent(entry, e -> new ArrayList<>()).add(place);
                }
            }
        }
    }

    /** Returns those that may be about the caller, each once; nobody's access crosses from one partition to another. */
    Collection<StatementMatcher> about(Principal caller) {
        if (caller.partition().filter(in -> in != setting.home()).isPresent()) {
            return List.of();
        }
        var about = new TreeSet<>(unnamed);
        about.addAll(named.getOrDefault(caller, List.of()));
        wider(caller)
                .forEach(entry -> named.getOrDefault(entry, List.of()).stream()
                        .filter(place -> !statements.get(place).allows() || !setting.delegates(entry, caller))
                        .forEach(about::add));
        return clauses(about);
    }

    /** Returns those about somebody whose requests may be among the caller's. */
    Collection<StatementMatcher> touching(Principal caller) {
        var touching = new TreeSet<Integer>();
        named.forEach((entry, places) -> {
            if (Reach.touches(entry, caller)) {
                touching.addAll(places);
            }
        });
        return clauses(touching);
    }

    private Collection<StatementMatcher> clauses(Collection<Integer> places) {
        return places.stream()
                .map(place -> made.computeIfAbsent(place, this::clause))
                .toList();
    }

    private StatementMatcher clause(int place) {
        return new StatementMatcher(statements.get(place), source, place, setting.home(), variables);
    }

    private Stream<Principal> wider(Principal caller) {
        if (caller instanceof Principal.LambdaFunctions) {
            return Stream.of(EVERYONE, RequestContext.LAMBDA);
        }
        Stream<Principal> account = caller instanceof Principal.OfAccount one
                ? Stream.of(EVERYONE, new Principal.Account(one.in(), one.owner()))
                : Stream.of(EVERYONE);
        return caller instanceof Principal.Session
                ? Stream.concat(account, named.keySet().stream().filter(entry -> Reach.includes(entry, caller)))
                : account;
    }
}
