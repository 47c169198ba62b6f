package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Grants;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.RowMapper;

/** Lists of requests, and of grants that end soon, cut and counted. */
record SqlLists(Statements statements) {
    private static final RowMapper<Request> REQUEST = Row.as("request", RequestColumns::read);
    private static final RowMapper<Grants.Ending> ENDING = Row.as(
            "grant_",
            row -> new Grants.Ending(
                    new GrantId(new RequestId(row.text("id"))),
                    row.text("registry"),
                    row.target(),
                    row.person("requester")));

    private static final String IN_REQUEST = "id || ' ' || registry || ' ' || repository || ' ' || principal || ' '"
            + " || COALESCE(requester_user, '')";
    // The target's ARN, as Target has it; its partition follows from its Region.
    private static final String IN_GRANT = "id || ' ' || registry || ' arn:' || CASE"
            + " WHEN region LIKE 'cn-%' THEN 'aws-cn' WHEN region LIKE 'us-gov-%' THEN 'aws-us-gov'"
            + " WHEN region LIKE 'eusc-%' THEN 'aws-eusc' WHEN region LIKE 'us-iso-%' THEN 'aws-iso'"
            + " WHEN region LIKE 'us-isob-%' THEN 'aws-iso-b' WHEN region LIKE 'eu-isoe-%' THEN 'aws-iso-e'"
            + " WHEN region LIKE 'us-isof-%' THEN 'aws-iso-f' ELSE 'aws' END"
            + " || ':ecr:' || region || ':' || account || ':repository/' || repository || ' ' || principal || ' '"
            + " || requester_user";

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

    List<Grants.Ending> ending(Grants.Soon soon, int before, int limit) {
        // All columns of the index by which they are found, or H2 sorts before it cuts off.
        return statements.readable(
                "SELECT id, registry, account, region, repository, requester_team, requester_user FROM " + among(soon)
                        + " ORDER BY state, until, seq OFFSET :before ROWS FETCH FIRST :limit ROWS ONLY",
                values(soon).number("before", before),
                limit,
                ENDING);
    }

    long countEnding(Grants.Soon soon, int most) {
        return statements.count(
                "SELECT COUNT(*) FROM (SELECT 1 FROM " + among(soon) + " FETCH FIRST :most ROWS ONLY) AS counted",
                values(soon).number("most", most));
    }

    private static String among(Grants.Soon soon) {
        return "grant_ WHERE state = :active AND until > :now AND until <= :last"
                + (soon.words().isEmpty() ? "" : " AND " + words(IN_GRANT, soon.words()));
    }

    private static Values values(Grants.Soon soon) {
        var values = new Values()
                .text("active", Grant.State.ACTIVE.name())
                .time("now", soon.now())
                .time("last", soon.last());
        return words(values, soon.words(), true);
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
        return searched + words(IN_REQUEST, filter.words());
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

    private static String words(String text, Collection<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> "LOWER(" + text + ") LIKE :word" + i + " ESCAPE '!'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static Values values(RequestFilter filter) {
        var values = new Values();
        filter.requester().ifPresent(person -> values.person("requester", person));
        if (!filter.decided()) {
            values.text("state", RequestState.PENDING.name());
        }
        filter.target().ifPresent(values::target);
        return words(values, filter.words(), false);
    }

    /** @param one whether a question mark stands for any one character */
    private static Values words(Values values, Collection<String> words, boolean one) {
        int number = 0;
        for (String word : words) {
            String literal = word.toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_")
                    .replace("*", "%");
            values.text("word" + number++, "%" + (one ? literal.replace('?', '_') : literal) + "%");
        }
        return values;
    }
}
