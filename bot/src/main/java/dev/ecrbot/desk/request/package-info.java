/** Requests and the grants they make: values, without a word on where they are kept. */
@NullMarked
package dev.ecrbot.desk.request;

import org.jspecify.annotations.NullMarked;
