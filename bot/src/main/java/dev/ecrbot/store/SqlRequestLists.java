package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.ledger.RequestState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;

/** Lists of requests, cut and counted. */
record SqlRequestLists(Statements statements) {
    private static final RowMapper<Request> REQUEST = Row.as("request", RequestColumns::read);

    List<Request> matching(RequestFilter filter, int limit) {
        String order = filter.requester().isPresent() ? "seq DESC" : "seq";
        return statements.readable(
                "SELECT * FROM request WHERE " + where(filter) + " ORDER BY " + order + " FETCH FIRST :limit ROWS ONLY",
                values(filter),
                limit,
                REQUEST);
    }

    long count(RequestFilter filter) {
        return statements.count("SELECT COUNT(*) FROM request WHERE " + where(filter), values(filter));
    }

    private static String where(RequestFilter filter) {
        var conditions = new ArrayList<String>();
        conditions.add(
                filter.requester().isPresent()
                        ? "requester_team = :requester_team AND requester_user = :requester_user"
                        : "state = :state");
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
        return String.join(" AND ", conditions);
    }

    private static Values values(RequestFilter filter) {
        var values = new Values();
        filter.requester()
                .ifPresentOrElse(
                        person -> values.person("requester", person),
                        () -> values.text("state", RequestState.PENDING.name()));
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
