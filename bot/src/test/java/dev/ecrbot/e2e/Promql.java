package dev.ecrbot.e2e;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As much of Prometheus's language as the alerts use, over two readings: what they increased by is the difference of both. How
 * long something has to be so ({@code for}) is left to Prometheus. Anything else it doesn't know is a failure.
 */
record Promql(Scrape before, Scrape now) {
    private static final Pattern COMPARISON = Pattern.compile("(.+) (>|<|==) ([0-9.]+)");
    private static final Pattern AGGREGATION =
            Pattern.compile("(sum|max)(?: by \\((\\w+)\\))? \\((.+)\\)|(sum|max)\\((.+)\\)");
    private static final Pattern ABSENT = Pattern.compile("absent\\((.+)\\)");
    private static final Pattern INCREASE = Pattern.compile("increase\\((.+)\\[\\d+[mh]]\\)");
    private static final Pattern SELECTOR = Pattern.compile("(\\w+)(?:\\{(\\w+)(=~|=)\"([^\"]*)\"})?");

    /** Values by their labels. */
    private record Vector(Map<Map<String, String>, Double> values) {}

    /** Returns whether something is so for any labels. */
    boolean fires(String expression) {
        return Stream.of(expression.split(" or ")).anyMatch(this::firesAlone);
    }

    private boolean firesAlone(String expression) {
        Matcher absent = ABSENT.matcher(expression);
        if (absent.matches()) {
            return selected(absent.group(1), now).values().isEmpty();
        }
        Matcher comparison = COMPARISON.matcher(expression);
        if (!comparison.matches()) {
            throw new IllegalArgumentException("no comparison: " + expression);
        }
        double limit = Double.parseDouble(comparison.group(3));
        Predicate<Double> met = switch (comparison.group(2)) {
            case ">" -> value -> value > limit;
            case "<" -> value -> value < limit;
            default -> value -> value == limit;
        };
        return value(comparison.group(1)).values().values().stream().anyMatch(met);
    }

    private Vector value(String expression) {
        List<String> parts = List.of(expression.split(" / "));
        Vector first = aggregated(parts.get(0));
        return parts.size() == 1 ? first : quotient(first, aggregated(parts.get(1)));
    }

    private static Vector quotient(Vector above, Vector below) {
        var values = new HashMap<Map<String, String>, Double>();
        above.values()
                .forEach((labels, value) ->
                        values.put(labels, value / below.values().get(labels)));
        return new Vector(values);
    }

    private Vector aggregated(String expression) {
        Matcher aggregation = AGGREGATION.matcher(expression);
        if (!aggregation.matches()) {
            return plain(expression);
        }
        boolean plain = aggregation.group(1) == null;
        String by = plain || aggregation.group(2) == null ? "" : aggregation.group(2);
        DoubleBinaryOperator both = aggregation.group(plain ? 4 : 1).equals("sum") ? Double::sum : Math::max;
        var values = new HashMap<Map<String, String>, Double>();
        plain(aggregation.group(plain ? 5 : 3)).values().forEach((labels, value) -> {
            Map<String, String> kept = by.isEmpty() ? Map.of() : Map.of(by, labels.get(by));
            values.merge(kept, value, both::applyAsDouble);
        });
        return new Vector(values);
    }

    private Vector plain(String expression) {
        Matcher increase = INCREASE.matcher(expression);
        if (!increase.matches()) {
            return selected(expression, now);
        }
        Vector earlier = selected(increase.group(1), before);
        Vector later = selected(increase.group(1), now);
        var values = new HashMap<Map<String, String>, Double>();
        later.values().forEach((labels, value) -> {
            // What wasn't there before hasn't increased, as Prometheus sees it.
            if (earlier.values().containsKey(labels)) {
                values.put(labels, value - earlier.values().get(labels));
            }
        });
        return new Vector(values);
    }

    private static Vector selected(String expression, Scrape scrape) {
        Matcher selector = SELECTOR.matcher(expression);
        if (!selector.matches()) {
            throw new IllegalArgumentException("not understood: " + expression);
        }
        String label = selector.group(2);
        Predicate<Map<String, String>> fits = labels -> label == null
                || (selector.group(3).equals("=")
                        ? selector.group(4).equals(labels.get(label))
                        : labels.getOrDefault(label, "").matches(selector.group(4)));
        return new Vector(scrape.samples().stream()
                .filter(sample -> sample.name().equals(selector.group(1)) && fits.test(sample.labels()))
                .collect(Collectors.toMap(Scrape.Sample::labels, Scrape.Sample::value)));
    }

    /** One reading of the metrics. */
    record Scrape(List<Sample> samples) {
        private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
        private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

        record Sample(String name, Map<String, String> labels, double value) {}

        static Scrape of(String text) {
            return new Scrape(text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Scrape::sample)
                    .toList());
        }

        private static Sample sample(String line) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("not a sample: " + line);
            }
            var labels = new TreeMap<String, String>();
            LABEL.matcher(parts.group(2) == null ? "" : parts.group(2))
                    .results()
                    .forEach(label -> labels.put(label.group(1), label.group(2)));
            return new Sample(
                    parts.group(1),
                    Map.copyOf(labels),
                    Double.parseDouble(parts.group(3).replace("+Inf", "Infinity")));
        }

        /** Returns the same with more of each sample whose line begins like this; there has to be one. */
        Scrape plus(double more, String name, Map<String, String> labels) {
            Predicate<Sample> meant = sample -> sample.name().equals(name)
                    && labels.entrySet().stream()
                            .allMatch(label ->
                                    label.getValue().equals(sample.labels().get(label.getKey())));
            if (samples.stream().noneMatch(meant)) {
                throw new IllegalArgumentException("no such sample: " + name + labels);
            }
            return new Scrape(samples.stream()
                    .map(sample -> meant.test(sample)
                            ? new Sample(sample.name(), sample.labels(), sample.value() + more)
                            : sample)
                    .toList());
        }

        Scrape without(String name) {
            return new Scrape(samples.stream()
                    .filter(sample -> !sample.name().equals(name))
                    .toList());
        }

        Scrape and(Sample sample) {
            return new Scrape(Stream.concat(samples.stream(), Stream.of(sample)).toList());
        }
    }
}
