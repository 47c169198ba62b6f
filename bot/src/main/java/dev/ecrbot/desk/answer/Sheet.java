package dev.ecrbot.desk.answer;

import dev.ecrbot.index.Coverage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole list, to be handed over as a file.
 *
 * @param question as one would type it to see the list in pages
 * @param rows all with the same names in the same order
 * @param total how many there are; more than the rows where those are too many for a file
 * @param hidden how many policies are left out, since the asker isn't told of them
 */
public record Sheet(String question, List<Map<String, String>> rows, long total, long hidden, Coverage coverage)
        implements Finding {
    /** As many rows as a file has. */
    static final int MOST = 20_000;

    public Sheet {
        rows = rows.stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
    }

    static Sheet of(String question, List<Map<String, String>> all, long hidden, Coverage coverage) {
        return new Sheet(question, all.subList(0, Math.min(MOST, all.size())), all.size(), hidden, coverage);
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.sheet(this);
    }
}
