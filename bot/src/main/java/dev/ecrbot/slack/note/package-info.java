/** What one person is told of a request or of a grant. */
@NullMarked
package dev.ecrbot.slack.note;

import org.jspecify.annotations.NullMarked;
