/** Reads the file as a whole. */
@NullMarked
package dev.ecrbot.config.reader;

import org.jspecify.annotations.NullMarked;
