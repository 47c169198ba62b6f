package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import java.util.List;
import java.util.Optional;

/**
 * The common card of what was asked for at once: posted where {@code posted} is empty, else edited in place.
 *
 * @param members all of it, as it is by now; the first leads
 * @param approvals of those that wait
 */
public record BundleCard(List<Request> members, List<Approval> approvals, Optional<CardRef> posted, Called called)
        implements Message {

    /** A card that mentions everybody at once. */
    public BundleCard(List<Request> members, List<Approval> approvals, Optional<CardRef> posted) {
        this(members, approvals, posted, Called.atOnce(members.get(0)));
    }

    public BundleCard {
        members = List.copyOf(members);
    }

    /** Returns the request that leads. */
    @Override
    public Request request() {
        return members.get(0);
    }

    /** Returns those that are still decided on here. */
    public List<Request> waiting() {
        return members.stream()
                .filter(member -> member.stage().state() == RequestState.PENDING
                        && member.revision().number() == 1)
                .toList();
    }

    /** Returns a number that grows with each stored state of any of them. */
    public int version() {
        return members.stream().mapToInt(Request::version).sum();
    }

    @Override
    public <T> T visit(MessageVisitor<T> visitor) {
        return visitor.bundleCard(this);
    }
}
