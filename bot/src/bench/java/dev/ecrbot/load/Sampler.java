package dev.ecrbot.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at a packaged bot from outside: at its process, its files, its metrics, and what its JVM says of garbage collections. */
final class Sampler {
    private static final Pattern COLLECTED = Pattern.compile("->(\\d+)([KM])\\(");

    private final HttpClient client = HttpClient.newHttpClient();
    private final PackagedBot bot;
    private final Path store;
    private final Path collections;
    private final long began = System.nanoTime();

    /** @param collections where the JVM writes of its garbage collections */
    Sampler(PackagedBot bot, Path store, Path collections) {
        this.bot = bot;
        this.store = store;
        this.collections = collections;
    }

    Sample look() throws IOException, InterruptedException {
        List<String> metrics = metrics();
        return new Sample(
                (System.nanoTime() - began) / 3.6e12,
                status("VmRSS") / 1024,
                heap(),
                status("Threads"),
                entries(process("fd")),
                size() / 1048576,
                sum(metrics, "ecrbot_outbox_waiting"),
                sum(metrics, "ecrbot_queue_waiting"));
    }

    private double status(String key) throws IOException {
        return Files.readAllLines(process("status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    private Path process(String file) {
        return Path.of("/proc", String.valueOf(bot.pid()), file);
    }

    private static double entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    private double heap() throws IOException {
        Matcher last = COLLECTED.matcher(Files.readString(collections));
        double megabytes = 0;
        while (last.find()) {
            megabytes = Double.parseDouble(last.group(1)) / (last.group(2).equals("K") ? 1024 : 1);
        }
        return megabytes;
    }

    private double size() throws IOException {
        try (Stream<Path> files = Files.list(store.getParent())) {
            return files.mapToDouble(file -> file.toFile().length()).sum();
        }
    }

    private List<String> metrics() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.ops() + "/metrics"))
                .build();
        return client.send(request, BodyHandlers.ofLines()).body().toList();
    }

    private static double sum(List<String> metrics, String name) {
        return metrics.stream()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
