package dev.ecrbot;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Mistake;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.Succession;
import dev.ecrbot.config.reader.ConfigCopy;
import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.desk.reload.ChangeOver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the configuration's files, and has the bot take up what they say. What can't be read, or can't change while the bot
 * runs, leaves the last good configuration in force as a whole, and is told. For one thread; {@link #trouble} is for any.
 *
 * <p>A change counts once two looks in a row have seen the same: whoever saves a file may be caught halfway.
 */
final class ConfigWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);
    private static final int SHOWN = 10;

    private final Path file;
    private final ChangeOver changeOver;
    private final Consumer<BotConfig> takenUp;
    private BotConfig running;
    private ConfigCopy inForce;
    private ConfigCopy seen;
    private ConfigCopy judged;
    private boolean recorded;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile String digest;

    /**
     * @param loaded what the bot was started with
     * @param takenUp is told of each configuration that the bot is to go by from then on
     */
    ConfigWatch(Path file, BotConfig running, ConfigCopy loaded, ChangeOver changeOver, Consumer<BotConfig> takenUp) {
        this.file = file;
        this.changeOver = changeOver;
        this.takenUp = takenUp;
        this.running = running;
        this.inForce = loaded;
        this.seen = loaded;
        this.judged = loaded;
        this.digest = loaded.digest();
    }

    /** Looks once whether the files say something else. */
    void look() {
        if (!recorded) {
            Optional<BotConfig> before = record(running, inForce, List.of());
            recorded = true;
            before.ifPresent(other -> changeOver.showAgain(other, running));
        }
        if (judged.isStill(file)) {
            seen = judged;
            return;
        }
        ConfigReader.Loaded now = ConfigReader.load(file);
        boolean settled = now.copy().equals(seen);
        seen = now.copy();
        if (settled) {
            judge(now);
            judged = now.copy();
        }
    }

    /** Returns what keeps the bot from going by what its files say; empty if nothing does. */
    Optional<String> trouble() {
        return trouble.or(() -> changeOver.overtaken(digest).map(HealthWords::otherReplica));
    }

    private void judge(ConfigReader.Loaded now) {
        if (now.copy().equals(inForce)) {
            LOG.info("The configuration's files hold again what is in force");
            trouble = Optional.empty();
        } else if (now.reading() instanceof Reading.Invalid<BotConfig> invalid) {
            refuse(
                    now.copy(),
                    HealthWords.hasMistakes(),
                    invalid.mistakes().stream().map(Mistake::toString).toList());
        } else {
            judge(((Reading.Valid<BotConfig>) now.reading()).value(), now.copy());
        }
    }

    private void judge(BotConfig next, ConfigCopy copy) {
        if (Succession.isForRestart(running, next)) {
            refuse(copy, HealthWords.hasOtherRegistries(), List.of(HealthWords.registriesAtStart()));
            return;
        }
        var succession = Succession.of(running, next);
        record(succession.config(), copy, succession.waiting());
        takenUp.accept(succession.config());
        changeOver.showAgain(running, succession.config());
        running = succession.config();
        inForce = copy;
        digest = copy.digest();
        LOG.info("The bot goes by what {} says from now on", file);
        trouble = succession.waiting().isEmpty()
                ? Optional.empty()
                : Optional.of(HealthWords.afterRestart(String.join(", ", succession.waiting())));
        trouble.ifPresent(why -> LOG.warn("{}: {}", file, why));
    }

    private void refuse(ConfigCopy copy, String why, List<String> mistakes) {
        mistakes.forEach(mistake -> LOG.error("{}: {}", file, mistake));
        trouble = Optional.of(HealthWords.notTakenUp(why, mistakes.get(0)));
        var lines = new ArrayList<String>();
        lines.add(HealthWords.fileNotTakenUp(why));
        mistakes.stream().limit(SHOWN).forEach(lines::add);
        if (mistakes.size() > SHOWN) {
            lines.add(HealthWords.moreMistakes(mistakes.size() - SHOWN));
        }
        changeOver.tellBroken(running.slack().fallbackChannel(), copy.digest(), lines);
    }

    private Optional<BotConfig> record(BotConfig config, ConfigCopy copy, List<String> waiting) {
        return changeOver.record(
                new ChangeOver.Taken(config, copy.digest(), copy.written()), waiting, ConfigWatch::before);
    }

    private static Optional<BotConfig> before(String body) {
        ConfigCopy copy;
        try {
            copy = ConfigCopy.parse(body);
        } catch (IllegalArgumentException e) {
            LOG.warn("What was recorded of the configuration before can't be read", e);
            return Optional.empty();
        }
        if (copy.texts().isEmpty()) {
            return Optional.empty();
        }
        Reading<BotConfig> reading = ConfigReader.read(copy);
        return reading instanceof Reading.Valid<BotConfig> valid ? Optional.of(valid.value()) : Optional.empty();
    }
}
