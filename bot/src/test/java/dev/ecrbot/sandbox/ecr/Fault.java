package dev.ecrbot.sandbox.ecr;

import java.util.function.Consumer;

/** Something that goes wrong with a call, before it takes effect or after. */
public interface Fault {

    /** Whether the call still takes effect: a fault before keeps it from that, a fault after only hides it. */
    enum When {
        BEFORE,
        AFTER
    }

    /** Called before the call takes effect; keeps it from that by throwing. */
    default void before(ApiCall call) {}

    /** Called after the call took effect; hides its answer by throwing. */
    default void after(ApiCall call) {}

    /** AWS refuses with this error. */
    static Fault refuse(AwsError error) {
        return at(When.BEFORE, call -> {
            throw error;
        });
    }

    /** AWS throttles. */
    static Fault throttle() {
        return refuse(AwsError.throttled());
    }

    /** The caller's policies don't allow the call. */
    static Fault deny() {
        return at(When.BEFORE, call -> {
            throw AwsError.denied(call.caller(), call.operation().permission(), call.resource(), "identity-based");
        });
    }

    /** AWS answers 500. */
    static Fault serverError(When when) {
        return at(when, call -> {
            throw AwsError.server();
        });
    }

    /** The connection drops without an answer. */
    static Fault drop(When when) {
        return at(when, call -> {
            throw BrokenAnswer.dropped();
        });
    }

    /** Status 200 comes with a body that isn't AWS's. */
    static Fault brokenBody() {
        return at(When.AFTER, call -> {
            throw BrokenAnswer.body("{\"registryId\": \"1111");
        });
    }

    /** The call waits at the gate. */
    static Fault hold(Gate gate, When when) {
        return at(when, call -> gate.pass());
    }

    private static Fault at(When when, Consumer<ApiCall> what) {
        return new Fault() {
            @Override
            public void before(ApiCall call) {
                if (when == When.BEFORE) {
                    what.accept(call);
                }
            }

            @Override
            public void after(ApiCall call) {
                if (when == When.AFTER) {
                    what.accept(call);
                }
            }
        };
    }
}
