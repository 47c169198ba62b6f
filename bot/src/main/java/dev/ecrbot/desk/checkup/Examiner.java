package dev.ecrbot.desk.checkup;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.doctor.Part;
import java.util.List;

/** Knows what there is to look at about the bot's set-up. Thread-safe. */
@FunctionalInterface
public interface Examiner {

    /** Returns all of it, as this configuration has it; nothing is looked at yet. */
    List<Part> parts(BotConfig config);
}
