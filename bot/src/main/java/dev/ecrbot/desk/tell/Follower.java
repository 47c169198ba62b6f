package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who asked for the same as a request that waited already: they hear what becomes of it, and it goes on as theirs
 * if its requester takes it back. They stand in its events, oldest first.
 */
public record Follower(PersonId person, Origin from, Optional<String> reason) {
    private static final Set<Notice.Kind> HEARD = EnumSet.of(
            Notice.Kind.GRANTED, Notice.Kind.DENIED, Notice.Kind.EXPIRED, Notice.Kind.FAILED, Notice.Kind.BELATED);
    private static final String CHANNEL = "channel";

    /** Returns those who follow the request, less whoever is its requester by now. */
    public static List<Follower> of(List<Event> events, Request request) {
        var followers = new ArrayList<Follower>();
        for (Event event : events) {
            if (event.kind() == EventKind.FOLLOWED) {
                event.actor()
                        .filter(person -> !request.maker().equals(Optional.of(person)))
                        .filter(person -> followers.stream()
                                .noneMatch(other -> other.person().equals(person)))
                        .ifPresent(person -> followers.add(new Follower(
                                person,
                                new Origin(event.details().getOrDefault(CHANNEL, ""), Optional.empty()),
                                Optional.ofNullable(event.details().get(Detail.REASON)))));
            }
        }
        return followers;
    }

    /** Returns what records that they follow the request. */
    public Event event(Request request, Instant at) {
        var details = new HashMap<String, String>();
        details.put(CHANNEL, from.channel());
        reason.ifPresent(why -> details.put(Detail.REASON, why));
        return new Event(EventKind.FOLLOWED, Optional.of(request.id()), Optional.of(person), at, details);
    }

    /** Has those who follow the request told what its requester was told. */
    static void passOn(Parcel parcel, Instant now) {
        Notice notice = parcel.notice();
        if (!HEARD.contains(notice.kind()) || reader(notice).isPresent()) {
            return;
        }
        of(parcel.transaction().events().of(notice.request()), parcel.request()).forEach(follower -> {
            var details = new HashMap<>(notice.details());
            details.put(Detail.TO, follower.person().toString());
            parcel.transaction().outbox().add(notice.request(), notice.kind(), Map.copyOf(details), now);
        });
    }

    /** Returns who is told, where it isn't the requester. */
    static Optional<PersonId> reader(Notice notice) {
        return Optional.ofNullable(notice.details().get(Detail.TO)).flatMap(PersonId::parse);
    }
}
