/** Pure: documents, statements, principals, as AWS reads and stores them. */
@NullMarked
package dev.ecrbot.policy;

import org.jspecify.annotations.NullMarked;
