package dev.ecrbot;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that are started later, in processes of their own, and perhaps again. They lie below those that
 * systems give to whoever connects (from 32768 on Linux, from 49152 elsewhere, RFC 6335, section 6): a port of those,
 * found free, may be somebody's connection by the time that the server wants it.
 */
public final class FreePort {
    private static final int FIRST = 11_000;
    private static final int COUNT = 21_000;
    // Processes that look for ports side by side begin far apart.
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 101 % COUNT));

    private FreePort() {}

    /** Returns a port at which nobody listens, and another one each time. */
    public static int next() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST + " on");
    }

    private static boolean isFree(int port) {
        try (var free = new ServerSocket(port)) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
