package dev.ecrbot.desk.answer;

import dev.ecrbot.denial.Denial;
import dev.ecrbot.denial.Half;
import java.util.Set;

/** What a text and a look at the policies together come to. */
record Concluding(Denial denial) implements Look.Visitor<Conclusion> {
    private static final Set<Half> REFUSALS = Set.of(Half.RESOURCE, Half.IDENTITY, Half.BOTH);

    @Override
    public Conclusion needless(Look.Needless needless) {
        return Conclusion.TEXT;
    }

    @Override
    public Conclusion elsewhere(Look.Elsewhere elsewhere) {
        return Conclusion.ELSEWHERE;
    }

    @Override
    public Conclusion withheld(Look.Withheld withheld) {
        return Conclusion.TEXT;
    }

    @Override
    public Conclusion failed(Look.Failed failed) {
        return Conclusion.TEXT;
    }

    @Override
    public Conclusion missing(Look.Missing missing) {
        return Conclusion.MISSING;
    }

    @Override
    public Conclusion nobody(Look.Nobody nobody) {
        return Conclusion.TEXT;
    }

    @Override
    public Conclusion seen(Look.Seen seen) {
        return switch (seen.says().verdict()) {
            case DEPENDS -> isRefusal() ? Conclusion.DEPENDS : Conclusion.TEXT;
            case NO -> refused(seen);
            case YES -> allowed();
        };
    }

    private boolean isRefusal() {
        // What the text says for certain to be somewhere else is there, whatever else there is.
        return REFUSALS.contains(denial.half()) || (denial.half() == Half.OTHER && !denial.confident());
    }

    private Conclusion allowed() {
        if (denial.half() == Half.RESOURCE && denial.confident()) {
            return Conclusion.ALLOWED_NOW;
        }
        return isRefusal() ? Conclusion.CALLERS_SIDE : Conclusion.TEXT;
    }

    private Conclusion refused(Look.Seen seen) {
        if (seen.says().denied() && isRefusal()) {
            return Conclusion.DENIED;
        }
        // Within one account no Allow is needed here, and nothing follows from there being none.
        if (seen.within()) {
            return Conclusion.TEXT;
        }
        return switch (denial.half()) {
            case RESOURCE, BOTH -> Conclusion.NO_ALLOW;
            case IDENTITY -> Conclusion.BOTH_MISSING;
            case LOGIN, NETWORK, NOTFOUND, OTHER -> Conclusion.TEXT;
        };
    }
}
