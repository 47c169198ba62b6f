package dev.ecrbot.aws;

import java.time.Duration;

/** How long one attempt at a call may take, and how long the call may in all, attempts and pauses together. */
record CallTimeout(Duration attempt, Duration whole) {}
