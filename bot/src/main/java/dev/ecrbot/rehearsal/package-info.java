/** What a configuration decides of asks that nobody made. */
@NullMarked
package dev.ecrbot.rehearsal;

import org.jspecify.annotations.NullMarked;
