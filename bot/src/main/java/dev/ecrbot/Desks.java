package dev.ecrbot;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.BackgroundThreads;
import dev.ecrbot.desk.DeskAssembly;
import dev.ecrbot.desk.DeskOnDuty;
import dev.ecrbot.desk.reload.ChangeOver;
import dev.ecrbot.desk.reload.Crier;
import dev.ecrbot.slack.SlackRoom;
import java.time.Clock;
import java.util.Optional;

/** Puts up the first desk, and another one in its place when the configuration changes. */
record Desks(DeskAssembly.Ports ports, DeskAssembly.Engine engine, SlackRoom slack, Ears ears, Clock clock) {

    DeskOnDuty first(BotConfig config) {
        return new DeskOnDuty(DeskAssembly.of(ports, engine, config, clock));
    }

    /** Has the file watched, if there is one, and what becomes of it told; from the start of these threads on. */
    Optional<ConfigWatch> watching(
            Optional<ConfigFile> file, BotConfig config, DeskOnDuty duty, BackgroundThreads threads) {
        var changeOver = new ChangeOver(ports.ledger(), clock);
        Optional<ConfigWatch> watch = file.map(
                from -> new ConfigWatch(from.path(), config, from.copy(), changeOver, next -> relieve(duty, next)));
        watch.ifPresent(watching -> threads.beside("config-watch", "reload", watching::look));
        threads.beside("crier", "announce", new Crier(ports.ledger(), ears.herald(slack.herald()), clock)::tellDue);
        return watch;
    }

    private void relieve(DeskOnDuty duty, BotConfig next) {
        duty.relieve(DeskAssembly.of(ports, engine, next, clock));
        slack.rename(next);
    }
}
