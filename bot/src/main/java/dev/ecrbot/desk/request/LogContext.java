package dev.ecrbot.desk.request;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Has each line that is logged meanwhile say which request it is about, whichever room logs it. */
public final class LogContext {
    /** The name of the id in the context of a line. */
    public static final String REQUEST = "request";

    private LogContext() {}

    /** Does the work. Within it may be work about another request; its lines are about that one. */
    public static <T> T about(RequestId request, Supplier<T> work) {
        // Put back afterwards: who applies one request may settle another on the way.
        Optional<String> before = Optional.ofNullable(MDC.get(REQUEST));
        MDC.put(REQUEST, request.value());
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(id -> MDC.put(REQUEST, id), () -> MDC.remove(REQUEST));
        }
    }

    /** As the other, for work without a result. */
    public static void about(RequestId request, Runnable work) {
        about(request, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Returns the work with its lines about the same request as those here, whichever thread does it. */
    public static <T> Supplier<T> carriedTo(Supplier<T> work) {
        return Optional.ofNullable(MDC.get(REQUEST))
                .<Supplier<T>>map(id -> () -> about(new RequestId(id), work))
                .orElse(work);
    }
}
