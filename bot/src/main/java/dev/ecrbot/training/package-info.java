/** Has the bot do its work with nobody there, while its image is built, so that Java learns what it is made of. */
@NullMarked
package dev.ecrbot.training;

import org.jspecify.annotations.NullMarked;
