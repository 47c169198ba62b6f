package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One method of the Web API: takes arguments, returns what stands beside {@code "ok": true}, or refuses. */
interface ApiMethod {

    ObjectNode call(Args args);
}
