package dev.ecrbot.desk.ledger;

import dev.ecrbot.desk.request.RequestId;
import java.util.Optional;

/** Which requests were asked for at once, and where their common card stands. */
public interface Bundles {

    /** Records that these requests, which have been added, were asked for at once. */
    void add(Bundle bundle);

    /** Returns the bundle that the request was asked for in. */
    Optional<Bundle> of(RequestId member);

    /** Records where the common card stands, and what it shows. */
    void card(RequestId lead, CardRef card);
}
