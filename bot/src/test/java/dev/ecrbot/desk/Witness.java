package dev.ecrbot.desk;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.sandbox.ecr.EcrModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private final Shown shown = new Shown();
    private final Hearsay hearsay;
    private final ClaimChecks checks;
    private final Excuses excuses;
    private final Unsaid unsaid;

    public Witness(EcrModel ecr) {
        var past = new PastPolicies(ecr);
        this.hearsay = new Hearsay(ecr);
        this.checks = new ClaimChecks(past);
        this.excuses = new Excuses(past, shown);
        this.unsaid = new Unsaid(past, excuses);
    }

    /** Takes what Slack shows from now on. */
    public synchronized void hears(Message message) {
        shown.add(message);
    }

    /** Takes what a channel was told about no request: what it says that others did is compared with who did what. */
    public synchronized void hears(Announcement announcement) {
        hearsay.announces(announcement);
    }

    /**
     * Takes an answer that somebody got.
     *
     * @param asked when they had asked
     */
    public synchronized void answers(Answer answer, Instant asked, Instant now) {
        hearsay.answers(answer, asked, now);
    }

    /** From now on who did what is compared, and not when: the bot's clock isn't the local ECR's. */
    public synchronized void untimed() {
        hearsay.untimed();
    }

    /** The record of the request is lost, so that nobody can edit its card any more. */
    public synchronized void forget(RequestId lost) {
        shown.forget(lost);
    }

    /** Forgets what was said of moments so far. */
    public synchronized void forgetMoments() {
        shown.forgetMoments();
    }

    /** Takes note that others changed by then what policies mean without writing any, as who deletes a role does. */
    public synchronized void othersActed(Instant at) {
        excuses.othersActed(at);
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
        excuses.swept(at, underWay);
    }

    /**
     * Checks everything that stands there by now, and what was said of moments since it was asked last.
     *
     * @param untold whether the bot is still to tell something, or changing a policy
     * @return what isn't so, and isn't explained
     */
    public synchronized List<Falsehood> falsehoods(Instant now, boolean untold) {
        var found = new ArrayList<Falsehood>();
        shown.moments()
                .forEach(message -> message.claims()
                        .forEach(claim -> checks.falsehood(message, claim, now).ifPresent(found::add)));
        shown.forgetMoments();
        shown.cards()
                .forEach(card -> card.claim()
                        .flatMap(claim -> checks.falsehood(card, claim, now))
                        .ifPresent(found::add));
        found.removeIf(each -> excuses.cover(each, now, untold));
        return found;
    }

    /**
     * Returns what stands under a Sid of the bot's, and no card says so.
     *
     * @param untold as for {@link #falsehoods}
     */
    public synchronized List<Explained.Place> unsaid(boolean untold) {
        return unsaid.beside(shown.cards(), untold);
    }

    /** Returns what answers and announcements said so far and wasn't so. */
    public synchronized List<String> untrueAnswers() {
        return hearsay.untrue();
    }

    /** Returns how many claims were checked so far, each as often as it was. */
    public long checked() {
        return checks.checked();
    }

    /** Returns how many statements of answers were checked so far. */
    public synchronized long answersChecked() {
        return hearsay.answersChecked();
    }

    /** Returns how often what others are said to have done was checked so far. */
    public synchronized long deedsChecked() {
        return hearsay.deedsChecked();
    }

    /** Returns how often which grace was used. */
    public Map<Grace, Integer> used() {
        return excuses.used();
    }
}
