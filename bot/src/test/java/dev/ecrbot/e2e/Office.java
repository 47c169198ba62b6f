package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.Trial;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A trial with the words that tests of it are told in. */
final class Office implements AutoCloseable {
    static final Person RITA = SampleWorkspace.REQUESTER;
    static final Person AMIR = SampleWorkspace.APPROVER;
    static final Person OLGA = SampleWorkspace.SECOND_APPROVER;
    static final Person BEN = SampleWorkspace.BYSTANDER;
    static final String APPROVALS = SampleWorkspace.APPROVALS.id();
    static final String GENERAL = SampleWorkspace.GENERAL.id();
    static final String APPROVE = "request.approve";
    static final String DENY = "request.deny";
    static final String SHORTEN = "request.shorten";
    static final String EXTEND = "grant.extend";
    static final String END = "grant.end";
    // The Slack and the AWS here are on this machine, and nothing is gained by waiting for them.
    private static final Tempo FASTER = new Tempo(10);
    private static final Pattern ID = Pattern.compile("req-[0-9a-z]{8}");

    final Trial trial;
    final LocalSlack slack;

    Office() {
        this(TrialConfig.http());
    }

    Office(TrialConfig config) {
        this(config, Clock.systemUTC());
    }

    Office(TrialConfig config, Clock clock) {
        this.trial = Trial.start(config, clock, FASTER);
        this.slack = trial.slack();
    }

    Delivery types(Person person, String text) {
        Delivery delivery = slack.command(person, GENERAL, text);
        assertThat(delivery.status()).as(delivery.body()).isEqualTo(200);
        return delivery;
    }

    /** Types the text and returns the new card that comes of it. */
    Message asks(Person person, String text) {
        List<String> before = cards().stream().map(Message::ts).toList();
        types(person, text);
        return slack.await(() ->
                cards().stream().filter(card -> !before.contains(card.ts())).findFirst());
    }

    Delivery clicks(Person person, Message card, String action) {
        return slack.click(person, slack.current(card).orElseThrow(), action);
    }

    /** Clicks Approve and waits until the card has no buttons any more. */
    Message approves(Person person, Message card) {
        clicks(person, card, APPROVE);
        return until(card, now -> isDecided(now) && now.shown().contains("Applied"));
    }

    /** Returns whether nobody can approve or deny on it any more. */
    static boolean isDecided(Message card) {
        return card.button(APPROVE).isEmpty() && card.button(DENY).isEmpty();
    }

    /** Types, has it approved, and waits until it is applied. */
    Message grants(String text) {
        return approves(AMIR, asks(RITA, text));
    }

    Message until(Message card, Predicate<Message> condition) {
        return slack.await(() -> slack.current(card).filter(condition));
    }

    /** Has something done, and waits for what the person, and only they, is told next. */
    Message answer(Person person, Runnable deed) {
        List<String> before = answers(person).stream().map(Message::ts).toList();
        deed.run();
        return slack.await(() -> answers(person).stream()
                .filter(message -> !before.contains(message.ts()))
                .findFirst());
    }

    /** Returns what only this person sees, less the word that it takes a while, which a slow machine brings about. */
    List<Message> answers(Person person) {
        return slack.ephemerals(person).stream()
                .filter(message -> !message.shown().contains("This takes a moment"))
                .toList();
    }

    /** Waits for something that only this person sees and that holds all these texts. */
    Message told(Person person, String... texts) {
        return slack.await(() -> slack.ephemerals(person).stream()
                .filter(message -> List.of(texts).stream().allMatch(message.shown()::contains))
                .findFirst());
    }

    /** Waits for a direct message with all these texts. */
    Message written(Person person, String... texts) {
        return slack.await(() -> slack.dms(person).stream()
                .filter(message -> List.of(texts).stream().allMatch(message.shown()::contains))
                .findFirst());
    }

    /** Returns the cards in the approvers' channel, oldest first. */
    List<Message> cards() {
        return slack.messages(APPROVALS).stream().filter(Message::topLevel).toList();
    }

    String policy(String repository) {
        return trial.ecr().policy(SeedRegistry.west(repository)).orElse("");
    }

    int writes() {
        return trial.ecr().traffic().calls(ApiOperation.SET_REPOSITORY_POLICY).size()
                + trial.ecr()
                        .traffic()
                        .calls(ApiOperation.DELETE_REPOSITORY_POLICY)
                        .size();
    }

    /** Returns the text as Slack is told it: with a mention in place of the person's id. */
    static String mentioning(Person person, String text) {
        return text.replace(person.id(), "<@" + person.id() + ">");
    }

    static String id(Message card) {
        Matcher matcher = ID.matcher(card.shown());
        return Optional.of(matcher).filter(Matcher::find).map(Matcher::group).orElseThrow();
    }

    /** Ends all of it, once everything that Slack shows is so. */
    @Override
    public void close() {
        try {
            assertAllIsSo();
        } finally {
            trial.close();
        }
    }

    private void assertAllIsSo() {
        slack.faults().clear();
        trial.ecr().traffic().clearFaults();
        assertThat(trial.attestation().falsehoodsAtLast())
                .as("what Slack shows and isn't so")
                .isEmpty();
    }
}
