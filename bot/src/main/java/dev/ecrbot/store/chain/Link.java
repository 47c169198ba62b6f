package dev.ecrbot.store.chain;

import java.time.Instant;

/**
 * One link of the chain.
 *
 * @param position from 0, without gaps
 * @param event the number of the event that it covers, the last of them for link 0; 0 if there was none
 * @param events how many events it covers: any number for link 0, else one
 * @param at when it was made, to the microsecond
 * @param hash in hexadecimal digits
 */
public record Link(long position, long event, long events, Instant at, String hash) {}
