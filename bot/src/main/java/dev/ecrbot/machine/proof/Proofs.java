package dev.ecrbot.machine.proof;

import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.ProofProblems;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out which machine sent something. Thread-safe. */
public final class Proofs {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 12 * 1024;

    private final Supplier<Optional<MachineSettings>> settings;
    private final TokenProof tokens;
    private final CallerProof callers;

    /** Returns what goes by the configuration as it is at each moment. */
    public static Proofs of(Supplier<Optional<MachineSettings>> settings, Clock clock) {
        return of(settings, CallerProof::sts, clock);
    }

    /** @param sts where AWS is asked who somebody is, for each Region */
    static Proofs of(Supplier<Optional<MachineSettings>> settings, Function<Region, URI> sts, Clock clock) {
        var fetch = new Fetch();
        return new Proofs(settings, new TokenProof(fetch, clock), new CallerProof(fetch, sts, clock));
    }

    private Proofs(Supplier<Optional<MachineSettings>> settings, TokenProof tokens, CallerProof callers) {
        this.settings = settings;
        this.tokens = tokens;
        this.callers = callers;
    }

    /**
     * Returns the machine that sent it.
     *
     * @param authorization the header, unchecked
     * @throws dev.ecrbot.problem.ProblemException if that isn't proven
     */
    public MachineIdentity of(String authorization) {
        MachineSettings now = settings.get().orElseThrow(() -> new ProblemException(ProofProblems.noMachines()));
        if (authorization.length() > LONGEST) {
            throw new ProblemException(ProofProblems.headerTooLong());
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return tokens.of(authorization.substring(BEARER.length()).strip(), now);
        }
        if (authorization.regionMatches(true, 0, CallerCall.SCHEME, 0, CallerCall.SCHEME.length())) {
            return callers.of(
                    authorization.substring(CallerCall.SCHEME.length()).strip(), now);
        }
        throw new ProblemException(
                authorization.isBlank() ? ProofProblems.noHeader() : ProofProblems.headerOfUnknownKind());
    }
}
