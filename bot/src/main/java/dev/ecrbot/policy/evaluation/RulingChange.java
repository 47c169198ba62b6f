package dev.ecrbot.policy.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said about one action from a moment on until the next one.
 *
 * @param was what is said before the change
 * @param is what is said after it
 * @param direction how the one compares with the other
 * @param terms under which conditions it is allowed before and after
 */
record RulingChange(Instant from, Ruling was, Ruling is, Direction direction, Optional<ConditionChange> terms) {
    static RulingChange of(Instant from, Ruling was, Ruling is, Direction direction) {
        Optional<ConditionChange> terms = direction == Direction.SAME
                ? Optional.empty()
                : ConditionChange.of(was, is, direction != Direction.UNTOLD);
        return new RulingChange(from, was, is, direction, terms);
    }

    /** Returns the shifts that the changes come to, each as long as it lasts. */
    static List<Shift> shifts(String action, List<RulingChange> changes) {
        var shifts = new ArrayList<Shift>();
        for (boolean gain : new boolean[] {true, false}) {
            int start = 0;
            while (start < changes.size()) {
                int end = start + 1;
                if (changes.get(start).shifts(gain)) {
                    while (end < changes.size() && changes.get(end).continues(changes.get(start), gain)) {
                        end++;
                    }
                    shifts.add(shift(action, gain, changes, start, end));
                }
                start = end;
            }
        }
        return shifts;
    }

    private boolean shifts(boolean gain) {
        if (direction == Direction.UNTOLD) {
            return gain ? !was.includes(is) : !is.includes(was);
        }
        return gain ? direction.gains() : direction.loses();
    }

    private boolean continues(RulingChange earlier, boolean gain) {
        return shifts(gain) && is.keys().equals(earlier.is.keys()) && terms.equals(earlier.terms);
    }

    private boolean leadsTo(RulingChange next) {
        return !is.isNo() && is.keys().equals(next.is.keys());
    }

    private static Shift shift(String action, boolean gain, List<RulingChange> changes, int start, int end) {
        boolean longer =
                gain && changes.subList(0, start).stream().allMatch(earlier -> earlier.leadsTo(changes.get(start)));
        return new Shift(
                action,
                gain,
                changes.get(start).from,
                start == 0 || longer ? Optional.empty() : Optional.of(changes.get(start).from),
                end < changes.size() ? Optional.of(changes.get(end).from) : Optional.empty(),
                changes.get(start).is.keys(),
                changes.get(start).terms);
    }
}
