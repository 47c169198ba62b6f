package dev.ecrbot.store.chain;

import static dev.ecrbot.store.chain.Trail.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.store.MigratedH2;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Whatever somebody with the database's password changes in what was recorded, the chain and its anchors show it. */
final class MutationsTest {
    private static final int OLD = 12;
    private static final int LINKED = 40;

    private enum Mutation {
        EDIT {
            @Override
            void make(Handle handle, Random random) {
                edit(handle, 1 + random.nextInt(OLD + LINKED), random);
            }
        },
        DROP {
            @Override
            void make(Handle handle, Random random) {
                handle.execute("DELETE FROM event WHERE seq = ?", 1 + random.nextInt(OLD + LINKED));
            }
        },
        DROP_WITH_LINK {
            @Override
            void make(Handle handle, Random random) {
                int event = OLD + 1 + random.nextInt(LINKED);
                handle.execute("DELETE FROM event WHERE seq = ?", event);
                handle.execute("DELETE FROM event_link WHERE event = ?", event);
            }
        },
        /** Two events in each other's places. */
        REORDER {
            @Override
            void make(Handle handle, Random random) {
                int one = OLD + 1 + random.nextInt(LINKED - 1);
                int other = one + 1 + random.nextInt(OLD + LINKED - one);
                handle.execute("UPDATE event SET seq = -1 WHERE seq = ?", one);
                handle.execute("UPDATE event SET seq = ? WHERE seq = ?", one, other);
                handle.execute("UPDATE event SET seq = ? WHERE seq = -1", other);
            }
        },
        /** Two links in each other's places. */
        REORDER_LINKS {
            @Override
            void make(Handle handle, Random random) {
                int one = 1 + random.nextInt(LINKED - 1);
                int other = one + 1 + random.nextInt(LINKED - one);
                handle.execute("UPDATE event_link SET position = -1 WHERE position = ?", one);
                handle.execute("UPDATE event_link SET position = ? WHERE position = ?", one, other);
                handle.execute("UPDATE event_link SET position = ? WHERE position = -1", other);
            }
        },
        /** The end of the trail, chain and all. */
        CUT {
            @Override
            void make(Handle handle, Random random) {
                int left = random.nextInt(LINKED);
                handle.execute("DELETE FROM event_link WHERE position > ?", left);
                handle.execute("DELETE FROM event WHERE seq > ?", OLD + left);
            }
        },
        CUT_ALL {
            @Override
            void make(Handle handle, Random random) {
                handle.execute("DELETE FROM event_link");
                handle.execute("DELETE FROM event WHERE seq > ?", random.nextInt(OLD));
            }
        },
        /** An event, and all hashes after it made anew. */
        REHASH {
            @Override
            void make(Handle handle, Random random) {
                edit(handle, 1 + random.nextInt(OLD + LINKED), random);
                anew(handle);
            }
        },
        DROP_AND_REHASH {
            @Override
            void make(Handle handle, Random random) {
                int event = OLD + 1 + random.nextInt(LINKED);
                handle.execute("DELETE FROM event WHERE seq = ?", event);
                handle.execute("DELETE FROM event_link WHERE event = ?", event);
                handle.execute("UPDATE event_link SET position = position - 1 WHERE event > ?", event);
                anew(handle);
            }
        },
        INSERT {
            @Override
            void make(Handle handle, Random random) {
                // A number from before the first that was used.
                handle.execute(
                        "INSERT INTO event (seq, kind, happened_at, details) VALUES (?, 'DENIED', ?, '{}')",
                        -random.nextInt(9),
                        NOW.minus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC));
            }
        },
        EDIT_LINK {
            @Override
            void make(Handle handle, Random random) {
                String column = List.of(
                                "event = event + 1000",
                                "events = events + 1",
                                "hash = 'f' || substr(hash, 2)",
                                "linked_at = linked_at + INTERVAL '1' HOUR",
                                "position = position + 1000")
                        .get(random.nextInt(5));
                handle.execute(
                        "UPDATE event_link SET " + column + " WHERE position = ? AND hash NOT LIKE 'f%'",
                        random.nextInt(LINKED + 1));
            }
        };

        abstract void make(Handle handle, Random random);
    }

    private static void edit(Handle handle, int event, Random random) {
        String change = List.of(
                        "kind = 'DENIED'",
                        "request = NULL",
                        "request = 'req-00000001'",
                        "actor_team = 'T2'",
                        "actor_user = NULL",
                        "happened_at = happened_at + INTERVAL '1' SECOND",
                        "details = '{\"revision\":\"2\"}'",
                        "details = details || ' '",
                        "version = '1.0'",
                        "seq = seq + 1000")
                .get(random.nextInt(10));
        handle.execute("UPDATE event SET " + change + " WHERE seq = ?", event);
    }

    /** Makes the whole chain anew over what stands there now, each link at its own time. */
    private static void anew(Handle handle) {
        var tables = new ChainTables(handle);
        List<Link> old = tables.after(-1);
        handle.execute("DELETE FROM event_link");
        var first = LinkHash.first(old.get(0).at());
        tables.eachUpTo(old.get(0).event(), first::add);
        Link head = first.link(old.get(0).event());
        tables.add(head);
        for (StoredEvent event : tables.unlinked(head.event())) {
            Instant at =
                    old.get((int) Math.min(head.position() + 1, old.size() - 1)).at();
            head = LinkHash.next(head.position() + 1, head.hash(), event, at);
            tables.add(head);
        }
    }

    @Test
    void noneGoesUnnoticed() {
        var random = new Random(Seed.ofThisRun());
        var found = new EnumMap<Mutation, Integer>(Mutation.class);
        try (var trail = new Trail(MigratedH2.fresh())) {
            List<Anchor> anchors = grown(trail);
            // Whoever changes records may change tables, too.
            trail.jdbi.useHandle(handle -> handle.execute("ALTER TABLE event ALTER COLUMN seq DROP IDENTITY"));
            int tries = Thoroughness.ofThisRun().of(1_000, 10_000);
            trail.jdbi.useHandle(handle -> {
                assertThat(EventChain.verify(handle, anchors).faults()).isEmpty();
                for (int i = 0; i < tries; i++) {
                    Mutation mutation = Mutation.values()[i % Mutation.values().length];
                    handle.begin();
                    Map<String, String> before = dump(handle);
                    mutation.make(handle, random);
                    boolean changed = !dump(handle).equals(before);
                    List<String> faults = EventChain.verify(handle, anchors).faults();
                    assertThat(faults.isEmpty())
                            .as("%s, try %s: %s", mutation, i, faults)
                            .isEqualTo(!changed);
                    found.merge(mutation, changed ? 1 : 0, Integer::sum);
                    handle.rollback();
                }
                assertThat(EventChain.verify(handle, anchors).faults()).isEmpty();
            });
        }
        assertThat(found)
                .hasSize(Mutation.values().length)
                .allSatisfy((mutation, times) -> assertThat(times).isPositive());
    }

    @Test
    void withoutAnchorsOnlyAChainThatWasMadeAnewOrCutGoesUnnoticed() {
        try (var trail = new Trail(MigratedH2.fresh())) {
            List<Anchor> anchors = grown(trail);
            for (Mutation mutation : List.of(Mutation.CUT, Mutation.REHASH)) {
                trail.jdbi.useHandle(handle -> {
                    handle.begin();
                    mutation.make(handle, new Random(3));
                    assertThat(EventChain.verify(handle, List.of()).faults()).isEmpty();
                    assertThat(EventChain.verify(handle, anchors).faults()).isNotEmpty();
                    handle.rollback();
                });
            }
        }
    }

    /** Returns the anchors that were kept while events came, one every half an hour, the last of them at the end. */
    private static List<Anchor> grown(Trail trail) {
        var anchors = new ArrayList<Anchor>();
        trail.happened(OLD, NOW.minus(Duration.ofDays(2)));
        anchors.add(Anchor.of(trail.chain.extend(NOW)));
        for (int i = 1; i <= LINKED; i++) {
            Instant now = NOW.plus(Duration.ofMinutes(10L * i));
            trail.happened(1, now);
            Link head = trail.chain.extend(now);
            if (i % 3 == 0 || i == LINKED) {
                anchors.add(Anchor.of(head));
            }
        }
        return anchors;
    }

    private static Map<String, String> dump(Handle handle) {
        return Map.of(
                "events",
                handle.select("SELECT * FROM event ORDER BY seq")
                        .mapToMap()
                        .list()
                        .toString(),
                "links",
                handle.select("SELECT * FROM event_link ORDER BY position")
                        .mapToMap()
                        .list()
                        .toString());
    }
}
