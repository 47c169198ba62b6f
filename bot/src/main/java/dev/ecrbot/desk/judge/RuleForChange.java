package dev.ecrbot.desk.judge;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RuleProblems;
import dev.ecrbot.problem.UndoProblems;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Subject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rule that decides on a change. What takes access away is decided on as a revocation is, and what gives it, an undo
 * of a revocation among them, as a grant of it now would be.
 */
public final class RuleForChange {
    // Ends are rounded up to the hour when asked, so a shown end may be that much past the rule's longest.
    static final Duration ROUNDING = Duration.ofHours(1);

    private final BotConfig config;
    private final Clock clock;

    public RuleForChange(BotConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Returns the rule; none where the registry isn't configured any more, since nothing can be changed there. */
    public Optional<Rule> rule(Change change) {
        if (!isConfigured(change)) {
            return Optional.empty();
        }
        Optional<RestoredAccess> back = back(change);
        if (back.isEmpty()) {
            return config.rules().find(subject(change));
        }
        List<Optional<Rule>> rules = subjects(change, back.get()).stream()
                .map(config.rules()::find)
                .distinct()
                .toList();
        return back.get().beyond().isEmpty() && rules.size() == 1 ? rules.get(0) : Optional.empty();
    }

    /** Says why no rule decides on the change. */
    public Problem none(Change change) {
        if (!isConfigured(change)) {
            return RuleProblems.registryRemoved(change.target());
        }
        Optional<RestoredAccess> back = back(change);
        return back.isEmpty() ? config.rules().none(subject(change), config.accounts()) : none(change, back.get());
    }

    private boolean isConfigured(Change change) {
        return config.registries().stream()
                .anyMatch(registry -> registry.account().equals(change.target().account())
                        && registry.regions().contains(change.target().region()));
    }

    private Problem none(Change change, RestoredAccess back) {
        String undone = change.undoes().map(RequestId::value).orElse("");
        if (back.isEmpty()) {
            return UndoProblems.endedByNow(undone);
        }
        if (!back.beyond().isEmpty()) {
            return UndoProblems.givesMoreThanAccesses(undone, back.beyond());
        }
        return subjects(change, back).stream()
                .filter(subject -> config.rules().find(subject).isEmpty())
                .findFirst()
                .map(subject -> config.rules().none(subject, config.accounts()))
                .orElseGet(() -> UndoProblems.severalRules(
                        undone,
                        back.accesses().stream().map(Access::word).sorted().toList()));
    }

    /** Returns why an undo would give access back for longer than the rule allows; empty if it wouldn't. */
    public Optional<Problem> tooLong(Rule rule, Change change) {
        Optional<RestoredAccess> back = back(change);
        return rule.terms()
                .maxDuration()
                .flatMap(max -> back.filter(
                        gives -> gives.lastsBeyond(clock.instant().plus(max).plus(ROUNDING))))
                .map(gives -> tooLong(change.undoes().map(RequestId::value).orElse(""), gives, rule));
    }

    private static Problem tooLong(String undone, RestoredAccess gives, Rule rule) {
        return gives.until()
                .map(until -> UndoProblems.tooLate(undone, Ends.shown(until), rule.name()))
                .orElseGet(() -> UndoProblems.withoutEnd(undone, rule.name()));
    }

    private Optional<RestoredAccess> back(Change change) {
        // Where taking over took nothing away, undoing it only ends the grant.
        return change.edit() instanceof Edit.Undo undo && undo.givesBack()
                ? Optional.of(RestoredAccess.of(undo, config.accesses(), clock.instant()))
                        .filter(restored ->
                                !restored.isEmpty() || undo.done().granted().isEmpty())
                : Optional.empty();
    }

    private static List<Subject> subjects(Change change, RestoredAccess back) {
        return back.accesses().stream()
                .map(access -> new Subject(
                        Subject.Kind.GRANT,
                        change.registry(),
                        change.target(),
                        Optional.of(access),
                        change.edit().principal()))
                .toList();
    }

    /** Returns what rules go by, for a change that gives nothing back. */
    public static Subject subject(Change change) {
        Edit edit = change.edit();
        return new Subject(
                edit.granted().isPresent() ? Subject.Kind.GRANT : Subject.Kind.REVOKE,
                change.registry(),
                change.target(),
                edit.accessIfNamed(),
                edit.principal());
    }
}
