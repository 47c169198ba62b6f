/**
 * One model of Amazon ECR in memory: a fake behind the port {@code Policies}, and over HTTP an ECR and STS on this machine.
 *
 * <p>It does what AWS was seen to do: recordings of real answers in cloud-custodian, the service model, AWS's guides, and
 * reports of practitioners. Where none of these tells, the Javadoc says so.
 */
@NullMarked
package dev.ecrbot.sandbox.ecr;

import org.jspecify.annotations.NullMarked;
