package dev.ecrbot.desk.reload;

import dev.ecrbot.config.AwsCaller;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineIdentity.Oidc;
import dev.ecrbot.config.MachineLimits;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.problem.news.MachineNewsWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What can be a machine that couldn't before, and what one may do beside what rules say: whoever can prove to be it asks in its
 * name.
 */
final class MachineNews {
    private final Optional<MachineSettings> before;
    private final Optional<MachineSettings> now;

    MachineNews(BotConfig before, BotConfig now) {
        this.before = before.machines();
        this.now = now.machines();
    }

    /**
     * One machine's news.
     *
     * @param machine its name; empty if it is every machine's
     */
    record Line(Optional<String> machine, String text) {
        private static Line of(MachineIdentity machine, String text) {
            return new Line(Optional.of(machine.name()), MachineNewsWords.of(machine.name(), text));
        }
    }

    /** Returns the lines: what is more first. */
    List<Line> lines() {
        Stream<Line> audience = now
                .map(MachineSettings::audience)
                .filter(next ->
                        before.filter(old -> !old.audience().equals(next)).isPresent())
                .map(next -> new Line(Optional.empty(), MachineNewsWords.audience(next)))
                .stream();
        Stream<Line> more = identities(now).values().stream()
                .flatMap(each -> more(Optional.ofNullable(identities(before).get(each.name())), each)
                        .map(text -> Line.of(each, text)));
        Stream<Line> less = identities(before).values().stream()
                .flatMap(each -> less(each, Optional.ofNullable(identities(now).get(each.name())))
                        .map(text -> Line.of(each, text)));
        return Stream.of(audience, more, less).flatMap(each -> each).toList();
    }

    private static Map<String, MachineIdentity> identities(Optional<MachineSettings> settings) {
        return settings.map(MachineSettings::identities).orElse(Map.of());
    }

    private static Stream<String> more(Optional<MachineIdentity> was, MachineIdentity next) {
        var found = new ArrayList<String>();
        subjects(next, was).ifPresent(text -> found.add(MachineNewsWords.isWhoeverHas(text)));
        next.caller()
                .filter(caller -> !was.flatMap(MachineIdentity::caller).equals(Optional.of(caller)))
                .ifPresent(caller -> found.add(MachineNewsWords.isAlso(named(caller))));
        if (next.questions() && was.filter(MachineIdentity::questions).isEmpty()) {
            found.add(MachineNewsWords.isTold());
        }
        if (next.audit() && was.filter(MachineIdentity::audit).isEmpty()) {
            found.add(MachineNewsWords.readsAudit());
        }
        was.map(MachineIdentity::limits)
                .filter(limits -> isWider(next.limits(), limits))
                .ifPresent(limits -> found.add(MachineNewsWords.asksMore(text(next.limits()), text(limits))));
        return found.stream();
    }

    private static Stream<String> less(MachineIdentity old, Optional<MachineIdentity> next) {
        if (next.isEmpty()) {
            return Stream.of(MachineNewsWords.isGone());
        }
        var found = new ArrayList<String>();
        subjects(old, next).ifPresent(text -> found.add(MachineNewsWords.isNotWhoeverHas(text)));
        old.caller()
                .filter(caller -> !next.flatMap(MachineIdentity::caller).equals(Optional.of(caller)))
                .ifPresent(caller -> found.add(MachineNewsWords.isNot(named(caller))));
        if (old.questions() && !next.get().questions()) {
            found.add(MachineNewsWords.isNotTold());
        }
        if (old.audit() && !next.get().audit()) {
            found.add(MachineNewsWords.readsAuditNoMore());
        }
        return found.stream();
    }

    /** Returns which tokens prove the one that don't prove the other. */
    private static Optional<String> subjects(MachineIdentity one, Optional<MachineIdentity> other) {
        return one.oidc().flatMap(oidc -> {
            Set<String> more = new TreeSet<>(oidc.subjects());
            other.flatMap(MachineIdentity::oidc)
                    .filter(known -> known.issuer().equals(oidc.issuer()))
                    .map(Oidc::subjects)
                    .ifPresent(more::removeAll);
            return Optional.of(MachineNewsWords.token(oidc.issuer().toString(), more))
                    .filter(text -> !more.isEmpty());
        });
    }

    private static String named(AwsCaller caller) {
        return MachineNewsWords.caller(
                caller.kind().name().toLowerCase(Locale.ROOT),
                caller.name(),
                caller.account().value());
    }

    private static boolean isWider(MachineLimits now, MachineLimits before) {
        return Stream.<ToIntFunction<MachineLimits>>of(
                        MachineLimits::asksPerMinute, MachineLimits::asksPerDay, MachineLimits::questionsPerMinute)
                .anyMatch(part -> part.applyAsInt(now) > part.applyAsInt(before));
    }

    private static String text(MachineLimits limits) {
        return MachineNewsWords.limits(limits.asksPerMinute(), limits.asksPerDay(), limits.questionsPerMinute());
    }
}
