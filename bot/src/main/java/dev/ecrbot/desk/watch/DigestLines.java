package dev.ecrbot.desk.watch;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.live.PolicyLint;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.sight.ChangesInParts;
import dev.ecrbot.desk.sight.ForeignChanges;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.PolicyChange;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.problem.news.DigestWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says in words how a week went for the repositories of a channel's rules. */
record DigestLines(Ledger ledger, FleetIndex index, BotConfig config, WatchedRules watched, Clock clock) {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int WAITING = 200;
    // The digest counts all of them; each has two documents.
    private static final int MOST_KEPT = 50;

    Announcement of(String topic, String channel) {
        Instant now = clock.instant();
        List<Grant> grants = ledger.transact(transaction -> transaction.grants().active()).stream()
                .filter(grant -> watched.isFor(channel, grant.target()))
                .toList();
        var lines = new ArrayList<String>();
        lines.add(DigestWords.heading(now.atZone(ZoneOffset.UTC).toLocalDate()));
        lines.add(DigestWords.given(texts(given(grants, now), DigestLines::given)));
        lines.add(DigestWords.ending(texts(ending(grants, now), DigestLines::ending)));
        lines.add(DigestWords.waiting(texts(waiting(channel), DigestLines::waiting)));
        var changed = new Changed(new PolicyLint(config, clock));
        new ChangesInParts(index, now.minus(WEEK)).after(0, part -> {
            List<PolicyChange> ours = part.stream()
                    .filter(change -> watched.isFor(channel, change.holder()))
                    .toList();
            changed.takeForeign(ForeignChanges.of(ledger, ours));
            ours.forEach(changed::take);
        });
        lines.add(DigestWords.foreign(changed.foreign));
        lines.add(DigestWords.arisen(changed.arisen()));
        lines.add(DigestWords.mended(changed.mended()));
        return Announcement.of(topic, channel, lines, changed.some);
    }

    private static List<Grant> given(List<Grant> grants, Instant now) {
        return grants.stream()
                .filter(grant -> grant.since().isAfter(now.minus(WEEK)))
                .sorted(Comparator.comparing(Grant::since))
                .toList();
    }

    private static List<Grant> ending(List<Grant> grants, Instant now) {
        return grants.stream()
                .filter(grant -> grant.until()
                        .filter(end -> end.isBefore(now.plus(WEEK)))
                        .isPresent())
                .sorted(Comparator.comparing(grant -> grant.until().orElseThrow()))
                .toList();
    }

    private List<Request> waiting(String channel) {
        var all = new RequestFilter(Optional.empty(), Optional.empty(), Set.of());
        return ledger.transact(transaction -> transaction.requests().matching(all, WAITING)).stream()
                .filter(request -> request.ask().map(Ask::channel).equals(Optional.of(channel)))
                .toList();
    }

    private static <T> List<String> texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toList();
    }

    private static String given(Grant grant) {
        return DigestWords.grant(
                grant.access(),
                grant.target(),
                grant.principal().text(),
                grant.id().toString());
    }

    private static String ending(Grant grant) {
        return given(grant) + " " + Ends.shown(grant.until().orElseThrow());
    }

    private static String waiting(Request request) {
        return DigestWords.request(request.id().toString(), request.change().target());
    }

    /**
     * What was wrong with each policy before the week's first change of it, and what is after the last; of the policies themselves
     * nothing is kept, since thousands may have changed.
     */
    private static final class Changed {
        private final PolicyLint lint;
        private final Map<PolicyHolder, Set<String>> before = new LinkedHashMap<>();
        private final Map<PolicyHolder, Set<String>> after = new LinkedHashMap<>();
        private final List<ForeignChange> some = new ArrayList<>();
        private int foreign;

        Changed(PolicyLint lint) {
            this.lint = lint;
        }

        void take(PolicyChange change) {
            before.computeIfAbsent(change.holder(), holder -> found(lint, change.before(), holder));
            after.put(change.holder(), found(lint, change.after(), change.holder()));
        }

        void takeForeign(List<ForeignChange> changes) {
            foreign += changes.size();
            changes.stream().limit(MOST_KEPT - some.size()).forEach(some::add);
        }

        List<String> arisen() {
            return lacking(after, before);
        }

        List<String> mended() {
            return lacking(before, after);
        }

        private static List<String> lacking(
                Map<PolicyHolder, Set<String>> some, Map<PolicyHolder, Set<String>> others) {
            return some.entrySet().stream()
                    .flatMap(one -> one.getValue().stream()
                            .filter(finding ->
                                    !others.getOrDefault(one.getKey(), Set.of()).contains(finding)))
                    .toList();
        }
    }

    private static Set<String> found(PolicyLint lint, PolicyDocument policy, PolicyHolder holder) {
        var found = new LinkedHashSet<String>();
        for (LintFinding finding : lint.of(policy, holder)) {
            found.add(DigestWords.finding(finding.kind().label(), holder, finding.sid()));
        }
        return found;
    }
}
