package dev.ecrbot.denial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures how long a pasted error takes to be read, without the look at policies: each text that was made from the facts, and each that a
 * tool prints, again and again.
 *
 * <p>Run it with {@code ./mvnw -Pbench -Dbench.main=dev.ecrbot.denial.ExplainLoad}.
 */
public final class ExplainLoad {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 20;

    private ExplainLoad() {}

    public static void main(String[] args) {
        List<String> texts = Stream.concat(
                        Corpus.all().stream().map(Sample::text),
                        ToolText.all().stream().map(ToolText::text))
                .toList();
        long[] took = new long[ROUNDS * texts.size()];
        long confident = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < texts.size(); i++) {
                long begun = System.nanoTime();
                confident += Denials.read(texts.get(i)).confident() ? 1 : 0;
                if (round >= 0) {
                    took[round * texts.size() + i] = System.nanoTime() - begun;
                }
            }
        }
        Arrays.sort(took);
        System.out.printf(
                "%,d texts, each %d times, %,d read surely: p50 %.2f ms, p99 %.2f ms, longest %.2f ms%n",
                texts.size(),
                ROUNDS,
                confident,
                took[took.length / 2] / 1e6,
                took[took.length * 99 / 100] / 1e6,
                took[took.length - 1] / 1e6);
    }
}
