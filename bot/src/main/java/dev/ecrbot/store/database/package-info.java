/** Opening a database, its connections, and what its failures mean. */
@NullMarked
package dev.ecrbot.store.database;

import org.jspecify.annotations.NullMarked;
