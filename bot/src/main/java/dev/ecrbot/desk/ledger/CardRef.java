package dev.ecrbot.desk.ledger;

/**
 * Where a request's card stands.
 *
 * @param ts Slack's id of the message within its channel
 * @param shown the request's version it shows
 */
public record CardRef(String channel, String ts, int shown) {}
