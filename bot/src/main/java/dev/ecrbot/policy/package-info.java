/** Pure: documents, statements, principals; edits, diffs, lint, evaluation. */
@NullMarked
package dev.ecrbot.policy;

import org.jspecify.annotations.NullMarked;
