package dev.ecrbot.ops;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One thing that the health page tells of.
 *
 * @param name as the health page shows it
 * @param trouble what is wrong with it now, in words for whoever runs the bot; empty if nothing is. Throwing means that something
 *     is, and so does taking too long. It isn't called again before it has returned
 * @param vital whether the bot is of no use while something is wrong with it; else that is only told
 */
public record Probe(String name, Supplier<Optional<String>> trouble, boolean vital) {

    /** Something without which the bot is of no use. */
    public Probe(String name, BooleanSupplier check) {
        this(name, () -> check.getAsBoolean() ? Optional.empty() : Optional.of(ProbeWords.unusable(name)), true);
    }

    /** Something that whoever runs the bot should know of. */
    public static Probe remark(String name, Supplier<Optional<String>> trouble) {
        return new Probe(name, trouble, false);
    }
}
