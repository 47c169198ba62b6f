package dev.ecrbot.doctor;

import java.util.List;
import java.util.function.Supplier;

/**
 * A part of the set-up that is looked at by itself, since it may hang or break by itself.
 *
 * @param name what it is, for people
 * @param look finds out how it is; bounded by the time-outs of what it asks
 */
public record Part(String name, Supplier<List<Examined>> look) {}
