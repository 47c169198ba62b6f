/** The command line, and the wiring that starts and stops everything in order. */
@NullMarked
package dev.ecrbot;

import org.jspecify.annotations.NullMarked;
