/** What is wrong in the configuration, in words that go on after the place where it is: all of them stand here, each in the class of its subject. */
@NullMarked
package dev.ecrbot.config.mistake;

import org.jspecify.annotations.NullMarked;
