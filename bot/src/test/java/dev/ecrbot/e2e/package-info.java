/** The whole bot through its front door, between a local Slack and a local AWS. */
@NullMarked
package dev.ecrbot.e2e;

import org.jspecify.annotations.NullMarked;
