/** The file, parsed once to checked records. */
@NullMarked
package dev.ecrbot.config;

import org.jspecify.annotations.NullMarked;
