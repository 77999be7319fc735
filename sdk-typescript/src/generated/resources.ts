// Made by ./clipforge gen from openapi/dist/clipforge.yaml; do not edit.
// SHA-256 of the contract: de2d9c2c2c93716fbc70a2089696aafd872d66c7fead9e4a0423ba30fc778f5b
import type { Answer } from '../answer.js';
import type { CallOptions, HeaderOptions } from '../options.js';
import type { Pages } from '../pages.js';
import { Resource } from '../resource.js';
import type {
  ApiKey,
  ApiKeyLeak,
  ApiKeyPage,
  ApiKeyReroll,
  Asset,
  AssetPage,
  AuditEntryPage,
  AuditVerification,
  BrandKit,
  BrandKitPage,
  BrandKitUpdate,
  CreatedApiKey,
  CreatedInvitation,
  CreatedOAuthClient,
  CreatedWebhookEndpoint,
  Delivery,
  DeliveryPage,
  DeliveryStatus,
  Event,
  EventPage,
  EventType,
  Export,
  ExportExpansion,
  ExportPage,
  ExportStatus,
  Ingest,
  IngestExpansion,
  IngestPage,
  IngestStatus,
  InvitationAcceptance,
  InvitationPage,
  Job,
  JobAttemptPage,
  JobKind,
  JobPage,
  JobStatus,
  Member,
  MemberPage,
  MemberUpdate,
  Moment,
  MomentPage,
  NewApiKey,
  NewBrandKit,
  NewExport,
  NewIngest,
  NewInvitation,
  NewOAuthClient,
  NewOrganization,
  NewProject,
  NewSession,
  NewUpload,
  NewUploadParts,
  NewWebhookEndpoint,
  OAuthClientPage,
  Organization,
  OrganizationUpdate,
  Project,
  ProjectPage,
  ProjectUpdate,
  Recaption,
  RedriveRequest,
  RotatedWebhookSecret,
  Session,
  SessionRefresh,
  Transcript,
  TranscriptUpdate,
  Upload,
  UploadCompletion,
  UploadPartList,
  WebhookEndpoint,
  WebhookEndpointPage,
} from './models.js';

export class ApiKeysResource extends Resource {
  /**
   * Create an API key.
   *
   * Makes a key for one environment with the scopes you name. The secret is in this answer and nowhere else: we keep
   * only its hash. A key cannot make a mightier one: it gives away only scopes that it holds itself, a `test` key
   * makes `test` keys only, and a key that is bound to addresses makes keys bound to those or to fewer.
   */
  create(body: NewApiKey, options: CallOptions = {}): Answer<CreatedApiKey> {
    return this.transport.object({
      call: 'api_keys.create',
      method: 'POST',
      path: '/v1/api_keys',
      body,
    }, options);
  }

  /**
   * Get an API key.
   *
   * One key, without its secret.
   *
   * @param apiKeyId Id of the API key.
   */
  get(apiKeyId: string, options: CallOptions = {}): Answer<ApiKey> {
    return this.transport.object({
      call: 'api_keys.get',
      method: 'GET',
      path: '/v1/api_keys/{api_key_id}',
      ids: [apiKeyId],
    }, options);
  }

  /**
   * List API keys.
   *
   * The keys of the organization, revoked ones included, newest first. Secrets are never shown again. A `test` key
   * sees `test` keys only.
   */
  list(query: {
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<ApiKeyPage['data'][number]> {
    return this.transport.pages({
      call: 'api_keys.list',
      method: 'GET',
      path: '/v1/api_keys',
      query,
    }, options);
  }

  /**
   * Report a leaked API key.
   *
   * For anyone who found a secret of ours where it does not belong. If a key of that secret works, it is revoked and
   * its organization is told with `api_key.revoked`; a secret that a reroll replaced stops working, and the key goes
   * on with its new one. The answer is the same whether there was such a key or not.
   */
  reportLeak(body: ApiKeyLeak, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'api_keys.report_leak',
      method: 'POST',
      path: '/v1/api_keys/report_leak',
      body,
    }, options);
  }

  /**
   * Give an API key a new secret.
   *
   * The key keeps its id and everything else and gets a new secret, which is in this answer and nowhere else. The one
   * it had works on for `overlap_seconds`, so that you can roll the new one out first; so do those that earlier
   * rerolls replaced, never longer than each was promised. With 0 the new secret is the only one at once. A key
   * rerolls only keys that it could have made; one that is revoked or has expired is refused with `conflict`.
   *
   * @param apiKeyId Id of the API key.
   */
  reroll(apiKeyId: string, body: ApiKeyReroll, options: CallOptions = {}): Answer<CreatedApiKey> {
    return this.transport.object({
      call: 'api_keys.reroll',
      method: 'POST',
      path: '/v1/api_keys/{api_key_id}/reroll',
      ids: [apiKeyId],
      body,
    }, options);
  }

  /**
   * Revoke an API key.
   *
   * Stops the key for good, within one second everywhere, and tells your webhooks with `api_key.revoked`. Revoking a
   * revoked key changes nothing and succeeds.
   *
   * @param apiKeyId Id of the API key.
   */
  revoke(apiKeyId: string, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'api_keys.revoke',
      method: 'DELETE',
      path: '/v1/api_keys/{api_key_id}',
      ids: [apiKeyId],
    }, options);
  }
}

export class AssetsResource extends Resource {
  /**
   * Delete an asset.
   *
   * Deletes the source video with its transcript, moments and exports, in the database and in storage. While a job
   * works on it the deletion is refused with `conflict`; cancel the ingest or export first.
   *
   * @param assetId Id of the asset.
   */
  delete(assetId: string, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'assets.delete',
      method: 'DELETE',
      path: '/v1/assets/{asset_id}',
      ids: [assetId],
    }, options);
  }

  /**
   * Get an asset.
   *
   * One source video with what is known about it so far.
   *
   * @param assetId Id of the asset.
   */
  get(assetId: string, options: CallOptions = {}): Answer<Asset> {
    return this.transport.object({
      call: 'assets.get',
      method: 'GET',
      path: '/v1/assets/{asset_id}',
      ids: [assetId],
    }, options);
  }

  /**
   * List assets.
   *
   * Source videos of this environment, newest first.
   */
  list(query: {
    /** Only assets of this project. */
    project_id?: string;
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<AssetPage['data'][number]> {
    return this.transport.pages({
      call: 'assets.list',
      method: 'GET',
      path: '/v1/assets',
      query,
    }, options);
  }
}

export class AuditLogResource extends Resource {
  /**
   * List the audit log.
   *
   * What was changed in this environment, newest first: one entry for each object that an operation changed. An entry
   * is written together with the change, never altered and never deleted.
   */
  list(query: {
    /** Only what this caller did. */
    actor?: string;
    /** Only this operation, by its `operationId`. */
    action?: string;
    /** Only what was done to this object. */
    target?: string;
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<AuditEntryPage['data'][number]> {
    return this.transport.pages({
      call: 'audit_log.list',
      method: 'GET',
      path: '/v1/audit_log',
      query,
    }, options);
  }

  /**
   * Verify the audit log.
   *
   * Recomputes the organization's chain of hashes, some thousand entries at a time, and says where it is broken: an
   * entry that was changed, swapped or deleted past the API. Go on with `next_sequence` as `from_sequence` until it
   * is absent. Keep `head_hash` somewhere else: a chain that was rewritten as a whole no longer holds it.
   */
  verify(query: {
    /** The first entry to look at. */
    from_sequence?: number;
  } = {}, options: CallOptions = {}): Answer<AuditVerification> {
    return this.transport.object({
      call: 'audit_log.verify',
      method: 'GET',
      path: '/v1/audit_log/verify',
      query,
    }, options);
  }
}

export class BrandKitsResource extends Resource {
  /**
   * Create a brand kit.
   *
   * What exports of one brand have in common. It begins as version 1.
   */
  create(body: NewBrandKit, options: CallOptions & HeaderOptions['Idempotency-Key'] = {}): Answer<BrandKit> {
    return this.transport.object({
      call: 'brand_kits.create',
      method: 'POST',
      path: '/v1/brand_kits',
      body,
      idempotent: true,
    }, options);
  }

  /**
   * Delete a brand kit.
   *
   * Deletes the brand kit with all of its versions: no new export can name it. Exports already made keep what they
   * were made with.
   *
   * @param brandKitId Id of the brand kit.
   */
  delete(brandKitId: string, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'brand_kits.delete',
      method: 'DELETE',
      path: '/v1/brand_kits/{brand_kit_id}',
      ids: [brandKitId],
    }, options);
  }

  /**
   * Get a brand kit.
   *
   * One brand kit, with its version in `ETag`: as it is now, or as it was in the `version` asked for. Versions are
   * counted from 1 without gaps, and stay readable as long as the brand kit is not deleted.
   *
   * @param brandKitId Id of the brand kit.
   */
  get(brandKitId: string, query: {
    /** Return the brand kit as it was in this version; as it is now when absent. */
    version?: number;
  } = {}, options: CallOptions & HeaderOptions['If-None-Match'] = {}): Answer<BrandKit> {
    return this.transport.object({
      call: 'brand_kits.get',
      method: 'GET',
      path: '/v1/brand_kits/{brand_kit_id}',
      ids: [brandKitId],
      query,
    }, options);
  }

  /**
   * List brand kits.
   *
   * Brand kits of this environment, newest first.
   */
  list(query: {
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<BrandKitPage['data'][number]> {
    return this.transport.pages({
      call: 'brand_kits.list',
      method: 'GET',
      path: '/v1/brand_kits',
      query,
    }, options);
  }

  /**
   * Update a brand kit.
   *
   * Changes the properties you send and leaves the others, which makes the brand kit's next version. `metadata` is
   * replaced as a whole. Exports already made keep what they were made with, and older versions stay readable and
   * usable.
   *
   * @param brandKitId Id of the brand kit.
   */
  update(brandKitId: string, body: BrandKitUpdate, options: CallOptions & HeaderOptions['If-Match'] = {}): Answer<BrandKit> {
    return this.transport.object({
      call: 'brand_kits.update',
      method: 'PATCH',
      path: '/v1/brand_kits/{brand_kit_id}',
      ids: [brandKitId],
      body,
    }, options);
  }
}

export class DeliveriesResource extends Resource {
  /**
   * Get a delivery.
   *
   * One delivery with every attempt.
   *
   * @param deliveryId Id of the delivery.
   */
  get(deliveryId: string, options: CallOptions = {}): Answer<Delivery> {
    return this.transport.object({
      call: 'deliveries.get',
      method: 'GET',
      path: '/v1/deliveries/{delivery_id}',
      ids: [deliveryId],
    }, options);
  }

  /**
   * List deliveries.
   *
   * Calls to your endpoints with every attempt, newest first.
   */
  list(query: {
    /** Only deliveries to this endpoint. */
    webhook_endpoint_id?: string;
    /** Only deliveries of this event. */
    event_id?: string;
    /** Only deliveries in this state. */
    status?: DeliveryStatus;
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<DeliveryPage['data'][number]> {
    return this.transport.pages({
      call: 'deliveries.list',
      method: 'GET',
      path: '/v1/deliveries',
      query,
    }, options);
  }

  /**
   * Send a delivery again.
   *
   * Calls the endpoint once more with the same event and `webhook-id`, whatever the state of the delivery. Refused
   * with `conflict` when the endpoint is disabled or deleted.
   *
   * @param deliveryId Id of the delivery.
   */
  resend(deliveryId: string, options: CallOptions = {}): Answer<Delivery> {
    return this.transport.object({
      call: 'deliveries.resend',
      method: 'POST',
      path: '/v1/deliveries/{delivery_id}/resend',
      ids: [deliveryId],
    }, options);
  }
}

export class EventsResource extends Resource {
  /**
   * Get an event.
   *
   * One event as it was sent.
   *
   * @param eventId Id of the event.
   */
  get(eventId: string, options: CallOptions = {}): Answer<Event> {
    return this.transport.object({
      call: 'events.get',
      method: 'GET',
      path: '/v1/events/{event_id}',
      ids: [eventId],
    }, options);
  }

  /**
   * List events.
   *
   * What happened in this environment, newest first. It is the pull twin of webhooks: everything that is sent is
   * listed here.
   */
  list(query: {
    /** Only events of this type. */
    type?: EventType;
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<EventPage['data'][number]> {
    return this.transport.pages({
      call: 'events.list',
      method: 'GET',
      path: '/v1/events',
      query,
    }, options);
  }
}

export class ExportsResource extends Resource {
  /**
   * Cancel an export.
   *
   * Stops the rendering. Cancelling a cancelled export changes nothing and succeeds; one that has ended otherwise is
   * refused with `job_not_cancellable`.
   *
   * @param exportId Id of the export.
   */
  cancel(exportId: string, options: CallOptions = {}): Answer<Export> {
    return this.transport.object({
      call: 'exports.cancel',
      method: 'POST',
      path: '/v1/exports/{export_id}/cancel',
      ids: [exportId],
      repeatable: true,
    }, options);
  }

  /**
   * Export a clip.
   *
   * Renders a moment, or any stretch of an asset, once per ratio: cut, reframed, captioned, brought to −14 LUFS, as
   * MP4 with SRT, VTT, a thumbnail and a contact sheet. Name either `moment_id`, or `asset_id` with `start_ms` and
   * `end_ms`. Music (`sound.music_upload_id`) is a completed upload of a sound file (MP3, WAV, FLAC, M4A, AAC, Ogg
   * …). It is repeated or trimmed to the clip's length and fades out over its last 2 s. A file without sound that can
   * be read fails the export with `unsupported_media`. Every finished file is measured (`quality` of a rendition).
   * One that fails a check is made once more with safer settings where they may help: the whole picture instead of a
   * crop, plain captions, another encoder, a lower ceiling for the sound. If it fails again the export fails with
   * `export_quality_failed`, its problem names the checks, and nothing is charged.
   */
  create(body: NewExport, options: CallOptions & HeaderOptions['Idempotency-Key'] = {}): Answer<Export> {
    return this.transport.object({
      call: 'exports.create',
      method: 'POST',
      path: '/v1/exports',
      body,
      idempotent: true,
    }, options);
  }

  /**
   * Get an export.
   *
   * One export. When it is `ready`, `renditions` carry fresh presigned addresses.
   *
   * @param exportId Id of the export.
   */
  get(exportId: string, query: {
    /** Objects to return whole beside their ids, separated by commas. Each needs the scope to read it. */
    expand?: Array<ExportExpansion>;
  } = {}, options: CallOptions = {}): Answer<Export> {
    return this.transport.object({
      call: 'exports.get',
      method: 'GET',
      path: '/v1/exports/{export_id}',
      ids: [exportId],
      query,
    }, options);
  }

  /**
   * List exports.
   *
   * Exports of this environment, newest first.
   */
  list(query: {
    /** Objects to return whole beside their ids, separated by commas. Each needs the scope to read it. */
    expand?: Array<ExportExpansion>;
    /** Only exports of this asset. */
    asset_id?: string;
    /** Only exports of this moment. */
    moment_id?: string;
    /** Only exports in this state. */
    status?: ExportStatus;
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<ExportPage['data'][number]> {
    return this.transport.pages({
      call: 'exports.list',
      method: 'GET',
      path: '/v1/exports',
      query,
    }, options);
  }

  /**
   * Make an export again with new captions.
   *
   * Makes a new export that is as this one but for its captions: they show the transcript as it is now, drawn as
   * `captions` says. Stretch, ratios, cuts, sound and the version of the brand kit are those of this export, in
   * whatever state it is; it stays as it is. Jump cuts and ducked music follow the corrected words. It is charged
   * like any export.
   *
   * @param exportId Id of the export.
   */
  recaption(exportId: string, body: Recaption, options: CallOptions & HeaderOptions['Idempotency-Key'] = {}): Answer<Export> {
    return this.transport.object({
      call: 'exports.recaption',
      method: 'POST',
      path: '/v1/exports/{export_id}/recaption',
      ids: [exportId],
      body,
      idempotent: true,
    }, options);
  }
}

export class IngestsResource extends Resource {
  /**
   * Cancel an ingest.
   *
   * Stops every job of the ingest. Cancelling a cancelled ingest changes nothing and succeeds; one that has ended
   * otherwise is refused with `job_not_cancellable`.
   *
   * @param ingestId Id of the ingest.
   */
  cancel(ingestId: string, options: CallOptions = {}): Answer<Ingest> {
    return this.transport.object({
      call: 'ingests.cancel',
      method: 'POST',
      path: '/v1/ingests/{ingest_id}/cancel',
      ids: [ingestId],
      repeatable: true,
    }, options);
  }

  /**
   * Ingest a video.
   *
   * Takes a completed upload or a public https address, and starts the flow that ends with a transcript and ranked
   * moments: `ingest`, then `transcribe` beside `analyze`, then `rank`. Follow it through `job`, by webhook, or by
   * asking again. A file that cannot be used ends as `failed` with a `problem` and is not charged.
   */
  create(body: NewIngest, options: CallOptions & HeaderOptions['Idempotency-Key'] = {}): Answer<Ingest> {
    return this.transport.object({
      call: 'ingests.create',
      method: 'POST',
      path: '/v1/ingests',
      body,
      idempotent: true,
    }, options);
  }

  /**
   * Get an ingest.
   *
   * The state of one ingest.
   *
   * @param ingestId Id of the ingest.
   */
  get(ingestId: string, query: {
    /** Objects to return whole beside their ids, separated by commas. Each needs the scope to read it. */
    expand?: Array<IngestExpansion>;
  } = {}, options: CallOptions = {}): Answer<Ingest> {
    return this.transport.object({
      call: 'ingests.get',
      method: 'GET',
      path: '/v1/ingests/{ingest_id}',
      ids: [ingestId],
      query,
    }, options);
  }

  /**
   * List ingests.
   *
   * Ingests of this environment, newest first.
   */
  list(query: {
    /** Objects to return whole beside their ids, separated by commas. Each needs the scope to read it. */
    expand?: Array<IngestExpansion>;
    /** Only ingests of this project. */
    project_id?: string;
    /** Only ingests in this state. */
    status?: IngestStatus;
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<IngestPage['data'][number]> {
    return this.transport.pages({
      call: 'ingests.list',
      method: 'GET',
      path: '/v1/ingests',
      query,
    }, options);
  }
}

export class InvitationsResource extends Resource {
  /**
   * Accept an invitation.
   *
   * Makes the invited person a member. Who is new to us sets a name and a password; who has an account, perhaps in
   * another organization, sends its password, and the name is left as it is. Then sign in. A token that is unknown,
   * used, revoked or expired is answered with `not_found`; wrong passwords are counted like failed sign-ins.
   */
  accept(body: InvitationAcceptance, options: CallOptions = {}): Answer<Member> {
    return this.transport.object({
      call: 'invitations.accept',
      method: 'POST',
      path: '/v1/invitations/accept',
      body,
    }, options);
  }

  /**
   * Invite a person.
   *
   * Makes an invitation that is good for 7 days. We send no mail: the answer holds the token, once, and your app
   * sends it to the person, who accepts with it. An earlier invitation of the same address that is still open is
   * revoked. Owners are invited by owners who are signed in only; who is a member already is refused with `conflict`.
   */
  create(body: NewInvitation, options: CallOptions = {}): Answer<CreatedInvitation> {
    return this.transport.object({
      call: 'invitations.create',
      method: 'POST',
      path: '/v1/invitations',
      body,
    }, options);
  }

  /**
   * List invitations.
   *
   * The invitations of the organization, used ones included, newest first. Tokens are never shown again.
   */
  list(query: {
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<InvitationPage['data'][number]> {
    return this.transport.pages({
      call: 'invitations.list',
      method: 'GET',
      path: '/v1/invitations',
      query,
    }, options);
  }

  /**
   * Revoke an invitation.
   *
   * The token lets nobody in any more. Revoking one that has expired or was revoked changes nothing and succeeds; an
   * accepted one is refused with `conflict`.
   *
   * @param invitationId Id of the invitation.
   */
  revoke(invitationId: string, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'invitations.revoke',
      method: 'DELETE',
      path: '/v1/invitations/{invitation_id}',
      ids: [invitationId],
    }, options);
  }
}

export class JobsResource extends Resource {
  /**
   * Cancel a job.
   *
   * Stops the job, whether it waits or runs, and the ingest or export it belongs to. Cancelling a cancelled job
   * changes nothing and succeeds; one that has ended otherwise is refused with `job_not_cancellable`.
   *
   * @param jobId Id of the job.
   */
  cancel(jobId: string, options: CallOptions = {}): Answer<Job> {
    return this.transport.object({
      call: 'jobs.cancel',
      method: 'POST',
      path: '/v1/jobs/{job_id}/cancel',
      ids: [jobId],
      repeatable: true,
    }, options);
  }

  /**
   * Get a job.
   *
   * The state of one job. To follow it as it happens, use its event stream.
   *
   * @param jobId Id of the job.
   */
  get(jobId: string, options: CallOptions = {}): Answer<Job> {
    return this.transport.object({
      call: 'jobs.get',
      method: 'GET',
      path: '/v1/jobs/{job_id}',
      ids: [jobId],
    }, options);
  }

  /**
   * List what went wrong with a job.
   *
   * Every attempt that did not bring the job to success, oldest first: which worker had it, for how long, how far it
   * came and why it ended. A job that succeeded at once has none.
   *
   * @param jobId Id of the job.
   */
  attempts(jobId: string, options: CallOptions = {}): Answer<JobAttemptPage> {
    return this.transport.object({
      call: 'jobs.attempts',
      method: 'GET',
      path: '/v1/jobs/{job_id}/attempts',
      ids: [jobId],
    }, options);
  }

  /**
   * List jobs.
   *
   * Jobs of this environment, newest first, filtered by what you name.
   */
  list(query: {
    /** Only jobs of this kind. */
    kind?: JobKind;
    /** Only jobs in this state. */
    status?: JobStatus;
    /** Only jobs that work on this asset. */
    asset_id?: string;
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<JobPage['data'][number]> {
    return this.transport.pages({
      call: 'jobs.list',
      method: 'GET',
      path: '/v1/jobs',
      query,
    }, options);
  }

  /**
   * Redrive a dead job.
   *
   * Gives a dead job another life, as if it had never failed, and with it everything its death had cancelled: the
   * ingest or export goes on. A job that is not dead is refused with `job_not_redrivable`.
   *
   * @param jobId Id of the job.
   */
  redrive(jobId: string, options: CallOptions = {}): Answer<Job> {
    return this.transport.object({
      call: 'jobs.redrive',
      method: 'POST',
      path: '/v1/jobs/{job_id}/redrive',
      ids: [jobId],
    }, options);
  }

  /**
   * Redrive dead jobs.
   *
   * Redrives up to 100 dead jobs of this environment, oldest first, as `redriveJob` does one.
   */
  redriveAll(body: RedriveRequest, options: CallOptions = {}): Answer<JobPage> {
    return this.transport.object({
      call: 'jobs.redrive_all',
      method: 'POST',
      path: '/v1/jobs/redrive',
      body,
    }, options);
  }
}

export class MembersResource extends Resource {
  /**
   * Get a member.
   *
   * One member, with its version in `ETag`.
   *
   * @param memberId Id of the member.
   */
  get(memberId: string, options: CallOptions = {}): Answer<Member> {
    return this.transport.object({
      call: 'members.get',
      method: 'GET',
      path: '/v1/members/{member_id}',
      ids: [memberId],
    }, options);
  }

  /**
   * List members.
   *
   * The people of the organization, newest first.
   */
  list(query: {
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<MemberPage['data'][number]> {
    return this.transport.pages({
      call: 'members.list',
      method: 'GET',
      path: '/v1/members',
      query,
    }, options);
  }

  /**
   * Remove a member.
   *
   * The person is no longer a member, and all sessions of theirs in this organization end at once. What they made
   * stays. Owners are removed by owners who are signed in (else `forbidden`), and the last one not at all
   * (`conflict`).
   *
   * @param memberId Id of the member.
   */
  remove(memberId: string, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'members.remove',
      method: 'DELETE',
      path: '/v1/members/{member_id}',
      ids: [memberId],
    }, options);
  }

  /**
   * Change a member\'s role.
   *
   * The new role decides from the next request on, also for sessions that are under way. Only an owner who is signed
   * in makes owners and changes them: anyone else is refused with `forbidden`. The last owner stays one: that is
   * refused with `conflict`.
   *
   * @param memberId Id of the member.
   */
  update(memberId: string, body: MemberUpdate, options: CallOptions & HeaderOptions['If-Match'] = {}): Answer<Member> {
    return this.transport.object({
      call: 'members.update',
      method: 'PATCH',
      path: '/v1/members/{member_id}',
      ids: [memberId],
      body,
    }, options);
  }
}

export class MomentsResource extends Resource {
  /**
   * Approve a moment.
   *
   * Marks the moment as wanted, whatever was decided before. Repeating it changes nothing.
   *
   * @param momentId Id of the moment.
   */
  approve(momentId: string, options: CallOptions = {}): Answer<Moment> {
    return this.transport.object({
      call: 'moments.approve',
      method: 'POST',
      path: '/v1/moments/{moment_id}/approve',
      ids: [momentId],
      repeatable: true,
    }, options);
  }

  /**
   * Get a moment.
   *
   * One moment with its score and reasons.
   *
   * @param momentId Id of the moment.
   */
  get(momentId: string, options: CallOptions = {}): Answer<Moment> {
    return this.transport.object({
      call: 'moments.get',
      method: 'GET',
      path: '/v1/moments/{moment_id}',
      ids: [momentId],
    }, options);
  }

  /**
   * List moments.
   *
   * The moments of an asset, best first. Each carries its score and the features that made it. They never overlap and
   * never cut a sentence.
   *
   * @param assetId Id of the asset.
   */
  list(assetId: string, query: {
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<MomentPage['data'][number]> {
    return this.transport.pages({
      call: 'moments.list',
      method: 'GET',
      path: '/v1/assets/{asset_id}/moments',
      ids: [assetId],
      query,
    }, options);
  }

  /**
   * Reject a moment.
   *
   * Marks the moment as not wanted, whatever was decided before. Repeating it changes nothing.
   *
   * @param momentId Id of the moment.
   */
  reject(momentId: string, options: CallOptions = {}): Answer<Moment> {
    return this.transport.object({
      call: 'moments.reject',
      method: 'POST',
      path: '/v1/moments/{moment_id}/reject',
      ids: [momentId],
      repeatable: true,
    }, options);
  }
}

export class OauthClientsResource extends Resource {
  /**
   * Create an OAuth client.
   *
   * Makes a client that gets access tokens at `/oauth/token`, for one environment with the scopes you name. Its id is
   * the `client_id`. The secret is in this answer and nowhere else: we keep only its hash. A client cannot be given
   * scopes that the caller does not hold.
   */
  create(body: NewOAuthClient, options: CallOptions = {}): Answer<CreatedOAuthClient> {
    return this.transport.object({
      call: 'oauth_clients.create',
      method: 'POST',
      path: '/v1/oauth_clients',
      body,
    }, options);
  }

  /**
   * List OAuth clients.
   *
   * The clients of the organization, revoked ones included, newest first. Secrets are never shown again.
   */
  list(query: {
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<OAuthClientPage['data'][number]> {
    return this.transport.pages({
      call: 'oauth_clients.list',
      method: 'GET',
      path: '/v1/oauth_clients',
      query,
    }, options);
  }

  /**
   * Revoke an OAuth client.
   *
   * Stops the client for good, and its tokens at once. Revoking a revoked client changes nothing and succeeds.
   *
   * @param oauthClientId Id of the OAuth client.
   */
  revoke(oauthClientId: string, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'oauth_clients.revoke',
      method: 'DELETE',
      path: '/v1/oauth_clients/{oauth_client_id}',
      ids: [oauthClientId],
    }, options);
  }
}

export class OrganizationResource extends Resource {
  /**
   * Get your organization.
   *
   * The organization that the caller belongs to.
   */
  get(options: CallOptions = {}): Answer<Organization> {
    return this.transport.object({
      call: 'organization.get',
      method: 'GET',
      path: '/v1/organization',
    }, options);
  }

  /**
   * Update your organization.
   *
   * Changes the properties you send and leaves the others.
   */
  update(body: OrganizationUpdate, options: CallOptions = {}): Answer<Organization> {
    return this.transport.object({
      call: 'organization.update',
      method: 'PATCH',
      path: '/v1/organization',
      body,
    }, options);
  }

  /**
   * Sign up.
   *
   * Founds an organization, with you as its owner, and signs you in to its live environment. Who has an account
   * already, perhaps in another organization, sends its password, and the name is left as it is; a wrong one is
   * counted like a failed sign-in. From one address, 10 organizations can be founded within 15 minutes. An operator
   * may have closed the platform to sign-ups, which is answered with `forbidden`.
   */
  found(body: NewOrganization, options: CallOptions = {}): Answer<Session> {
    return this.transport.object({
      call: 'organization.found',
      method: 'POST',
      path: '/v1/organizations',
      body,
    }, options);
  }
}

export class ProjectsResource extends Resource {
  /**
   * Create a project.
   *
   * A project groups the videos of one show, customer or channel.
   */
  create(body: NewProject, options: CallOptions & HeaderOptions['Idempotency-Key'] = {}): Answer<Project> {
    return this.transport.object({
      call: 'projects.create',
      method: 'POST',
      path: '/v1/projects',
      body,
      idempotent: true,
    }, options);
  }

  /**
   * Delete a project.
   *
   * Deletes an empty project. One that still holds assets is refused with `conflict`; delete those first.
   *
   * @param projectId Id of the project.
   */
  delete(projectId: string, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'projects.delete',
      method: 'DELETE',
      path: '/v1/projects/{project_id}',
      ids: [projectId],
    }, options);
  }

  /**
   * Get a project.
   *
   * One project, with its version in `ETag`.
   *
   * @param projectId Id of the project.
   */
  get(projectId: string, options: CallOptions & HeaderOptions['If-None-Match'] = {}): Answer<Project> {
    return this.transport.object({
      call: 'projects.get',
      method: 'GET',
      path: '/v1/projects/{project_id}',
      ids: [projectId],
    }, options);
  }

  /**
   * List projects.
   *
   * The projects of the organization in this environment, newest first.
   */
  list(query: {
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<ProjectPage['data'][number]> {
    return this.transport.pages({
      call: 'projects.list',
      method: 'GET',
      path: '/v1/projects',
      query,
    }, options);
  }

  /**
   * Update a project.
   *
   * Changes the properties you send and leaves the others. `metadata` is replaced as a whole.
   *
   * @param projectId Id of the project.
   */
  update(projectId: string, body: ProjectUpdate, options: CallOptions & HeaderOptions['If-Match'] = {}): Answer<Project> {
    return this.transport.object({
      call: 'projects.update',
      method: 'PATCH',
      path: '/v1/projects/{project_id}',
      ids: [projectId],
      body,
    }, options);
  }
}

export class SessionsResource extends Resource {
  /**
   * Sign in.
   *
   * Begins a session of a person in one organization and one environment, by e-mail and password. The access token
   * works for 15 minutes wherever an API key does, with the scopes of the member's role; the refresh token gets the
   * next pair. A wrong password, an unknown e-mail and an organization that the person is not in are all answered
   * with `unauthenticated`. After 10 failures within 15 minutes, for one e-mail or from one address, sign-ins are
   * refused with `quota_exceeded` until `Retry-After` has passed.
   */
  create(body: NewSession, options: CallOptions = {}): Answer<Session> {
    return this.transport.object({
      call: 'sessions.create',
      method: 'POST',
      path: '/v1/sessions',
      body,
    }, options);
  }

  /**
   * Sign out.
   *
   * Ends the session whose access token is sent: its tokens stop working at once. An API key or an OAuth client has
   * no session, which is answered with `not_found`.
   */
  end(options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'sessions.end',
      method: 'DELETE',
      path: '/v1/sessions/current',
    }, options);
  }

  /**
   * Get the next tokens of a session.
   *
   * Answers a new access token and a new refresh token; the refresh token that was sent is used up. A refresh token
   * that is sent a second time has been copied, so the whole session ends and both sides have to sign in again: do
   * not send it twice at once, and sign in again if you did not receive the answer. A session lasts 30 days at most.
   */
  refresh(body: SessionRefresh, options: CallOptions = {}): Answer<Session> {
    return this.transport.object({
      call: 'sessions.refresh',
      method: 'POST',
      path: '/v1/sessions/refresh',
      body,
    }, options);
  }
}

export class TranscriptsResource extends Resource {
  /**
   * Get the transcript.
   *
   * Every word with its time, and the sentences they form. Until it is ready the answer is `not_found`.
   *
   * @param assetId Id of the asset.
   */
  get(assetId: string, options: CallOptions & HeaderOptions['If-None-Match'] = {}): Answer<Transcript> {
    return this.transport.object({
      call: 'transcripts.get',
      method: 'GET',
      path: '/v1/assets/{asset_id}/transcript',
      ids: [assetId],
    }, options);
  }

  /**
   * Get the transcript as SubRip.
   *
   * The transcript in cues of one or two lines, as an SRT file.
   *
   * @param assetId Id of the asset.
   */
  srt(assetId: string, options: CallOptions = {}): Answer<string> {
    return this.transport.text({
      call: 'transcripts.srt',
      method: 'GET',
      path: '/v1/assets/{asset_id}/transcript.srt',
      accept: 'application/x-subrip',
      ids: [assetId],
    }, options);
  }

  /**
   * Get the transcript as plain text.
   *
   * The sentences, one a line, without times.
   *
   * @param assetId Id of the asset.
   */
  text(assetId: string, options: CallOptions = {}): Answer<string> {
    return this.transport.text({
      call: 'transcripts.text',
      method: 'GET',
      path: '/v1/assets/{asset_id}/transcript.txt',
      accept: 'text/plain',
      ids: [assetId],
    }, options);
  }

  /**
   * Get the transcript as WebVTT.
   *
   * The transcript in cues of one or two lines, as a WebVTT file; a cue tells its speaker as a voice where it is
   * known.
   *
   * @param assetId Id of the asset.
   */
  vtt(assetId: string, options: CallOptions = {}): Answer<string> {
    return this.transport.text({
      call: 'transcripts.vtt',
      method: 'GET',
      path: '/v1/assets/{asset_id}/transcript.vtt',
      accept: 'text/vtt',
      ids: [assetId],
    }, options);
  }

  /**
   * Correct the transcript.
   *
   * Corrects words, says who spoke them, and names speakers. What is not corrected keeps its time. Of a correction,
   * words that stay keep theirs; one word in the place of one word has its time; other words share the time of those
   * they replace, by their letters. Added words take the pause they stand in, or else a share of the word beside
   * them. What you write has no `confidence`. The sentences are cut anew.
   *
   * Moments that were found stay as they are. Exports made afterwards show the corrected words; one that is there is
   * made again with `POST /v1/exports/{export_id}/recaption`.
   *
   * @param assetId Id of the asset.
   */
  update(assetId: string, body: TranscriptUpdate, options: CallOptions & HeaderOptions['If-Match'] = {}): Answer<Transcript> {
    return this.transport.object({
      call: 'transcripts.update',
      method: 'PATCH',
      path: '/v1/assets/{asset_id}/transcript',
      ids: [assetId],
      body,
    }, options);
  }
}

export class UploadsResource extends Resource {
  /**
   * Abort an upload.
   *
   * Throws the parts away. Aborting an aborted upload changes nothing and succeeds; a completed one is refused with
   * `conflict`.
   *
   * @param uploadId Id of the upload.
   */
  abort(uploadId: string, options: CallOptions = {}): Answer<Upload> {
    return this.transport.object({
      call: 'uploads.abort',
      method: 'POST',
      path: '/v1/uploads/{upload_id}/abort',
      ids: [uploadId],
      repeatable: true,
    }, options);
  }

  /**
   * Complete an upload.
   *
   * Joins the parts into one file. All of them must be named with the `ETag` the storage gave; a missing part or a
   * size that differs from the announced one is refused with `upload_incomplete`. A file that begins like no video,
   * sound or picture is deleted, and refused with `unsupported_media`. Completing a completed upload changes nothing
   * and succeeds.
   *
   * @param uploadId Id of the upload.
   */
  complete(uploadId: string, body: UploadCompletion, options: CallOptions = {}): Answer<Upload> {
    return this.transport.object({
      call: 'uploads.complete',
      method: 'POST',
      path: '/v1/uploads/{upload_id}/complete',
      ids: [uploadId],
      body,
      repeatable: true,
    }, options);
  }

  /**
   * Start an upload.
   *
   * Announces a file and answers with presigned addresses for its first parts (at most 10). `PUT` the bytes of each
   * part there (no `Authorization` header), keep the `ETag` of each answer, ask for more addresses as you go, then
   * complete the upload. The bytes never pass through this API.
   */
  create(body: NewUpload, options: CallOptions & HeaderOptions['Idempotency-Key'] = {}): Answer<Upload> {
    return this.transport.object({
      call: 'uploads.create',
      method: 'POST',
      path: '/v1/uploads',
      body,
      idempotent: true,
    }, options);
  }

  /**
   * Get part addresses.
   *
   * Fresh presigned addresses for the parts you name. Asking again for a part is how an interrupted upload is
   * resumed. An upload that is no longer open is refused with `conflict`.
   *
   * @param uploadId Id of the upload.
   */
  createParts(uploadId: string, body: NewUploadParts, options: CallOptions = {}): Answer<UploadPartList> {
    return this.transport.object({
      call: 'uploads.create_parts',
      method: 'POST',
      path: '/v1/uploads/{upload_id}/parts',
      ids: [uploadId],
      body,
      repeatable: true,
    }, options);
  }

  /**
   * Get an upload.
   *
   * The state of an upload. `parts` is empty here; ask for addresses with the parts operation.
   *
   * @param uploadId Id of the upload.
   */
  get(uploadId: string, options: CallOptions = {}): Answer<Upload> {
    return this.transport.object({
      call: 'uploads.get',
      method: 'GET',
      path: '/v1/uploads/{upload_id}',
      ids: [uploadId],
    }, options);
  }
}

export class WebhookEndpointsResource extends Resource {
  /**
   * Create a webhook endpoint.
   *
   * Registers an address to be called for the event types you name, signed after Standard Webhooks. The secret is
   * shown in this answer and nowhere else. Private and local addresses are refused.
   */
  create(body: NewWebhookEndpoint, options: CallOptions = {}): Answer<CreatedWebhookEndpoint> {
    return this.transport.object({
      call: 'webhook_endpoints.create',
      method: 'POST',
      path: '/v1/webhook_endpoints',
      body,
    }, options);
  }

  /**
   * Delete a webhook endpoint.
   *
   * Stops calling the address. Deliveries that wait for a retry are cancelled.
   *
   * @param webhookEndpointId Id of the webhook endpoint.
   */
  delete(webhookEndpointId: string, options: CallOptions = {}): Answer<void> {
    return this.transport.nothing({
      call: 'webhook_endpoints.delete',
      method: 'DELETE',
      path: '/v1/webhook_endpoints/{webhook_endpoint_id}',
      ids: [webhookEndpointId],
    }, options);
  }

  /**
   * Get a webhook endpoint.
   *
   * One endpoint, without its secret.
   *
   * @param webhookEndpointId Id of the webhook endpoint.
   */
  get(webhookEndpointId: string, options: CallOptions = {}): Answer<WebhookEndpoint> {
    return this.transport.object({
      call: 'webhook_endpoints.get',
      method: 'GET',
      path: '/v1/webhook_endpoints/{webhook_endpoint_id}',
      ids: [webhookEndpointId],
    }, options);
  }

  /**
   * List webhook endpoints.
   *
   * Endpoints of this environment, newest first.
   */
  list(query: {
    /** How many objects to return. */
    limit?: number;
    /** Opaque. The `next_cursor` of the page before; leave it out for the first page. */
    cursor?: string;
  } = {}, options: CallOptions = {}): Pages<WebhookEndpointPage['data'][number]> {
    return this.transport.pages({
      call: 'webhook_endpoints.list',
      method: 'GET',
      path: '/v1/webhook_endpoints',
      query,
    }, options);
  }

  /**
   * Rotate the signing secret.
   *
   * Makes a new secret. Until `previous_secret_expires_at` every call carries a signature of each, so that you can
   * change over without losing a call.
   *
   * @param webhookEndpointId Id of the webhook endpoint.
   */
  rotateSecret(webhookEndpointId: string, options: CallOptions = {}): Answer<RotatedWebhookSecret> {
    return this.transport.object({
      call: 'webhook_endpoints.rotate_secret',
      method: 'POST',
      path: '/v1/webhook_endpoints/{webhook_endpoint_id}/rotate_secret',
      ids: [webhookEndpointId],
    }, options);
  }
}
