/** SQL behind the desk's port {@code Ledger}; everything JDBC stays in here. */
@NullMarked
package dev.ecrbot.store;

import org.jspecify.annotations.NullMarked;
