package dev.ecrbot.config.file;

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
                        : item.wrong("takes a channel's id (C… or G…), which its details in Slack show", text));
    }
}
