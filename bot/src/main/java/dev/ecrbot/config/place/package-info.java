/** Reads where repositories are and who may get at them: registries, accounts, organizations. */
@NullMarked
package dev.ecrbot.config.place;

import org.jspecify.annotations.NullMarked;
