package io.clipforge.api.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * How often a sign-in failed of late.
 *
 * @param subject digest of what was tried
 * @param waitS seconds until the failures are forgotten
 */
@MappedEntity("sign_in_failures")
record SignInFailure(@Id String subject, int failures, long waitS) {}
