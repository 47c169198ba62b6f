package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.checkup.Clinic;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.index.FleetIndex;

/** What those at the counter work with. */
public record BackOffice(Ledger ledger, Live live, Judging judging, Applying applying, LookupSources lookups) {

    /** Where those look who only answer; nothing is decided by it. */
    public record LookupSources(FleetIndex index, Directory directory, Clinic clinic) {}
}
