/** Pure: takes a pasted error apart and says which half of an access to ECR it tells of, from its words alone. */
@NullMarked
package dev.ecrbot.denial;

import org.jspecify.annotations.NullMarked;
