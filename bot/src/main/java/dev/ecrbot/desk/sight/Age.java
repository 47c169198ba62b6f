package dev.ecrbot.desk.sight;

import java.time.Instant;

/**
 * How old an answer from the index is.
 *
 * @param read since when what it tells of may have changed
 * @param fresh the question, as one would type it, that is answered by reading AWS
 */
public record Age(Instant read, String fresh) {}
