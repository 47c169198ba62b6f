package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;

/** Lists of requests, cut and counted. */
record SqlRequestLists(Statements statements) {
    private static final RowMapper<Request> REQUEST = Row.as("request", RequestColumns::read);

    List<Request> matching(RequestFilter filter, int before, int limit) {
        String order = filter.decided() ? "seq DESC" : "seq";
        return statements.readable(
                "SELECT * FROM request WHERE " + where(filter) + " ORDER BY " + order
                        + " OFFSET :before ROWS FETCH FIRST :limit ROWS ONLY",
                values(filter).number("before", before),
                limit,
                REQUEST);
    }

    long count(RequestFilter filter) {
        return statements.count("SELECT COUNT(*) FROM request WHERE " + where(filter), values(filter));
    }

    private static String where(RequestFilter filter) {
        var conditions = new ArrayList<String>();
        if (filter.requester().isPresent()) {
            conditions.add("requester_team = :requester_team AND requester_user = :requester_user");
        }
        if (!filter.decided()) {
            conditions.add("state = :state");
        }
        if (filter.target().isPresent()) {
            conditions.add("account = :account AND region = :region AND repository = :repository");
        }
        var words = new ArrayList<String>();
        for (int i = 0; i < filter.words().size(); i++) {
            words.add("LOWER(id || ' ' || registry || ' ' || repository || ' ' || principal || ' '"
                    + " || COALESCE(requester_user, '')) LIKE :word" + i + " ESCAPE '!'");
        }
        if (!words.isEmpty()) {
            conditions.add("(" + String.join(" OR ", words) + ")");
        }
        return conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
    }

    private static Values values(RequestFilter filter) {
        var values = new Values();
        filter.requester().ifPresent(person -> values.person("requester", person));
        if (!filter.decided()) {
            values.text("state", RequestState.PENDING.name());
        }
        filter.target().ifPresent(values::target);
        int number = 0;
        for (String word : filter.words()) {
            String literal = word.toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            values.text("word" + number++, "%" + literal + "%");
        }
        return values;
    }
}
