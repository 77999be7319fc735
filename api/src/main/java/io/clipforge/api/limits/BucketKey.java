package io.clipforge.api.limits;

/** Whose bucket of which policy. */
record BucketKey(Policy policy, String subject) {

    /** Its name in Redis. A bucket keeps to the quota it was made with, so another has another. */
    String text(Quota quota) {
        return "limits:%s:%d:%d:%s"
                .formatted(policy.text(), quota.quota(), quota.window().toSeconds(), subject);
    }
}
