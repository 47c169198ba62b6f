package dev.ecrbot.store;

import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Bundles;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.RequestId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code bundle} and {@code bundle_member}. */
final class SqlBundles implements Bundles {
    private static final RowMapper<RequestId> MEMBER =
            Row.as("bundle_member", row -> new RequestId(row.text("request")));
    private static final RowMapper<Common> COMMON = Row.as(
            "bundle",
            row -> new Common(
                    new RequestId(row.text("lead")),
                    row.text("typed"),
                    row.textIfAny("channel"),
                    row.textIfAny("ts"),
                    row.count("shown")));

    private record Common(RequestId lead, String typed, Optional<String> channel, Optional<String> ts, int shown) {
        Optional<CardRef> card() {
            return channel.flatMap(where -> ts.map(when -> new CardRef(where, when, shown)));
        }
    }

    private final Statements statements;

    SqlBundles(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Bundle bundle) {
        statements.insert(
                "bundle",
                new Values()
                        .text("lead", bundle.lead().value())
                        .text("typed", bundle.typed())
                        .number("shown", 0));
        for (int place = 0; place < bundle.members().size(); place++) {
            statements.insert(
                    "bundle_member",
                    new Values()
                            .text("request", bundle.members().get(place).value())
                            .text("lead", bundle.lead().value())
                            .number("place", place));
        }
    }

    @Override
    public Optional<Bundle> of(RequestId member) {
        Optional<Common> common = statements.first("""
                SELECT lead, typed, channel, ts, shown FROM bundle
                WHERE lead = (SELECT lead FROM bundle_member WHERE request = :request)
                """, new Values().text("request", member.value()), COMMON);
        return common.map(each -> new Bundle(each.lead(), members(each.lead()), each.typed(), each.card()));
    }

    private List<RequestId> members(RequestId lead) {
        return statements.list(
                "SELECT request FROM bundle_member WHERE lead = :lead ORDER BY place",
                new Values().text("lead", lead.value()),
                MEMBER);
    }

    @Override
    public void card(RequestId lead, CardRef card) {
        statements.runOnOne(
                "UPDATE bundle SET channel = :channel, ts = :ts, shown = :shown WHERE lead = :lead",
                new Values()
                        .text("lead", lead.value())
                        .text("channel", card.channel())
                        .text("ts", card.ts())
                        .number("shown", card.shown()),
                "there is no bundle led by " + lead);
    }
}
