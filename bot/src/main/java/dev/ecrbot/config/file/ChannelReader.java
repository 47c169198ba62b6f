package dev.ecrbot.config.file;

import dev.ecrbot.config.mistake.ValueMistakes;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads ids of channels. */
public final class ChannelReader {
    private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]{1,30}");

    private ChannelReader() {}

    public static Optional<String> read(Item item) {
        return item.text()
                .flatMap(text -> CHANNEL.matcher(text).matches()
                        ? Optional.of(text)
                        : item.wrong(ValueMistakes.noChannel(), text));
    }
}
