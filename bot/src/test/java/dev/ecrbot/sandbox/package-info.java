/** The page in the browser: a small Slack to type and click in, and beside it the policies that change by it. */
package dev.ecrbot.sandbox;
