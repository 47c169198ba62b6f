/** Questions that change nothing, and what is found out for them. */
@NullMarked
package dev.ecrbot.desk.answer;

import org.jspecify.annotations.NullMarked;
