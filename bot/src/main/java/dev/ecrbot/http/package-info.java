/** Serves HTTP to whoever comes, however slowly. The only room that sees Jetty; knows no other room. */
@NullMarked
package dev.ecrbot.http;

import org.jspecify.annotations.NullMarked;
