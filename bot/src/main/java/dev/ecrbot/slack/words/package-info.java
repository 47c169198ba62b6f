/** The words of forms, of modals, and of what is said while an answer takes a while. Knows nothing but words. */
@NullMarked
package dev.ecrbot.slack.words;

import org.jspecify.annotations.NullMarked;
