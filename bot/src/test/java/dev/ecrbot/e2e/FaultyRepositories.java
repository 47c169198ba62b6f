package dev.ecrbot.e2e;

import dev.ecrbot.LongestWait;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Repositories with nothing in them, each with a card about it. */
final class FaultyRepositories {
    private final Office office;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Message> cards = new HashMap<>();

    FaultyRepositories(Office office) {
        this.office = office;
    }

    /** Asks for the same in all of them. */
    void ask() {
        names.forEach(
                name -> cards.put(name, office.asks(Office.RITA, "grant pull faults/" + name + " sales ci-deployer")));
    }

    /** Has the grant approved and asks for its revocation. */
    void askToRevoke(String name) {
        office.approves(Office.AMIR, cards.get(name));
        cards.put(name, office.asks(Office.RITA, "revoke pull faults/" + name + " sales ci-deployer"));
    }

    void approve() {
        names.forEach(name -> office.clicks(Office.AMIR, cards.get(name), Office.APPROVE));
    }

    /** Returns the card once it is clear what came of it. */
    Message settled(String name) {
        return shows(name, "Applied", "Failed");
    }

    /** Returns the card once it shows one of these texts. */
    Message shows(String name, String... texts) {
        Message card = cards.get(name);
        return office.slack.await(
                () -> office.slack.current(card).filter(now -> Stream.of(texts).anyMatch(now.shown()::contains)),
                LongestWait.TIME);
    }

    long messagesAbout(String name, Message card) {
        return office.slack.dms(Office.RITA).stream()
                .filter(message -> message.shown().contains(Office.id(card))
                        || message.shown().contains("faults/" + name))
                .count();
    }

    long sent(String name) {
        return office.trial.ecr().traffic().calls(ApiOperation.SET_REPOSITORY_POLICY).stream()
                .filter(call -> call.resource().equals(repository(name).arn()))
                .count();
    }

    Repository made(String name) {
        office.trial.ecr().addRepository(repository(name), Map.of());
        names.add(name);
        return repository(name);
    }

    static Repository repository(String name) {
        return SeedRegistry.west("faults/" + name);
    }
}
