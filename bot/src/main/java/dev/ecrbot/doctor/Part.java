package dev.ecrbot.doctor;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of the set-up that is looked at by itself, since it may hang or break by itself.
 *
 * @param name what it is, for people
 * @param look finds out how it is; bounded by the time-outs of what it asks
 */
public record Part(String name, Supplier<List<Examined>> look) {
    private static final Logger LOG = LoggerFactory.getLogger(Part.class);

    /** Returns what is found by looking; what breaks at it is told as that, and keeps nobody from looking at the rest. */
    public List<Examined> found() {
        try {
            return look.get();
        } catch (RuntimeException e) {
            LOG.error("{} couldn't be looked at", name, e);
            return List.of(Examined.unchecked(
                    "doctor", name, SetUpWords.lookFailed(e.getClass().getSimpleName()), SetUpWords.tellMaintainer()));
        }
    }
}
