package dev.ecrbot.desk;

import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.AwsError;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Fault.When;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What goes wrong in one run of a plot.
 *
 * @param kind what befalls the bot
 * @param step at which of its steps, counted from 1
 * @param times how often AWS fails from then on
 * @param others at which of its steps somebody else writes the policy; 0 if nobody does
 */
record Mishap(Kind kind, int step, int times, int others) {
    static final String BY_OTHERS = LiveAccess.BY_HAND + " meanwhile";

    // Each fraction is far from all before it, however many there are.
    private static final double GOLDEN = 0.618_033_988_749_894_9;
    private static final double SILVER = 0.414_213_562_373_095_1;
    private static final int MOST = 2;

    enum Kind {
        KILLED(() -> new Fault() {}),
        DROPPED_BEFORE(() -> Fault.drop(When.BEFORE)),
        DROPPED_AFTER(() -> Fault.drop(When.AFTER)),
        FAILED(() -> Fault.serverError(When.AFTER)),
        THROTTLED(Fault::throttle),
        PRINCIPAL_NOT_FOUND(() -> Fault.refuse(AwsError.principalNotFound()));

        private final Supplier<Fault> fault;

        Kind(Supplier<Fault> fault) {
            this.fault = fault;
        }

        /** Returns at which of these steps it can happen. */
        private List<Integer> at(List<String> steps) {
            return IntStream.rangeClosed(1, steps.size())
                    .filter(step -> switch (this) {
                        case KILLED -> true;
                        case PRINCIPAL_NOT_FOUND -> steps.get(step - 1).equals("before write");
                        default -> List.of("before read", "before write").contains(steps.get(step - 1));
                    })
                    .boxed()
                    .toList();
        }

        private void meets(EcrModel ecr, int times) {
            List<ApiOperation> hit = this == PRINCIPAL_NOT_FOUND
                    ? List.of(ApiOperation.SET_REPOSITORY_POLICY)
                    : List.of(
                            ApiOperation.GET_REPOSITORY_POLICY,
                            ApiOperation.SET_REPOSITORY_POLICY,
                            ApiOperation.DELETE_REPOSITORY_POLICY);
            hit.forEach(operation -> ecr.traffic().fault(operation, times, fault.get()));
        }
    }

    /**
     * Returns the mishap of this number, for a plot that has these steps when nothing goes wrong.
     *
     * @param beside whether somebody else writes
     * @param start where the spread of all numbers begins, from 0 to 1
     */
    static Mishap of(int number, Kind kind, boolean beside, List<String> steps, double start) {
        List<Integer> at = kind.at(steps);
        int step = at.isEmpty() ? 0 : at.get((int) (spread(number, GOLDEN, start) * at.size()));
        // What happens after its death is nothing that it could step on.
        int last = kind == Kind.KILLED ? step : steps.size();
        int others = beside ? 1 + (int) (spread(number, SILVER, start) * last) : 0;
        return new Mishap(kind, step, 1 + number % MOST, others);
    }

    private static double spread(int number, double apart, double start) {
        return (start + (number + 1) * apart) % 1;
    }

    /** Returns whether there is a step at which it can happen. */
    boolean isPossible() {
        return step > 0;
    }

    /** Returns the fate of a process to which it happens. */
    Doom doom(EcrModel ecr, Repository repository) {
        var meanwhile = new HashMap<Integer, Runnable>();
        if (others > 0) {
            meanwhile.put(others, () -> ForeignPen.write(ecr, repository, true, BY_OTHERS));
        }
        if (kind == Kind.KILLED) {
            return new Doom(step, Integer.MAX_VALUE, meanwhile);
        }
        meanwhile.merge(step, () -> kind.meets(ecr, times), (first, second) -> () -> {
            first.run();
            second.run();
        });
        return new Doom(Integer.MAX_VALUE, Integer.MAX_VALUE, Map.copyOf(meanwhile));
    }

    /** Returns the states that the request may end in: a write whose answer got lost, and that no reading shows, has failed. */
    Set<RequestState> allowed(Plot plot) {
        boolean mayFail = switch (kind) {
            case DROPPED_BEFORE, DROPPED_AFTER, FAILED -> plot.allowed().contains(RequestState.APPLIED);
            case KILLED, THROTTLED, PRINCIPAL_NOT_FOUND -> false;
        };
        return mayFail ? EnumSet.of(RequestState.APPLIED, RequestState.FAILED) : plot.allowed();
    }

    /** Returns whether others wrote after the bot's last look and before its write, where AWS offers no way to notice. */
    boolean overtakes(List<String> steps) {
        return others > 0
                && steps.stream()
                        .skip(others - 1L)
                        .filter(step -> step.equals("before read") || step.equals("before write"))
                        .findFirst()
                        .filter("before write"::equals)
                        .isPresent();
    }
}
