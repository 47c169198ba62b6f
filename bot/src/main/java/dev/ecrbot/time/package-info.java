/** Pure: how long pauses last, how long things took, and durations as people write them. JDK only. */
@NullMarked
package dev.ecrbot.time;

import org.jspecify.annotations.NullMarked;
