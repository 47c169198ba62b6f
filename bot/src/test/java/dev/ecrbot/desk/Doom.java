package dev.ecrbot.desk;

import java.util.ArrayList;
import java.util.List;

/** The fate to die at a given step, counted from 1, and to do nothing ever after. Thread-safe. */
public final class Doom implements Fate {
    private final int last;
    private final List<String> steps = new ArrayList<>();

    public Doom(int last) {
        this.last = last;
    }

    @Override
    public synchronized void at(String step) {
        steps.add(step);
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
