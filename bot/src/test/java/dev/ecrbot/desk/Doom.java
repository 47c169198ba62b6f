package dev.ecrbot.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fate to die at a given step, counted from 1, and to do nothing ever after; at other steps something may happen in the
 * world. Thread-safe.
 */
public final class Doom implements Fate {
    private final int last;
    private final int forgotten;
    private final Map<Integer, Runnable> meanwhile;
    private final List<String> steps = new ArrayList<>();

    public Doom(int last) {
        this(last, Integer.MAX_VALUE, Map.of());
    }

    /**
     * @param forgotten from which step on the database keeps nothing that it says is committed
     * @param meanwhile what happens as steps are begun, by their numbers
     */
    Doom(int last, int forgotten, Map<Integer, Runnable> meanwhile) {
        this.last = last;
        this.forgotten = forgotten;
        this.meanwhile = meanwhile;
    }

    @Override
    public synchronized boolean forgets() {
        return steps.size() >= forgotten;
    }

    @Override
    public synchronized void at(String step) {
        steps.add(step);
        meanwhile.getOrDefault(steps.size(), () -> {}).run();
        if (struck()) {
            throw new CrashError(step);
        }
    }

    public synchronized boolean struck() {
        return steps.size() >= last;
    }

    /** Returns the steps that were begun, in order. */
    synchronized List<String> steps() {
        return List.copyOf(steps);
    }

    /** Returns the last step that was begun. */
    public synchronized String step() {
        return steps.isEmpty() ? "none" : steps.get(steps.size() - 1);
    }
}
