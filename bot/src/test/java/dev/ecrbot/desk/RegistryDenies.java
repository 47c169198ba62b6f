package dev.ecrbot.desk;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;

/** A desk, the registry's own policy that denies things beside what it grants, and what is said of that. */
final class RegistryDenies {
    static final Repository API = SeedRegistry.west("payments/api");
    static final String ROLE = SeedRegistry.role(SeedRegistry.SALES, "ci-deployer");
    static final String PULL = "grant pull payments/api sales ci-deployer";
    static final String LAYERS = "ecr:GetDownloadUrlForLayer";
    static final String SAYS = "GetDownloadUrlForLayer stays denied to role ci-deployer in sales (222222222222) by the"
            + " Deny statement “by hand” of the registry's own policy.";

    final DeskBench bench = new DeskBench();

    void denyBeside(String action) {
        bench.clock.advance(Duration.ofMillis(1));
        ForeignPen.denyBeside(bench.ecr, API, ROLE, action, "*");
        bench.clock.advance(Duration.ofMillis(1));
    }

    List<GrantNote.Hindered> told(Request grant) {
        return bench.mailbox.notes(grant.id()).stream()
                .filter(GrantNote.Hindered.class::isInstance)
                .map(GrantNote.Hindered.class::cast)
                .toList();
    }

    boolean isLimited(Request grant) {
        return bench.mailbox.of(Message.Card.class).stream()
                .filter(card -> card.request().id().equals(grant.id()))
                .reduce((first, second) -> second)
                .flatMap(Message.Card::held)
                .orElseThrow()
                .limited();
    }
}
