/** The words of a typed line, and the ends, reasons and pages among them. */
@NullMarked
package dev.ecrbot.command.word;

import org.jspecify.annotations.NullMarked;
