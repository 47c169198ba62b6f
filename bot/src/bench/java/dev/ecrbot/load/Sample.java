package dev.ecrbot.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a bot took and had before it at one moment.
 *
 * @param hours since the load began
 * @param resident memory, in MB
 * @param heap after the last garbage collection, in MB; with the garbage of the old generation, which few collections look at
 * @param threads that it has
 * @param files that it has open, sockets among them
 * @param store what the files of its store take, in MB
 * @param outbox messages that Slack is still to be told
 * @param queued deliveries and changes that wait for a thread
 */
record Sample(
        double hours,
        double resident,
        double heap,
        double threads,
        double files,
        double store,
        double outbox,
        double queued) {

    private record Column(String name, ToDoubleFunction<Sample> of) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("resident MB", Sample::resident),
            new Column("heap MB", Sample::heap),
            new Column("threads", Sample::threads),
            new Column("files", Sample::files),
            new Column("store MB", Sample::store),
            new Column("outbox", Sample::outbox),
            new Column("queued", Sample::queued));

    String line() {
        var line = new StringBuilder(String.format(Locale.ROOT, "%3.0f min", hours * 60));
        for (Column column : COLUMNS) {
            line.append(String.format(
                    Locale.ROOT, ", %s %.1f", column.name(), column.of().applyAsDouble(this)));
        }
        return line.toString();
    }

    /** Returns a line for each column: least, most, and by how much it rises in an hour, as the straight line through all of them does. */
    static String slopes(List<Sample> samples) {
        var lines = new StringBuilder();
        for (Column column : COLUMNS) {
            var summary = samples.stream().mapToDouble(column.of()).summaryStatistics();
            lines.append(String.format(
                    Locale.ROOT,
                    "%s: %.1f to %.1f, %+.2f an hour%n",
                    column.name(),
                    summary.getMin(),
                    summary.getMax(),
                    slope(samples, column.of())));
        }
        return lines.toString();
    }

    private static double slope(List<Sample> samples, ToDoubleFunction<Sample> of) {
        double hours = samples.stream().mapToDouble(Sample::hours).average().orElse(0);
        double level = samples.stream().mapToDouble(of).average().orElse(0);
        double spread = samples.stream()
                .mapToDouble(sample -> Math.pow(sample.hours() - hours, 2))
                .sum();
        double rise = samples.stream()
                .mapToDouble(sample -> (sample.hours() - hours) * (of.applyAsDouble(sample) - level))
                .sum();
        return spread == 0 ? 0 : rise / spread;
    }
}
