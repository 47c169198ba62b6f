package dev.ecrbot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A property that is too slow to be tried as often as it says in each build, and is tried so often there. The profile
 * {@code full} has all of its tries.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sampled {
    /** How many tries each build has. */
    int value();
}
