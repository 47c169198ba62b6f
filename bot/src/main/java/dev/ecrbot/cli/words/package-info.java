/** The words of the command line, by subject. Knows nothing but words. */
@NullMarked
package dev.ecrbot.cli.words;

import org.jspecify.annotations.NullMarked;
