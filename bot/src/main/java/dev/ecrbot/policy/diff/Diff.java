package dev.ecrbot.policy.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.DiffLine.Sign;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The lines in which two documents differ, with three around them. Both are written in one normal form first, with one
 * line for each principal and action, so that only what was really changed shows up, and long lists stay readable.
 */
public final class Diff {
    private static final int CONTEXT = 3;

    private Diff() {}

    public static List<DiffLine> between(PolicyDocument base, PolicyDocument proposed) {
        if (base.sameAs(proposed)) {
            return List.of();
        }
        List<String> before = base.lines(base.statements());
        List<String> after = (base.sameRest(proposed) ? base : proposed).lines(StatementOrder.of(base, proposed));
        return near(all(before, DiffUtils.diff(before, after).getDeltas()));
    }

    /**
     * Returns the whole difference as lines of the unified format, that {@code patch} and reviewers know; none if both say
     * the same in the same statements.
     *
     * @param old what the document before is called
     * @param young what the one after is called
     */
    public static List<String> unified(String old, PolicyDocument before, String young, PolicyDocument after) {
        if (before.sameAs(after)) {
            return List.of();
        }
        List<String> lines = before.lines(before.statements());
        List<String> others = (before.sameRest(after) ? before : after).lines(StatementOrder.of(before, after));
        return UnifiedDiffUtils.generateUnifiedDiff(old, young, lines, DiffUtils.diff(lines, others), CONTEXT);
    }

    private static List<DiffLine> all(List<String> before, List<AbstractDelta<String>> deltas) {
        var lines = new ArrayList<DiffLine>();
        int next = 0;
        for (AbstractDelta<String> delta : deltas) {
            int position = delta.getSource().getPosition();
            add(lines, Sign.SAME, before.subList(next, position));
            add(lines, Sign.REMOVED, delta.getSource().getLines());
            add(lines, Sign.ADDED, delta.getTarget().getLines());
            next = position + delta.getSource().size();
        }
        add(lines, Sign.SAME, before.subList(next, before.size()));
        return lines;
    }

    private static void add(List<DiffLine> lines, Sign sign, List<String> texts) {
        texts.forEach(text -> lines.add(new DiffLine(sign, text)));
    }

    private static List<DiffLine> near(List<DiffLine> all) {
        var near = new BitSet();
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index).sign() != Sign.SAME) {
                near.set(Math.max(0, index - CONTEXT), Math.min(all.size(), index + CONTEXT + 1));
            }
        }
        var shown = new ArrayList<DiffLine>();
        for (int index = 0; index < all.size(); index++) {
            if (near.get(index)) {
                shown.add(all.get(index));
            } else if (index == 0 || near.get(index - 1)) {
                shown.add(new DiffLine(Sign.SAME, "…"));
            }
        }
        return List.copyOf(shown);
    }
}
