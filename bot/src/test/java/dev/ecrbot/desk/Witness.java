package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.desk.answer.Audit;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.PolicyChange;
import dev.ecrbot.sandbox.ecr.PolicyText;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what every message says of access, and looks whether the policies in the local ECR say so, too: of one moment for
 * what speaks of a moment, and again and again for what stands there. It shares no code with the planner or the evaluation
 * that the bot has.
 *
 * <p>What the bot changed may be told a delivery later, and what others changed a reading and a delivery later. Whoever asks
 * says whether that time is over; each use of it is counted. Not thread-safe but for {@link #hears}.
 */
public final class Witness {
    /** Stands in whatever a test says of what it heard. */
    static final String UNTRUE = "isn't so";

    private static final Pattern NOTICED =
            Pattern.compile("Somebody other than ecr-bot changed the policy; it was noticed (\\S+)\\.");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    private static final Duration READ_WITHIN = Duration.ofMinutes(67);
    private static final Duration SURE_WITHIN = Duration.ofMinutes(1);
    private static final Duration ENDING = Duration.ofMinutes(2);

    private final EcrModel ecr;
    private final Map<RequestId, Message.Card> cards = new LinkedHashMap<>();
    private final Map<RequestId, Instant> moved = new HashMap<>();
    private final List<Message> unheard = new ArrayList<>();
    private final Map<Grace, Integer> used = new TreeMap<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Instant> deeds = new ArrayList<>();
    private final Map<Optional<String>, List<JsonNode>> parsed = new HashMap<>();
    private final Map<Optional<String>, List<Instant>> dates = new HashMap<>();
    private final Map<List<Object>, Boolean> verdicts = new HashMap<>();
    private final Map<Optional<String>, Set<Explained.Place>> places = new HashMap<>();
    private final List<String> untrue = new ArrayList<>();
    private long checked;
    private long answersChecked;
    private long deedsChecked;
    private boolean timed = true;

    /** Why a claim that is false is none of the bot's fault yet. */
    public enum Grace {
        /** The bot has changed the policy, and Slack isn't told everything so far. */
        UNTOLD,
        /** Others have changed the policy since it was read for the last time. */
        UNREAD
    }

    private record Look(Instant at, Set<PolicyHolder> underWay) {}

    /** A claim that isn't so. */
    public record Falsehood(Message message, Claim claim, Optional<String> policy) {
        @Override
        public String toString() {
            return message.getClass().getSimpleName() + " of "
                    + message.request().id() + " says of "
                    + claim.who().text() + ": " + claim + " under " + policy.orElse("no policy");
        }
    }

    public Witness(EcrModel ecr) {
        this.ecr = ecr;
    }

    /** Takes what Slack shows from now on. */
    public synchronized void hears(Message message) {
        if (message instanceof Message.Card card) {
            cards.put(card.request().id(), card);
        } else {
            unheard.add(message);
        }
        // Whoever moved a grant has read the policy that it stands in.
        if (message instanceof Message.GrantExtended extended) {
            moved.put(message.request().id(), extended.by().stage().changedAt());
        } else if (message instanceof Message.GrantRestored restored) {
            moved.put(message.request().id(), restored.by().stage().changedAt());
        }
    }

    /** Takes what a channel was told about no request: what it says that others did is compared with who did what. */
    public synchronized void hears(Announcement announcement) {
        announcement.changes().forEach(this::hears);
    }

    /** An audit says of a change by others no more than that there was one, and when it was noticed. */
    private void hears(Audit audit) {
        audit.findings().forEach(finding -> {
            Matcher noticed = NOTICED.matcher(finding.what());
            if (noticed.matches()) {
                hears(new ForeignChange(
                        0, finding.holder(), Optional.empty(), Instant.parse(noticed.group(1)), List.of(), false));
            }
        });
    }

    private void hears(ForeignChange told) {
        deedsChecked++;
        new DeedCheck(ecr, told, timed).falsehood().ifPresent(untrue::add);
    }

    /** Returns how often what others are said to have done was checked so far. */
    public synchronized long deedsChecked() {
        return deedsChecked;
    }

    /** From now on who did what is compared, and not when: the bot's clock isn't the local ECR's. */
    public synchronized void untimed() {
        timed = false;
    }

    /**
     * Takes an answer that somebody got.
     *
     * @param asked when they had asked
     */
    public synchronized void answers(Answer answer, Instant asked, Instant now) {
        var verdict = new AnswerCheck(ecr, asked, now).of(answer);
        untrue.addAll(verdict.falsehoods());
        answersChecked += verdict.checked();
        if (answer instanceof Answer.Found found && found.finding() instanceof Audit audit) {
            hears(audit);
        }
        if (answer instanceof Answer.Found found && found.finding() instanceof Chronicle chronicle) {
            chronicle.entries().stream()
                    .flatMap(entry ->
                            entry instanceof Chronicle.Foreign foreign ? Stream.of(foreign.change()) : Stream.empty())
                    .forEach(this::hears);
        }
    }

    /** Returns what answers and announcements said so far and wasn't so. */
    public synchronized List<String> untrueAnswers() {
        return List.copyOf(untrue);
    }

    /** Returns how many statements of answers were checked so far. */
    public synchronized long answersChecked() {
        return answersChecked;
    }

    /** The record of the request is lost, so that nobody can edit its card any more. */
    public synchronized void forget(RequestId lost) {
        cards.remove(lost);
    }

    /** Forgets what was said of moments so far. */
    public synchronized void forgetMoments() {
        unheard.clear();
    }

    /** Takes note that others changed by then what policies mean without writing any, as who deletes a role does. */
    public synchronized void othersActed(Instant at) {
        deeds.add(at);
    }

    /** Takes note that the bot has looked for what is due. */
    public synchronized void swept(Instant at) {
        swept(at, Set.of());
    }

    /**
     * Takes note that the bot has looked for what is due.
     *
     * @param underWay where a write of the bot's own was under way: nothing is concluded there from what is missing
     */
    public synchronized void swept(Instant at, Set<PolicyHolder> underWay) {
        looks.add(new Look(at, Set.copyOf(underWay)));
    }

    /**
     * Checks everything that stands there by now, and what was said of moments since it was asked last.
     *
     * @param untold whether the bot is still to tell something, or changing a policy
     * @return what isn't so, and isn't explained
     */
    public synchronized List<Falsehood> falsehoods(Instant now, boolean untold) {
        var found = new ArrayList<Falsehood>();
        unheard.forEach(message -> message.claims().forEach(claim -> check(message, claim, now, found)));
        unheard.clear();
        cards.values().forEach(card -> card.claim().ifPresent(claim -> check(card, claim, now, found)));
        found.removeIf(each -> !isProven(each)
                && (untold || !isDeniedAsRead(each, now))
                && isExplained(each.claim().on().holder(), provenAt(each), lookedUntil(each.claim()), untold));
        return found;
    }

    /** Returns whether a Deny in the policy makes it false, and a write of the bot's own was read back since with that in it. */
    private boolean isDeniedAsRead(Falsehood each, Instant now) {
        if (!(each.claim() instanceof Claim.Held held)
                || held.limited()
                || held.asOf().isPresent()) {
            return false;
        }
        PolicyHolder holder = held.on().holder();
        Instant changed = ecr.history(holder).stream()
                .filter(change -> !change.by().principal().equals(SeedRegistry.BOT_ROLE))
                .map(change -> recorded(change.at()))
                .reduce((first, second) -> second)
                .orElse(Instant.MIN);
        List<JsonNode> own = said(each.policy());
        var check = new ClaimCheck(held, now);
        return !check.isSo(own, List.of())
                && check.isSo(ClaimCheck.allowing(own).toList(), List.of())
                && cards.values().stream()
                        .filter(card ->
                                card.request().change().target().holder().equals(holder))
                        .flatMap(card -> card.request().stage().proof().stream())
                        .anyMatch(proof -> proof.readBack().isAfter(changed));
    }

    /**
     * Returns what stands under a Sid of the bot's, and no card says so. What names a deleted principal lets nobody in.
     *
     * @param untold as for {@link #falsehoods}
     */
    public synchronized List<Explained.Place> unsaid(boolean untold) {
        Map<PolicyHolder, Set<Explained.Place>> said = new LinkedHashMap<>();
        cards.values()
                .forEach(card -> said.computeIfAbsent(
                                card.request().change().target().holder(), any -> new HashSet<>())
                        .addAll(places(card)));
        var unsaid = new ArrayList<Explained.Place>();
        said.forEach((holder, shown) -> {
            if (isThere(holder)) {
                places.computeIfAbsent(ecr.policy(holder), Explained::places).stream()
                        .filter(place -> place.principal().startsWith("arn:"))
                        .filter(place -> !shown.contains(place))
                        .filter(place -> !isExplained(holder, Instant.MIN, Instant.MAX, untold))
                        .forEach(unsaid::add);
            }
        });
        return unsaid;
    }

    /** Returns what the card says to be there: what its request gave and is active, or couldn't be taken out. */
    private static Set<Explained.Place> places(Message.Card card) {
        Optional<Grant> left = card.history()
                .since()
                .grant()
                .filter(grant -> grant.ended()
                        .filter(end -> end.reason() == Grant.Reason.OUT_OF_REACH)
                        .isPresent());
        Optional<Owned> said = card.held().map(Claim.Held::owned).or(() -> left.map(Grant::owned));
        var there = new HashSet<Explained.Place>();
        said.ifPresent(owned -> owned.principal().parts().forEach(part -> {
            var actions = new TreeSet<>(owned.access().actions());
            there.add(new Explained.Place(part.text(), actions, owned.until()));
            // Whether ends stand in policies is a matter of the configuration.
            there.add(new Explained.Place(part.text(), actions, Optional.empty()));
        }));
        return there;
    }

    /** Returns how many claims were checked so far, each as often as it was. */
    public long checked() {
        return checked;
    }

    /** Returns how often which grace was used. */
    public Map<Grace, Integer> used() {
        return used;
    }

    /** Returns whether it speaks of the moment at which the policy was read back. */
    private static boolean isProven(Falsehood falsehood) {
        return falsehood.claim().asOf().equals(Optional.of(lastChange(falsehood.message())));
    }

    /** Returns when what the card shows was proven last; what others did before that is no excuse. */
    private static Instant lastChange(Message message) {
        return message.request().stage().changedAt();
    }

    /** As {@link #lastChange}; of several grants in one message each was proven at its own time. */
    private Instant provenAt(Falsehood falsehood) {
        return falsehood.message() instanceof Message.Private told
                        && told.note() instanceof GrantNote.ExpiringTogether together
                ? together.endings().stream()
                        .filter(ending -> ending.held().equals(falsehood.claim()))
                        .findFirst()
                        .flatMap(ending ->
                                Optional.ofNullable(cards.get(ending.grant().request())))
                        .map(this::lastRead)
                        .orElse(Instant.MIN)
                : lastRead(falsehood.message());
    }

    private Instant lastRead(Message message) {
        Instant proven = lastChange(message);
        Instant again = moved.getOrDefault(message.request().id(), proven);
        return again.isAfter(proven) ? again : proven;
    }

    /** Returns from when on nobody looks for what the claim is about: what ends in a moment is left to its end. */
    private static Instant lookedUntil(Claim claim) {
        return claim instanceof Claim.Held held
                ? held.owned().until().map(end -> end.minus(ENDING)).orElse(Instant.MAX)
                : Instant.MAX;
    }

    private boolean isExplained(PolicyHolder holder, Instant since, Instant until, boolean untold) {
        Optional<Grace> grace = isUnread(holder, since, until)
                ? Optional.of(Grace.UNREAD)
                : Optional.of(Grace.UNTOLD).filter(each -> untold);
        grace.ifPresent(each -> used.merge(each, 1, Integer::sum));
        return grace.isPresent();
    }

    // A reading is due once an hour, give or take a tenth, and what it misses has to be missing a while later still.
    private boolean isUnread(PolicyHolder holder, Instant since, Instant until) {
        Stream<PolicyHolder> deciding = holder instanceof Repository repository
                ? Stream.of(holder, new RegionalRegistry(repository.account(), repository.region()))
                : Stream.of(holder);
        Stream<Instant> written = deciding.flatMap(each -> ecr.history(each).stream())
                .filter(change -> !change.by().principal().equals(SeedRegistry.BOT_ROLE))
                .map(PolicyChange::at);
        Optional<Instant> changed = Stream.concat(written, deeds.stream())
                .sorted()
                .filter(at -> !at.isBefore(since))
                .reduce((first, second) -> second);
        return changed.isPresent() && !isNoticed(holder, changed.get(), until);
    }

    /** Returns whether a reading has missed by now what was taken away then, and another one could make sure of it. */
    private boolean isNoticed(PolicyHolder holder, Instant changed, Instant until) {
        Optional<Look> first = lookedAfter(changed.plus(READ_WITHIN), until);
        while (first.isPresent()) {
            Optional<Look> second = lookedAfter(first.get().at().plus(SURE_WITHIN), until);
            if (second.filter(look -> !look.underWay().contains(holder)).isPresent()) {
                return true;
            }
            // It says nothing while the bot's own write is under way there, and comes again a while later.
            first = second;
        }
        return false;
    }

    private Optional<Look> lookedAfter(Instant moment, Instant until) {
        return looks.stream()
                .filter(look -> !look.at().isBefore(moment) && look.at().isBefore(until))
                .findFirst();
    }

    private void check(Message message, Claim claim, Instant now, List<Falsehood> found) {
        if (!isThere(claim.on().holder())) {
            return;
        }
        Instant moment = claim.asOf().orElse(now);
        List<Optional<String>> policies = at(claim.on().holder(), claim.asOf(), isReadBack(message));
        // The registry's is read before a write, and not once more after it.
        List<Optional<String>> beside =
                beside(claim).map(registry -> at(registry, claim.asOf(), false)).orElse(List.of(Optional.empty()));
        checked++;
        if (policies.stream()
                .noneMatch(policy -> beside.stream().anyMatch(registry -> isSo(claim, moment, policy, registry)))) {
            found.add(new Falsehood(message, claim, policies.get(0)));
        }
    }

    private boolean isThere(PolicyHolder holder) {
        return !(holder instanceof Repository repository) || ecr.repositories().contains(repository);
    }

    // What is so at one moment is so until one comes that stands in a policy, or at which the claim ends.
    private boolean isSo(Claim claim, Instant moment, Optional<String> policy, Optional<String> registry) {
        return verdicts.computeIfAbsent(
                List.of(claim, policy, registry, past(policy, moment), past(registry, moment), isOver(claim, moment)),
                any -> new ClaimCheck(claim, moment).isSo(said(policy), said(registry)));
    }

    private static boolean isOver(Claim claim, Instant moment) {
        return claim instanceof Claim.Held held
                && held.owned()
                        .until()
                        .filter(end -> !moment.isBefore(end.minusSeconds(1)))
                        .isPresent();
    }

    /** Returns how many of the moments that stand in the policy are over. */
    private long past(Optional<String> policy, Instant moment) {
        return dates
                .computeIfAbsent(
                        policy,
                        text -> MOMENT.matcher(text.orElse(""))
                                .results()
                                .map(found -> Instant.parse(found.group()))
                                .toList())
                .stream()
                .filter(date -> !date.isAfter(moment))
                .count();
    }

    private List<JsonNode> said(Optional<String> policy) {
        return parsed.computeIfAbsent(policy, ClaimCheck::statements);
    }

    /** Returns the registry whose policy decides, too. */
    private static Optional<RegionalRegistry> beside(Claim claim) {
        return Optional.of(claim.on())
                .filter(Repository.class::isInstance)
                .map(on -> new RegionalRegistry(on.account(), on.region()));
    }

    /**
     * Returns what the policy was at that moment: where it was changed just then, what it became, and for what wasn't read back
     * after a write also what it was before.
     */
    private List<Optional<String>> at(PolicyHolder holder, Optional<Instant> moment, boolean readBack) {
        if (moment.isEmpty()) {
            return List.of(ecr.policy(holder));
        }
        List<PolicyText> shown = ecr.texts(holder);
        var texts = new ArrayList<Optional<String>>();
        shown.stream()
                .filter(text -> recorded(text.at()).equals(moment.get()))
                .map(PolicyText::text)
                .forEach(texts::add);
        // What a write made of it was read back; whom it names may have been deleted before or after that.
        boolean written = ecr.history(holder).stream()
                .anyMatch(change -> recorded(change.at()).equals(moment.get()));
        if (!written || !readBack) {
            texts.add(shown.stream()
                    .filter(text -> recorded(text.at()).isBefore(moment.get()))
                    .reduce((first, second) -> second)
                    .flatMap(PolicyText::text));
        }
        return texts;
    }

    private static boolean isReadBack(Message message) {
        return !(message instanceof Message.Private told
                && (told.note() instanceof GrantNote.Expiring
                        || told.note() instanceof GrantNote.ExpiringTogether
                        || told.note() instanceof GrantNote.Hindered));
    }

    // Records have no more of a moment.
    private static Instant recorded(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
