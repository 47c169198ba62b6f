@NullMarked
package dev.ecrbot.store.chain;

import org.jspecify.annotations.NullMarked;
