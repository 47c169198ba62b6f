package dev.ecrbot.desk;

import dev.ecrbot.command.MachineUse;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One way through what can be done to requests, and a look at each step at who let what happen. */
final class Walk implements AutoCloseable {
    private static final String RULE = """
              - name: first
                repositories: ["payments/*"]
                access: [pull]
                to: ["*"]
                requesters: [anyone, machine:payments-ci]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
                revoke: immediate
            """;
    private static final String GLASS =
            "    breakglass: {people: [U0REQUESTER, U0APPROVER1], for: 4h, review_within: 1h, per_day: 1, channel: C0SECURITY}\n";
    private static final String AUTO = RULE + GLASS + "    auto_approve: {for_at_most: 7d, per_day: 1}\n";
    private static final String INSIDE = AUTO + "    conditions: {StringEquals: {\"aws:SourceVpce\": vpce-1}}\n";
    private static final String TWO = RULE + "    approvals: 2\n";
    private static final List<String> RULES = List.of(AUTO, INSIDE, TWO);
    private static final String MACHINES = """
            machines:
              audience: https://ecr-bot.example.com
              identities:
                payments-ci: {iam: "arn:aws:iam::222222222222:role/ci"}
            """;
    private static final PersonId MACHINE = PersonId.machine("payments-ci");
    private static final PersonId GUEST = new PersonId("T0HOME", "U0GUEST");

    /** What can be done at any time. */
    enum Move {
        ASK_LITTLE,
        ASK_LITTLE_MORE,
        ASK_MUCH,
        BREAK_GLASS,
        BREAK_GLASS_AS_BYSTANDER,
        REVIEW_AS_APPROVER,
        REVIEW_ONES_OWN,
        REVIEW_AS_BYSTANDER,
        EXTEND,
        REVOKE_AS_APPROVER,
        APPROVE_AS_APPROVER,
        APPROVE_AS_ANOTHER,
        APPROVE_ONES_OWN,
        APPROVE_AS_GUEST,
        APPROVE_WHAT_WAS_REPLACED,
        SHORTEN,
        DENY,
        CANCEL,
        CHANGED_BY_OTHERS,
        OTHER_RULES,
        APPROVER_LEAVES,
        WAIT,
        APPLY,
        MACHINE_ASKS,
        MACHINE_REVOKES,
        MACHINE_EXTENDS,
        MACHINE_BREAKS_GLASS,
        MACHINE_CLICKS,
        MACHINE_CANCELS
    }

    private final DeskBench bench = new DeskBench(AUTO, MACHINES);
    private final Consent consent = new Consent(bench);
    private DeskAssembly desk = bench.staff();
    private int rules;
    private int changes;

    Walk() {
        bench.people.is(GUEST, Standing.GUEST);
        // The account is known, or nothing would be low in risk.
        bench.applied("grant pull payments/worker sales role2-1 for 30d");
        consent.clicked(DeskBench.AMIR, all().get(0).id(), 1);
    }

    void does(Move move) {
        switch (move) {
            case ASK_LITTLE -> types(DeskBench.RITA, "grant pull payments/api sales ci-deployer for 7d");
            case ASK_LITTLE_MORE -> types(DeskBench.BEN, "grant pull payments/api sales role2-2 for 1d");
            case ASK_MUCH -> types(DeskBench.RITA, "grant pull payments/api sales ci-deployer for 30d");
            case BREAK_GLASS ->
                types(DeskBench.RITA, "breakglass pull payments/api sales nightly-build because all is down");
            case BREAK_GLASS_AS_BYSTANDER ->
                types(DeskBench.BEN, "breakglass pull payments/api sales nightly-build because I want to");
            case REVIEW_AS_APPROVER -> reviews(DeskBench.OLGA);
            case REVIEW_ONES_OWN -> reviews(last().ask().orElseThrow().requester());
            case REVIEW_AS_BYSTANDER -> reviews(DeskBench.BEN);
            case EXTEND -> types(DeskBench.RITA, "extend " + last().id() + " for 60d");
            case REVOKE_AS_APPROVER -> types(DeskBench.OLGA, "revoke pull payments/api sales ci-deployer");
            case APPROVE_AS_APPROVER -> approves(DeskBench.AMIR, 0);
            case APPROVE_AS_ANOTHER -> approves(DeskBench.OLGA, 0);
            case APPROVE_ONES_OWN -> approves(last().ask().orElseThrow().requester(), 0);
            case APPROVE_AS_GUEST -> approves(GUEST, 0);
            case APPROVE_WHAT_WAS_REPLACED -> approves(DeskBench.AMIR, -1);
            case SHORTEN ->
                desk.desk()
                        .shorten(
                                DeskBench.asker(DeskBench.AMIR),
                                last().id().value(),
                                last().revision().number(),
                                "for 2h");
            case DENY -> clicks(DeskBench.OLGA, Click.Kind.DENY, 0);
            case CANCEL -> types(DeskBench.RITA, "cancel " + last().id());
            case CHANGED_BY_OTHERS -> bench.ecr.setPolicy(SeedRegistry.west("payments/api"), theirs(++changes));
            case OTHER_RULES -> desk = bench.replica(DeskBench.config(RULES.get(++rules % RULES.size()), MACHINES));
            case APPROVER_LEAVES -> bench.people.is(DeskBench.AMIR, Standing.DEACTIVATED);
            case WAIT -> bench.clock.advance(Duration.ofMinutes(20));
            // Of what a person asks for so, the first rule approves by itself.
            case MACHINE_ASKS -> sends("grant pull payments/api sales ci-deployer for 7d", MachineUse.ASK);
            case MACHINE_REVOKES -> sends("revoke pull payments/api sales ci-deployer", MachineUse.ASK);
            case MACHINE_EXTENDS -> sends("extend " + last().id() + " for 60d", MachineUse.ASK);
            case MACHINE_BREAKS_GLASS ->
                List.of(MachineUse.values())
                        .forEach(as -> sends("breakglass pull payments/api sales nightly-build because I want to", as));
            case MACHINE_CLICKS -> machineClicks();
            case MACHINE_CANCELS -> sends("cancel " + last().id(), MachineUse.ASK);
            case APPLY ->
                all().stream()
                        .filter(request -> request.stage().state() == RequestState.APPROVED)
                        .forEach(request -> desk.applier().apply(request.id()));
        }
        desk.postman().deliverDue();
        bench.clock.advance(Duration.ofMillis(1));
        consent.check(all());
    }

    private static String theirs(int change) {
        return """
                {"Version":"2012-10-17","Statement":[{"Sid":"Theirs%d","Effect":"Allow","Principal":{"AWS":"333333333333"},
                "Action":"ecr:DescribeImages"}]}""".formatted(change);
    }

    private void types(PersonId person, String text) {
        desk.desk().command(asker(person), text);
    }

    private void sends(String line, MachineUse as) {
        desk.desk().command(machine(as), line);
    }

    private static Asker asker(PersonId person) {
        return person.isMachine() ? machine(MachineUse.ASK) : DeskBench.asker(person);
    }

    private static Asker machine(MachineUse as) {
        return Asker.machine(MACHINE, new Asker.Call(as, Optional.empty()));
    }

    /** There is no way for a machine to click; if there were one, it would be refused. */
    private void machineClicks() {
        Request request = last();
        Asker machine = machine(MachineUse.ASK);
        String id = request.id().value();
        int revision = request.revision().number();
        desk.desk().click(new Click(machine, id, revision, Click.Kind.APPROVE));
        desk.desk().click(new Click(machine, id, revision, Click.Kind.DENY));
        desk.desk().shorten(machine, id, revision, "for 1h");
        List.of(Wish.values()).stream()
                .filter(wish -> wish != Wish.CANCEL)
                .forEach(wish -> desk.desk().wish(machine, id, wish));
        desk.desk().endNow(machine, id, request.change().end());
        sends("end " + id, MachineUse.ASK);
        sends("undo " + id, MachineUse.ASK);
    }

    private void reviews(PersonId person) {
        desk.desk().wish(asker(person), last().id().value(), Wish.REVIEW);
    }

    private void approves(PersonId person, int back) {
        consent.clicked(person, last().id(), last().revision().number() + back);
        clicks(person, Click.Kind.APPROVE, back);
    }

    private void clicks(PersonId person, Click.Kind kind, int back) {
        desk.desk()
                .click(new Click(
                        asker(person), last().id().value(), last().revision().number() + back, kind));
    }

    private List<Request> all() {
        return bench.ledger.transact(books -> books.requests().in(EnumSet.allOf(RequestState.class)).stream()
                .map(id -> books.requests().find(id).orElseThrow())
                .sorted((one, other) -> one.createdAt().compareTo(other.createdAt()))
                .toList());
    }

    private Request last() {
        List<Request> all = all();
        return all.get(all.size() - 1);
    }

    /** Returns how things are, as far as it matters to what can happen next. */
    String situation() {
        return rules % RULES.size() + " "
                + all().stream()
                        .map(request -> request.authority() + " "
                                + request.stage().state() + " "
                                + Math.min(3, request.revision().number()) + " "
                                + bench.ledger.<Integer>transact(books -> books.requests()
                                        .approvals(
                                                request.id(), request.revision().number())
                                        .size()))
                        .collect(Collectors.joining(", "));
    }

    static List<Move> moves() {
        return Arrays.asList(Move.values());
    }

    @Override
    public void close() {
        bench.ledger.close();
    }
}
