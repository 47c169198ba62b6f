package dev.ecrbot.sandbox.ecr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds writes that were sent without a reading of the same policy since the caller's write before: such a write may wipe what came in between. */
public final class BlindWrites {
    private static final Set<ApiOperation> READS =
            Set.of(ApiOperation.GET_REPOSITORY_POLICY, ApiOperation.GET_REGISTRY_POLICY);
    private static final Set<ApiOperation> WRITES = Set.of(
            ApiOperation.SET_REPOSITORY_POLICY,
            ApiOperation.DELETE_REPOSITORY_POLICY,
            ApiOperation.PUT_REGISTRY_POLICY,
            ApiOperation.DELETE_REGISTRY_POLICY);

    private record Holder(String caller, String resource) {}

    private BlindWrites() {}

    /** Returns those among these calls, which are in the order of their arrival. */
    public static List<ApiCall> among(List<ApiCall> calls) {
        Map<Holder, ApiOperation> last = new HashMap<>();
        List<ApiCall> blind = new ArrayList<>();
        for (ApiCall call : calls) {
            var holder = new Holder(call.caller().principal(), call.resource());
            if (WRITES.contains(call.operation()) && !READS.contains(last.get(holder))) {
                blind.add(call);
            }
            if (READS.contains(call.operation()) || WRITES.contains(call.operation())) {
                last.put(holder, call.operation());
            }
        }
        return blind;
    }
}
