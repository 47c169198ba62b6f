package dev.ecrbot.desk.reload;

import dev.ecrbot.config.AwsCaller;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineIdentity.Oidc;
import dev.ecrbot.config.MachineLimits;
import dev.ecrbot.config.MachineSettings;
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
            return new Line(Optional.of(machine.name()), "machine:" + machine.name() + " " + text);
        }
    }

    /** Returns the lines: what is more first. */
    List<Line> lines() {
        Stream<Line> audience = now
                .map(MachineSettings::audience)
                .filter(next ->
                        before.filter(old -> !old.audience().equals(next)).isPresent())
                .map(next -> new Line(Optional.empty(), "Machines prove who they are to “" + next + "” now"))
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
        subjects(next, was).ifPresent(text -> found.add("is now whoever has " + text));
        next.caller()
                .filter(caller -> !was.flatMap(MachineIdentity::caller).equals(Optional.of(caller)))
                .ifPresent(caller -> found.add("is now " + named(caller) + ", too, as AWS proves it"));
        if (next.questions() && was.filter(MachineIdentity::questions).isEmpty()) {
            found.add("is now told how things are, as every member is");
        }
        if (next.audit() && was.filter(MachineIdentity::audit).isEmpty()) {
            found.add("may now read the audit trail");
        }
        was.map(MachineIdentity::limits)
                .filter(limits -> isWider(next.limits(), limits))
                .ifPresent(limits ->
                        found.add("may now ask more: " + text(next.limits()) + " instead of " + text(limits)));
        return found.stream();
    }

    private static Stream<String> less(MachineIdentity old, Optional<MachineIdentity> next) {
        if (next.isEmpty()) {
            return Stream.of("is no machine any more: it can't ask, and what it asked for can't be approved");
        }
        var found = new ArrayList<String>();
        subjects(old, next).ifPresent(text -> found.add("is no longer whoever has " + text));
        old.caller()
                .filter(caller -> !next.flatMap(MachineIdentity::caller).equals(Optional.of(caller)))
                .ifPresent(caller -> found.add("is no longer " + named(caller)));
        if (old.questions() && !next.get().questions()) {
            found.add("is no longer told how things are");
        }
        if (old.audit() && !next.get().audit()) {
            found.add("may no longer read the audit trail");
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
            return Optional.of("a token of " + oidc.issuer() + " for " + String.join(", ", more))
                    .filter(text -> !more.isEmpty());
        });
    }

    private static String named(AwsCaller caller) {
        return "the " + caller.kind().name().toLowerCase(Locale.ROOT) + " " + caller.name() + " of account "
                + caller.account().value();
    }

    private static boolean isWider(MachineLimits now, MachineLimits before) {
        return Stream.<ToIntFunction<MachineLimits>>of(
                        MachineLimits::asksPerMinute, MachineLimits::asksPerDay, MachineLimits::questionsPerMinute)
                .anyMatch(part -> part.applyAsInt(now) > part.applyAsInt(before));
    }

    private static String text(MachineLimits limits) {
        return limits.asksPerMinute() + " asks a minute, " + limits.asksPerDay() + " a day, "
                + limits.questionsPerMinute() + " questions a minute";
    }
}
