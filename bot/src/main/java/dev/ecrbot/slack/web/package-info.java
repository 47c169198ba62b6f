/** Calls to Slack's Web API: the courier, the directory, and answers. */
@NullMarked
package dev.ecrbot.slack.web;

import org.jspecify.annotations.NullMarked;
