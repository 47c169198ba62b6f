/** What decides about repositories, as it was read just now or as the index has it, and what it lets somebody do. */
@NullMarked
package dev.ecrbot.desk.sight;

import org.jspecify.annotations.NullMarked;
