/** What every error of this package is. */
export class ClipForgeError extends Error {
  override name = 'ClipForgeError';
}

/** Why a delivery is not believed, in the order of the checks. */
export type WebhookRefusal =
  | 'missing_header'
  | 'malformed_timestamp'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'no_matching_signature';

const SENTENCES: Record<WebhookRefusal, string> = {
  missing_header: 'webhook-id, webhook-timestamp or webhook-signature is missing',
  malformed_timestamp: 'webhook-timestamp is not a number of seconds',
  timestamp_too_old: 'the webhook was sent too long ago',
  timestamp_too_new: 'the webhook was sent in the future; compare the clocks',
  no_matching_signature: 'no signature matches: check the secret, and that the body is exactly what was received',
};

/** Not from ClipForge, not for this secret, changed on the way, or sent again later. Answer 400 and do nothing. */
export class WebhookVerificationError extends ClipForgeError {
  override name = 'WebhookVerificationError';

  constructor(readonly reason: WebhookRefusal) {
    super(SENTENCES[reason]);
  }
}

/** The secret given is no webhook secret; the message does not repeat it. */
export class WebhookSecretError extends ClipForgeError {
  override name = 'WebhookSecretError';
}

/** The signature holds, but the body is not an event. */
export class WebhookPayloadError extends ClipForgeError {
  override name = 'WebhookPayloadError';
}
