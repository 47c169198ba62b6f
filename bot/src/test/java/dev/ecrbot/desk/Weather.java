package dev.ecrbot.desk;

import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** AWS on a bad day: answers late, throttles, fails, and drops answers, each now and then. */
final class Weather {
    private static final Fault FAIR = new Fault() {};
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Weather() {}

    static void over(EcrModel ecr, Random random, int calls) {
        List<ApiOperation> hit = List.of(
                ApiOperation.SET_REPOSITORY_POLICY,
                ApiOperation.SET_REPOSITORY_POLICY,
                ApiOperation.GET_REPOSITORY_POLICY);
        for (int i = 0; i < calls; i++) {
            ecr.traffic().fault(hit.get(i % hit.size()), 1, fault(random));
        }
    }

    /** Sets up one kind of fault for the calls to come, and returns what it is. */
    static String hits(EcrModel ecr, Random random) {
        Fault.When when = random.nextBoolean() ? Fault.When.BEFORE : Fault.When.AFTER;
        int kind = random.nextInt(5);
        Fault fault = kind == 0 ? Fault.throttle() : kind == 1 ? Fault.serverError(when) : Fault.drop(when);
        int times = 1 + random.nextInt(6);
        if (kind == 4) {
            ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1 + random.nextInt(3), new Fault() {});
            ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 3 * times, fault);
        } else {
            ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, times, fault);
            ecr.traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, times, fault);
        }
        return ", faults " + kind + " " + when + " x" + times;
    }

    private static Fault fault(Random random) {
        int dice = random.nextInt(100);
        Fault.When when = random.nextBoolean() ? Fault.When.BEFORE : Fault.When.AFTER;
        if (dice < 20) {
            return late(1 + random.nextInt(20), when);
        }
        if (dice < 28) {
            return Fault.throttle();
        }
        if (dice < 32) {
            return Fault.serverError(when);
        }
        return dice < 40 ? Fault.drop(when) : FAIR;
    }

    private static Fault late(int millis, Fault.When when) {
        return new Fault() {
            @Override
            public void before(ApiCall call) {
                if (when == When.BEFORE) {
                    pass(millis);
                }
            }

            @Override
            public void after(ApiCall call) {
                if (when == When.AFTER) {
                    pass(millis);
                }
            }
        };
    }

    /** Lets time pass, since there is nothing to wait for. */
    static void pass(int millis) {
        try {
            NEVER.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
