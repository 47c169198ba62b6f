/** Pure: account, Region, partition, repository, ARN, image URI, access, login snippet. */
@NullMarked
package dev.ecrbot.ecr;

import org.jspecify.annotations.NullMarked;
