/** What Slack accepts as blocks, and the words it refuses the rest with. */
package dev.ecrbot.sandbox.slack.blocks;
