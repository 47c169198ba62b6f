/** Makes the audit trail tamper-evident: a chain of hashes over its events, heads of it outside of the database, and the proof. */
@NullMarked
package dev.ecrbot.store.chain;

import org.jspecify.annotations.NullMarked;
