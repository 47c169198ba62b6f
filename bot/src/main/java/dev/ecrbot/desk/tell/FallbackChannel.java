package dev.ecrbot.desk.tell;

/**
 * Where a request's card stands because its rule's channel can't show it.
 *
 * @param channel the id of the channel that it stands in instead
 * @param why what Slack said of the rule's channel
 */
public record FallbackChannel(String channel, String why) {}
