/** Requests, grants and their life: asking, deciding, applying, ending; and the ports that this needs. */
@NullMarked
package dev.ecrbot.desk;

import org.jspecify.annotations.NullMarked;
