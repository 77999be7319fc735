export { ClipForgeError, WebhookPayloadError, WebhookSecretError, WebhookVerificationError } from './errors.js';
export type { WebhookRefusal } from './errors.js';
export * as webhooks from './webhooks.js';
