package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slack's table block; a message takes one. Its plain form is given with it. Immutable.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/table-block">Slack's reference</a>
 */
public final class Grid implements Newer {
    private static final int MOST_ROWS = 100;
    private static final int MOST_COLUMNS = 20;
    private static final int LONGEST_CELL = 200;

    private final String type = "table";
    private final List<List<Cell>> rows;
    private final transient List<LayoutBlock> instead;

    /** What stands in one row and column. */
    private record Cell(String type, String text) {
        static Cell of(String text) {
            String shown = SafeText.line(text, LONGEST_CELL);
            // Slack takes no empty text.
            return new Cell("raw_text", shown.isBlank() ? "-" : shown);
        }
    }

    /**
     * @param rows the first one holds the columns' names; each has as many cells
     * @param instead says the same without a table
     */
    public Grid(List<List<String>> rows, List<LayoutBlock> instead) {
        if (rows.isEmpty() || rows.size() > MOST_ROWS || rows.stream().anyMatch(row -> !fits(row, rows.get(0)))) {
            throw new IllegalArgumentException(
                    "a table has up to " + MOST_ROWS + " rows of up to " + MOST_COLUMNS + " cells");
        }
        this.rows =
                rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList();
        this.instead = List.copyOf(instead);
    }

    private static boolean fits(List<String> row, List<String> first) {
        return !row.isEmpty() && row.size() <= MOST_COLUMNS && row.size() == first.size();
    }

    @Override
    public List<LayoutBlock> plain() {
        return instead;
    }

    @Override
    public String getType() {
        return type;
    }

    /** Returns nothing: Slack gives it one. */
    @Override
    public @Nullable String getBlockId() {
        return null;
    }

    @Override
    public String toString() {
        return "Grid" + rows;
    }
}
