/** ECR and STS behind the desk's port {@code Policies}; everything AWS SDK stays in here. */
@NullMarked
package dev.ecrbot.aws;

import org.jspecify.annotations.NullMarked;
