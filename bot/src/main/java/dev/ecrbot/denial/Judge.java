package dev.ecrbot.denial;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges which half a text tells of. AWS's own sentence goes before what clients say, and what is said of another service
 * never counts as ECR's.
 */
final class Judge {
    private static final Pattern SERVICE =
            Pattern.compile("([a-z0-9-]{1,63}\\.amazonaws\\.com(?:\\.cn)?) service principal");
    private static final Pattern EXECUTION_ROLE =
            Pattern.compile("execution role ['\"]?(arn:[a-z-]{1,20}:iam::[0-9*]{3,12}:role/[\\w+=,.@/-]{1,600}+)");
    private static final String LAMBDA = "lambda.amazonaws.com";

    /** No more than that something didn't work. */
    private static final Set<Cause> VAGUE = Set.of(Cause.NO_REASON, Cause.CUT_OFF);

    /** What leaves open which half it is. */
    private static final Set<Cause> UNSAID = Set.of(
            Cause.DENY_SOMEWHERE,
            Cause.NO_REASON,
            Cause.LOGIN_BROKE,
            Cause.NOT_FOUND_OR_REFUSED,
            Cause.LAMBDA_SOURCE,
            Cause.PUSH_BROKE,
            Cause.AGENT_CORE,
            Cause.APP_RUNNER,
            Cause.CUT_OFF,
            Cause.NOT_TAKEN,
            Cause.TRIED_AGAIN,
            Cause.OTHER_SERVICE,
            Cause.ROLE_NOT_TAKEN_ON,
            Cause.UNKNOWN);

    private final PlainText text;
    private final AccessCatalogue accesses;

    Judge(PlainText text, AccessCatalogue accesses) {
        this.text = text;
        this.accesses = accesses;
    }

    Refusal refusal() {
        List<Sentence> sentences = Sentence.in(text);
        Optional<Cause> symptom = Symptom.of(text);
        Optional<Sentence> ofEcr = fullest(
                sentences.stream().filter(one -> one.ofEcr(symptom.isPresent())).toList());
        if (ofEcr.isPresent()) {
            return said(ofEcr.get());
        }
        Optional<Sentence> foreign = fullest(sentences);
        boolean vague = symptom.map(VAGUE::contains).orElse(true);
        if (foreign.isPresent() && vague) {
            return new Refusal(
                    foreign.get().ofSts() ? Cause.ROLE_NOT_TAKEN_ON : Cause.OTHER_SERVICE,
                    false,
                    foreign.get().action(),
                    Optional.empty(),
                    ImagePlace.UNKNOWN,
                    foreign.get().caller());
        }
        return shown(symptom.orElse(Cause.UNKNOWN), foreign.flatMap(Sentence::caller));
    }

    private static Optional<Sentence> fullest(List<Sentence> sentences) {
        return sentences.stream().reduce((one, other) -> other.completeness() > one.completeness() ? other : one);
    }

    private Refusal said(Sentence sentence) {
        Optional<Reason> reason = sentence.reason();
        return refusal(
                reason.map(Reason::cause).orElse(Cause.NO_REASON),
                reason.map(Reason::whole).orElse(false),
                sentence.action().or(() -> tried(Cause.NO_REASON)),
                sentence.resource(),
                sentence.caller());
    }

    private Refusal shown(Cause cause, Optional<Caller> named) {
        if (!cause.ofEcr()) {
            return new Refusal(cause, false, Optional.empty(), Optional.empty(), ImagePlace.UNKNOWN, named);
        }
        // Only AWS's sentence says for sure which policies it asked.
        Optional<Caller> caller = named.or(() -> service(cause)).or(this::executionRole);
        return refusal(cause, cause != Cause.NO_REASON, tried(cause), Optional.empty(), caller);
    }

    private Refusal refusal(
            Cause found, boolean whole, Optional<String> action, Optional<String> resource, Optional<Caller> caller) {
        Cause cause = action.equals(Optional.of(Actions.TOKEN)) ? found.ofLogin() : found;
        ImagePlace place = new PlaceReader(text).read(resource);
        Optional<Access> access = action.flatMap(name -> Actions.access(name, text, place.repository(), accesses));
        return new Refusal(cause, whole && !UNSAID.contains(cause), action, access, place, caller);
    }

    private Optional<Caller> service(Cause cause) {
        Matcher service = SERVICE.matcher(text.lower());
        return cause == Cause.LAMBDA
                ? Caller.parse(LAMBDA)
                : cause == Cause.SERVICE_NOT_GRANTED && service.find()
                        ? Caller.parse(service.group(1))
                        : Optional.empty();
    }

    /** Returns whom ECS says that it pulled as. */
    private Optional<Caller> executionRole() {
        Matcher role = EXECUTION_ROLE.matcher(text.text());
        return role.find() && !text.cutAt(role.end()) ? Caller.parse(role.group(1)) : Optional.empty();
    }

    /** Returns the action that was tried where no sentence of AWS names it. */
    private Optional<String> tried(Cause cause) {
        Optional<String> called = Actions.called(text);
        return switch (cause.tried()) {
            case CALLED -> called;
            case REQUESTED ->
                called.or(() -> login(Actions.ofRegistryAuth(text))).or(() -> Actions.requested(text));
            case LISTED -> Actions.listed(text).or(() -> Optional.of(Actions.PULL));
            case LOGIN -> called.or(() -> login(Actions.aboutToken(text)));
            case POLICY ->
                called.or(() ->
                        Optional.of(text.has("registry policy") ? Actions.SET_REGISTRY_POLICY : Actions.SET_POLICY));
            case REPLICATION -> Optional.of(Actions.REPLICATE);
            case NOTHING -> Optional.empty();
        };
    }

    private static Optional<String> login(boolean about) {
        return about ? Optional.of(Actions.TOKEN) : Optional.empty();
    }
}
