/** What is recorded of requests and grants, and the port to where it is kept. Records are immutable; only the desk moves them on. */
@NullMarked
package dev.ecrbot.desk.ledger;

import org.jspecify.annotations.NullMarked;
