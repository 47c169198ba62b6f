package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.condition.RequestContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a policy says about one caller as time goes by; requests are taken to be made on whole seconds.
 *
 * @param lines the statements about the caller
 */
record DecisionTimeline(List<Line> lines) {
    private static final Instant LAST = Instant.MAX.minusSeconds(2);

    /** A statement about a caller, and what its applying depends on beside the time. */
    record Line(StatementMatcher clause, Dependency timeless) {}

    static DecisionTimeline of(StatementMatchers clauses, Principal caller, Setting setting, RequestContext timeless) {
        var lines = new ArrayList<Line>();
        for (StatementMatcher clause : clauses.about(caller)) {
            clause.proviso(caller, setting, timeless).ifPresent(proviso -> lines.add(new Line(clause, proviso)));
        }
        return new DecisionTimeline(List.copyOf(lines));
    }

    /** Returns what is said of some of a caller's requests only, by the name of somebody else. */
    static DecisionTimeline beside(
            StatementMatchers clauses, Principal caller, Setting setting, RequestContext timeless) {
        var lines = new ArrayList<Line>();
        for (StatementMatcher clause : clauses.touching(caller)) {
            clause.proviso(caller, setting, timeless)
                    .map(proviso -> proviso.and(clause.callers(), List.of("Principal")))
                    .ifPresent(proviso -> lines.add(new Line(clause, proviso)));
        }
        return new DecisionTimeline(List.copyOf(lines));
    }

    /** Returns this and what another policy says, or another part of it. */
    DecisionTimeline and(DecisionTimeline other) {
        var all = new ArrayList<>(lines);
        all.addAll(other.lines);
        return new DecisionTimeline(List.copyOf(all));
    }

    /** Returns the moments after the first one at which something may change, with it. */
    static SortedSet<Instant> moments(Instant first, Stream<Line> lines) {
        var moments = new TreeSet<Instant>();
        lines.flatMap(line -> line.clause().moments())
                .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS))
                .filter(moment -> moment.isBefore(LAST))
                .flatMap(moment -> Stream.of(moment, moment.plusSeconds(1)))
                .filter(moment -> moment.isAfter(first))
                .forEach(moments::add);
        moments.add(first);
        return moments;
    }

    /**
     * Returns what is said at a moment about each of the actions, in their order.
     *
     * @param folded the actions {@linkplain Actions#fold in lower case}
     */
    List<Ruling> at(Instant moment, List<String> folded) {
        List<Line> now = lines.stream().anyMatch(line -> line.clause().timed()) ? at(RequestContext.of(moment)) : lines;
        return folded.stream().map(action -> ruling(now, action)).toList();
    }

    private List<Line> at(RequestContext known) {
        return lines.stream()
                .flatMap(line ->
                        line.clause().at(known, line.timeless()).map(all -> new Line(line.clause(), all)).stream())
                .toList();
    }

    private static Ruling ruling(List<Line> lines, String action) {
        var allows = new ArrayList<Dependency>();
        var denies = new ArrayList<Dependency>();
        for (Line line : lines) {
            if (line.clause().covers(action)) {
                switch (line.clause().part()) {
                    case ALLOWS -> allows.add(line.timeless());
                    case DENIES -> denies.add(line.timeless());
                    case UNREADABLE -> {
                        allows.add(line.timeless());
                        denies.add(line.timeless());
                    }
                }
            }
        }
        return allows.isEmpty() ? Ruling.NO : Ruling.of(allows, denies);
    }
}
