/** Health and metrics; is handed probes, knows nobody. */
@NullMarked
package dev.ecrbot.ops;

import org.jspecify.annotations.NullMarked;
