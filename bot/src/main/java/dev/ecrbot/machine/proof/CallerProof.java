package dev.ecrbot.machine.proof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ecrbot.config.AwsCaller;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.ProofProblems;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Takes AWS's word for who somebody is: they sign a call of {@code GetCallerIdentity}, and the bot sends it for them. The call goes to
 * the STS of its Region and nowhere else, as the bot makes it up: of what came only the signature and what it was made with are in it.
 * The signature covers a header that names this bot, so that what was signed for somebody else is of no use here. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
final class CallerProof {
    /** How old a signature may be, and how far ahead a clock. AWS itself allows fifteen minutes. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final int AT_ONCE = 3;
    private static final int OK = 200;

    private final Fetch fetch;
    private final Function<Region, URI> sts;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Cache<SignedCall, String> proven =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(FRESH).build();

    CallerProof(Fetch fetch, Function<Region, URI> sts, Clock clock) {
        this.fetch = fetch;
        this.sts = sts;
        this.clock = clock;
    }

    /** Returns where the STS of a Region is. */
    static URI sts(Region region) {
        return URI.create("https://" + CallerCall.host(region) + "/");
    }

    MachineIdentity of(String sent, MachineSettings settings) {
        SignedCall call = SignedCall.read(sent);
        String partition = call.region().partition().id();
        // AWS is asked in no part of the world where nobody is known.
        if (settings.identities().values().stream()
                .noneMatch(machine -> machine.caller()
                        .filter(caller -> caller.partition().equals(partition))
                        .isPresent())) {
            throw new ProblemException(ProofProblems.partitionUnknown(partition.toString()));
        }
        call.check(settings.audience(), clock.instant(), FRESH);
        String arn = arn(call);
        AwsCaller caller = AwsCaller.named(arn)
                .filter(found -> found.partition().equals(partition))
                .orElseThrow(() -> Unproven.stranger(arn));
        return settings.identities().values().stream()
                .filter(machine -> machine.caller().equals(Optional.of(caller)))
                .findFirst()
                .orElseThrow(() -> Unproven.stranger(arn));
    }

    private String arn(SignedCall call) {
        String known = proven.getIfPresent(call);
        if (known != null) {
            return known;
        }
        // Whoever proves nothing could have the bot ask AWS as often as they like.
        if (!free.tryAcquire()) {
            throw new ProblemException(ProofProblems.awsAskedByOthers());
        }
        try {
            String arn = asked(call);
            proven.put(call, arn);
            return arn;
        } finally {
            free.release();
        }
    }

    private String asked(SignedCall call) {
        var request = HttpRequest.newBuilder(sts.apply(call.region()))
                .header("Content-Type", CallerCall.TYPE)
                .POST(BodyPublishers.ofString(CallerCall.BODY));
        call.headers().forEach(request::header);
        try {
            Fetch.Answer answer = fetch.send(request);
            if (answer.status() / 100 == 5) {
                throw new ProblemException(ProofProblems.awsSilent());
            }
            if (answer.status() != OK) {
                throw new ProblemException(ProofProblems.signatureNotAccepted());
            }
            return CallerXml.arn(answer.body()).orElseThrow(() -> new ProblemException(ProofProblems.awsSilent()));
        } catch (IOException e) {
            throw new ProblemException(ProofProblems.awsSilent());
        }
    }
}
