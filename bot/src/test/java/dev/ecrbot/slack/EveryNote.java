package dev.ecrbot.slack;

import static dev.ecrbot.slack.EveryMessage.held;
import static dev.ecrbot.slack.EveryMessage.hostileUndo;
import static dev.ecrbot.slack.EveryMessage.principal;
import static dev.ecrbot.slack.EveryMessage.request;

import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.EarlyEnd;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.CommentNote;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.slack.message.Samples;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Notes of every kind, with a text in them wherever one from outside can stand. */
final class EveryNote {
    private EveryNote() {}

    static Request about(Note note, String text) {
        if (note instanceof Note.Undid) {
            return hostileUndo(text);
        }
        return request(text, note instanceof Note.Failed ? RequestState.FAILED : RequestState.DENIED);
    }

    /** Returns one of each kind. */
    static List<Note> notes(String text) {
        return List.of(
                new Note.Asked(),
                new Note.Revised(new RevisionCause(true, Set.of())),
                new Note.Revised(new RevisionCause(false, EnumSet.allOf(Plan.Aspect.class))),
                new Note.Granted(
                        held(text), LoginSnippet.of(Samples.REPOSITORY, StandardAccess.PUSH, Optional.empty())),
                new Note.Revoked(new Claim.Taken(Samples.REPOSITORY, principal(text), Optional.empty(), Samples.WEEK)),
                new Note.Denied(),
                new Note.DenialReason(text),
                new CommentNote(Samples.AMIR, text),
                new GrantNote.StillThere(text),
                new Note.Extended(held(text)),
                new Note.Belated(),
                new Note.Shortened(Samples.AMIR),
                new Note.HandedOn(Samples.AMIR),
                new GrantNote.Expiring(held(text)),
                new GrantNote.ExpiringTogether(endings(text, 60)),
                new GrantNote.Hindered(held(text), text),
                new GrantNote.RevokedBy(request(text, RequestState.APPLIED)),
                new GrantNote.ExtendedBy(held(text), request(text, RequestState.APPLIED)),
                new GrantNote.Missing(text, Grant.Reason.FOUND_MISSING),
                new GrantNote.Missing(text, Grant.Reason.PRINCIPAL_DELETED),
                new Note.Undone(hostileUndo(text)),
                new GrantNote.Restored(held(text), hostileUndo(text)),
                new Note.Expired(text),
                new GrantNote.EndedEarly(new EarlyEnd(Samples.AMIR, false, Optional.empty())),
                new Note.Undid(),
                new Note.Together(List.of(request(text, RequestState.PENDING), request(text, RequestState.PENDING))),
                new Note.Failed());
    }

    /** Returns grants that end soon, each with an id of its own. */
    static List<GrantNote.ExpiringTogether.Ending> endings(String text, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> new GrantNote.ExpiringTogether.Ending(
                        new GrantId(new RequestId("req-" + (10_000_000 + number))), held(text)))
                .toList();
    }
}
