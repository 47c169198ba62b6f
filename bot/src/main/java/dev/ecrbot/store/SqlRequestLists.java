package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.RowMapper;

/** Lists of requests, cut and counted. */
record SqlRequestLists(Statements statements) {
    private static final RowMapper<Request> REQUEST = Row.as("request", RequestColumns::read);

    List<Request> matching(RequestFilter filter, int before, int limit) {
        return statements.readable(
                "SELECT * FROM " + among(filter) + " ORDER BY " + order(filter)
                        + " OFFSET :before ROWS FETCH FIRST :limit ROWS ONLY",
                values(filter).number("before", before),
                limit,
                REQUEST);
    }

    long count(RequestFilter filter) {
        return statements.count("SELECT COUNT(*) FROM " + among(filter), values(filter));
    }

    long count(RequestFilter filter, int most) {
        return statements.count(
                "SELECT COUNT(*) FROM (SELECT 1 FROM " + among(filter) + " FETCH FIRST :most ROWS ONLY) AS counted",
                values(filter).number("most", most));
    }

    private static String among(RequestFilter filter) {
        String all = "request WHERE " + where(filter);
        if (filter.words().isEmpty()) {
            return all;
        }
        String searched = filter.decided()
                ? "(SELECT * FROM " + all + " ORDER BY " + order(filter) + " FETCH FIRST " + RequestFilter.SEARCHED
                        + " ROWS ONLY) AS request WHERE "
                : all + " AND ";
        return searched + words(filter);
    }

    // All columns of the index by which they are found, or H2 sorts before it cuts off.
    private static String order(RequestFilter filter) {
        if (!filter.decided()) {
            return "state, seq";
        }
        if (filter.requester().isPresent()) {
            return "requester_team DESC, requester_user DESC, seq DESC";
        }
        return filter.target().isPresent() ? "seq DESC" : "created_at DESC, seq DESC";
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
        return conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
    }

    private static String words(RequestFilter filter) {
        return IntStream.range(0, filter.words().size())
                .mapToObj(i -> "LOWER(id || ' ' || registry || ' ' || repository || ' ' || principal || ' '"
                        + " || COALESCE(requester_user, '')) LIKE :word" + i + " ESCAPE '!'")
                .collect(Collectors.joining(" OR ", "(", ")"));
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
                    .replace("_", "!_")
                    .replace("*", "%");
            values.text("word" + number++, "%" + literal + "%");
        }
        return values;
    }
}
