/** From the acknowledgement of a delivery to its answer. */
@NullMarked
package dev.ecrbot.slack.intake;

import org.jspecify.annotations.NullMarked;
