package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Events;
import dev.ecrbot.desk.request.RequestId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code event}, which is only ever added to. */
final class SqlEvents implements Events {
    // The details that are policies.
    private static final Set<String> POLICIES = Set.of("base", "proposed", "applied", "live");

    private static final String PAGE =
            "SELECT * FROM event WHERE seq > :last ORDER BY seq FETCH FIRST :limit ROWS ONLY";
    private static final int PAGE_SIZE = 500;
    private static final RowMapper<Recorded> RECORDED = Row.as("event", SqlEvents::read);
    // The manifest of the jar that this class came from; there is none where it runs from a build's directory.
    private static final String VERSION = Optional.ofNullable(
                    SqlEvents.class.getPackage().getImplementationVersion())
            .orElse("unpackaged");

    private final Statements statements;
    private final Consequences consequences;
    private int added;

    SqlEvents(Statements statements, Consequences consequences) {
        this.statements = statements;
        this.consequences = consequences;
    }

    @Override
    public void add(Event event) {
        statements.insert(
                "event",
                new Values()
                        .text("kind", event.kind().name())
                        .text("request", event.request().map(RequestId::value))
                        .person("actor", event.actor())
                        .time("happened_at", event.at())
                        .keeping("details", texts -> Details.write(kept(event, texts)))
                        .text("version", VERSION));
        added++;
        consequences.happened(event);
    }

    /** Returns how many events this transaction adds. */
    int added() {
        return added;
    }

    private static Map<String, String> kept(Event event, PolicyTexts texts) {
        String owner = event.request().map(RequestId::value).orElse("");
        return policies(event.details(), text -> texts.keep(text, owner));
    }

    // A page at a time: databases and drivers hold a whole result in memory, and texts are read faster together.
    @Override
    public List<Recorded> next(long after) {
        return whole(statements.readable(PAGE, new Values().number("last", after), PAGE_SIZE, RECORDED));
    }

    /** Returns those of these numbers that can be read. */
    Map<Long, Recorded> numbered(List<Long> seqs) {
        if (seqs.isEmpty()) {
            return Map.of();
        }
        String list = seqs.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return whole(statements.readable("SELECT * FROM event WHERE seq IN (" + list + ")", new Values(), RECORDED))
                .stream()
                .collect(Collectors.toMap(Recorded::seq, recorded -> recorded));
    }

    @Override
    public List<Event> of(RequestId request) {
        return whole(statements.readable(
                        "SELECT * FROM event WHERE request = :request ORDER BY seq",
                        new Values().text("request", request.value()),
                        RECORDED))
                .stream()
                .map(Recorded::event)
                .toList();
    }

    @Override
    public Map<RequestId, List<Event>> of(List<RequestId> requests) {
        var all = new HashMap<RequestId, List<Event>>();
        requests.forEach(request -> all.put(request, new ArrayList<>()));
        if (requests.isEmpty()) {
            return all;
        }
        whole(statements.readable(
                        "SELECT * FROM event WHERE request IN (<words>) ORDER BY seq",
                        requests.stream().map(RequestId::value).toList(),
                        RECORDED))
                .forEach(recorded -> recorded.event()
                        .request()
                        .ifPresent(request -> all.computeIfAbsent(request, key -> new ArrayList<>())
                                .add(recorded.event())));
        return all;
    }

    /** Returns the events with the texts of policies in their places; where one isn't kept any more, its hash stays. */
    private List<Recorded> whole(List<Recorded> stored) {
        Map<String, String> texts = statements
                .texts()
                .all(stored.stream()
                        .flatMap(each -> each.event().details().entrySet().stream())
                        .filter(detail -> POLICIES.contains(detail.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet()));
        return stored.stream().map(each -> whole(each, texts)).toList();
    }

    private static Recorded whole(Recorded stored, Map<String, String> texts) {
        Event event = stored.event();
        var details = policies(event.details(), text -> texts.getOrDefault(text, text));
        return new Recorded(
                stored.seq(),
                stored.version(),
                new Event(event.kind(), event.request(), event.actor(), event.at(), details));
    }

    /** Returns the details with something else in the place of each policy. */
    private static Map<String, String> policies(Map<String, String> details, UnaryOperator<String> change) {
        var changed = new HashMap<>(details);
        POLICIES.forEach(name -> changed.computeIfPresent(name, (key, text) -> change.apply(text)));
        return changed;
    }

    private static Recorded read(Row row) throws SQLException {
        var event = new Event(
                row.word("kind", EventKind.class),
                row.textIfAny("request").map(RequestId::new),
                row.personIfAny("actor"),
                row.time("happened_at"),
                Details.read(row.text("details")));
        return new Recorded(row.number("seq"), row.textIfAny("version"), event);
    }
}
