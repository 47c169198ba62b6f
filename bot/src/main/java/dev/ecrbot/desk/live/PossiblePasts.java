package dev.ecrbot.desk.live;

import dev.ecrbot.desk.live.OwnWrites.Others;
import dev.ecrbot.desk.live.OwnWrites.Readings;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.DeletedPrincipals;
import dev.ecrbot.policy.diff.ForeignChange.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * All that may have happened to a policy between two readings, by what the bot is known to have written around that time. Each of
 * them begins with some of its writes made already, and ends with some still to come. Of use once; not thread-safe.
 */
final class PossiblePasts {
    // More of them are worth nobody's time; and nothing could be told from so many.
    private static final int MOST_UNSURE = 6;
    private static final int MOST_ENDS = 400;

    private final Readings readings;
    private final List<Link> links;
    private final List<PolicyDocument> late;
    private final List<Past> pasts = new ArrayList<>();

    /**
     * A write of the bot's own.
     *
     * @param sure whether it had effect for certain, while the policy's lock was held
     * @param mayBeBefore whether it may have been under way at the first reading, or over
     * @param mayBeAfter whether it may have been under way at the second reading, or still to come
     * @param mayWipe whether the first reading may have come after the one that it was planned on
     */
    record Link(
            PolicyDocument base,
            PolicyDocument proposed,
            boolean sure,
            boolean mayBeBefore,
            boolean mayBeAfter,
            boolean mayWipe) {}

    /** What others did if the bot's writes from one to another, exclusively, were made between the readings. */
    private record Past(int first, int last, List<Step> steps) {
        boolean has(Step step) {
            return steps.stream().anyMatch(step::isSame);
        }
    }

    /**
     * @param links in order
     * @param late what writes would leave that may have arrived after their sender gave them up
     */
    PossiblePasts(Readings readings, List<Link> links, List<PolicyDocument> late) {
        this.readings = readings;
        this.links = links;
        this.late = late;
    }

    /** Returns whether they can be gone through. */
    boolean isFew() {
        long unsure = links.stream().filter(link -> !link.sure()).count();
        long ends = (1 + links.stream().filter(Link::mayBeBefore).count())
                * (1 + links.stream().filter(Link::mayBeAfter).count());
        return unsure <= MOST_UNSURE && ends <= MOST_ENDS;
    }

    /** Returns what others did in all of them; empty if there is one in which they did nothing. */
    Optional<Others> others() {
        for (int first = 0; first <= last(Link::mayBeBefore) + 1; first++) {
            for (int last = Math.max(first, firstToCome()); last <= links.size(); last++) {
                walk(new Walk(first, last, first, readings.before(), List.of()));
            }
        }
        return pasts.stream().anyMatch(past -> past.steps().isEmpty()) ? Optional.empty() : Optional.of(common());
    }

    private int last(Predicate<Link> which) {
        return IntStream.range(0, links.size())
                .filter(i -> which.test(links.get(i)))
                .max()
                .orElse(-1);
    }

    /** The bot writes one after the other: none was still to come that has one behind it which was made for certain. */
    private int firstToCome() {
        return last(link -> !link.mayBeAfter()) + 1;
    }

    /** How far a past is: which write is next, what the policy is, and what others did so far. */
    private record Walk(int first, int last, int next, PolicyDocument policy, List<Step> steps) {
        Walk to(PolicyDocument then, List<Step> done) {
            return new Walk(first, last, next + 1, then, done);
        }
    }

    private void walk(Walk walk) {
        if (walk.next() == walk.last()) {
            pasts.add(new Past(walk.first(), walk.last(), stepped(walk, readings.after())));
            return;
        }
        Link link = links.get(walk.next());
        if (!link.sure()) {
            walk(walk.to(walk.policy(), walk.steps()));
        }
        walk(walk.to(link.proposed(), stepped(walk, link.base())));
        boolean wiped = link.mayWipe() && walk.steps().isEmpty() && !link.base().sameAs(walk.policy());
        if (wiped) {
            // The first reading may have seen what others wrote after the one that this write was planned on.
            walk(walk.to(link.proposed(), walk.steps()));
        }
    }

    private List<Step> stepped(Walk walk, PolicyDocument to) {
        if (walk.policy().sameAs(to)
                || late.stream().anyMatch(to::sameAs)
                || DeletedPrincipals.explain(walk.policy(), to)) {
            return walk.steps();
        }
        var steps = new ArrayList<>(walk.steps());
        steps.add(new Step(walk.policy(), to));
        return steps;
    }

    /** Nobody else writes what the bot has written to the letter: where a reading shows that, that is how it came about. */
    private Others common() {
        List<Past> likely = naturally(pasts, past -> isLeft(past.first(), readings.before()) || isBase(past.first()));
        List<Past> all = naturally(likely, past -> isLeft(past.last(), readings.after()));
        List<Step> steps = all.get(0).steps().stream()
                .filter(step -> all.stream().allMatch(past -> past.has(step)))
                .toList();
        return new Others(steps, all.stream().allMatch(past -> past.steps().size() == steps.size()));
    }

    private static List<Past> naturally(List<Past> some, Predicate<Past> which) {
        List<Past> those = some.stream().filter(which).toList();
        return those.isEmpty() ? some : those;
    }

    /** Whether so many of the writes leave this. */
    private boolean isLeft(int made, PolicyDocument policy) {
        return made > 0 && links.get(made - 1).proposed().sameAs(policy);
    }

    /** Whether the write after so many was planned on what the first reading shows. */
    private boolean isBase(int made) {
        return made < links.size() && links.get(made).base().sameAs(readings.before());
    }
}
