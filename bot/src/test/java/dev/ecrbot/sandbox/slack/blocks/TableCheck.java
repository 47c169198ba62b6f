package dev.ecrbot.sandbox.slack.blocks;

import java.util.Set;

/** Tables: rows of cells that are plain text. */
final class TableCheck {

    private TableCheck() {}

    static void check(Spot table) {
        table.fields(Set.of("type", "rows"), Set.of("block_id", "column_settings"));
        int columns = -1;
        Spot rows = table.at("rows");
        int count = rows.node().size();
        if (count < 1 || count > 100) {
            rows.fail("must have 1 to 100 rows");
        }
        for (int i = 0; i < count; i++) {
            Spot row = rows.at(i);
            int cells = row.node().size();
            if (cells < 1 || cells > 20 || (columns >= 0 && cells != columns)) {
                row.fail("must have 1 to 20 cells, as many in each row");
            }
            columns = cells;
            for (int j = 0; j < cells; j++) {
                Spot cell = row.at(j);
                cell.fields(Set.of("type", "text"), Set.of());
                if (!cell.type().equals("raw_text")) {
                    cell.fail("unsupported type: " + cell.type());
                }
                cell.text("text", 1, 3000);
            }
        }
    }
}
