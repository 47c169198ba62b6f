/** Looks at a set-up before anybody relies on it: what is right, what is wrong and how to mend it, and what can't be seen. */
@NullMarked
package dev.ecrbot.doctor;

import org.jspecify.annotations.NullMarked;
