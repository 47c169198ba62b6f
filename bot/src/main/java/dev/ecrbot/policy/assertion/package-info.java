/** What people expect of policies, and whether it is so. */
@NullMarked
package dev.ecrbot.policy.assertion;

import org.jspecify.annotations.NullMarked;
