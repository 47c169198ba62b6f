/** A small Slack in one process: the Web API, the way it delivers to apps, and the people who type and click. */
package dev.ecrbot.sandbox.slack;
