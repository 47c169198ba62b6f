package dev.ecrbot.denial;

import java.util.Optional;

/**
 * A text that was made, and what it says.
 *
 * @param truth the half that refused, whether or not the text still shows it
 * @param shown what the text shows of it
 * @param principal the caller as written, if the text shows it in full
 * @param ask the ask that fits what the text shows, if one does
 */
record Sample(
        String name,
        String text,
        Half truth,
        Half shown,
        Optional<String> action,
        Optional<String> repository,
        Optional<String> registry,
        Optional<String> region,
        Optional<String> principal,
        Optional<String> ask) {}
