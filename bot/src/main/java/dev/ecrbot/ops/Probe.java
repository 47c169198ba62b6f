package dev.ecrbot.ops;

import java.util.function.BooleanSupplier;

/**
 * One thing that has to work before the bot is of use.
 *
 * @param name as the health page shows it
 * @param check whether it works now; throwing means no, and so does taking too long. It isn't called again before it has returned
 */
public record Probe(String name, BooleanSupplier check) {}
