/**
 * Parts of what people are told, as words only: sentences and ends of sentences that go into a problem, beside a plan or a finding, or into an
 * answer, each in the class of its subject. Whatever says such a thing in more than one place says it in these words.
 */
@NullMarked
package dev.ecrbot.problem.phrase;

import org.jspecify.annotations.NullMarked;
