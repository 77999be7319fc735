// Made by ./clipforge gen from openapi/dist/clipforge.yaml; do not edit.
// SHA-256 of the contract: de2d9c2c2c93716fbc70a2089696aafd872d66c7fead9e4a0423ba30fc778f5b
/** A key, without its secret. */
export interface ApiKey {
  /** TypeID of an API key. */
  id: string;
  /** What the key is for. */
  name: string;
  /** The first characters of the secret, to tell keys apart. */
  prefix: string;
  /** What the key may do. */
  scopes: Array<Scope>;
  environment: Environment;
  /** The networks the key may be used from; empty means from everywhere. */
  allowed_ips: Array<string>;
  /** The version its requests are made in that send no `ClipForge-Version`. */
  api_version: string;
  /** When the key stops working; absent means never. */
  expires_at?: string;
  /** When the key was last used; absent means never. */
  last_used_at?: string;
  /** When the key was revoked; absent while it works. */
  revoked_at?: string;
  revocation_reason?: RevocationReason;
  /** Where a leaked key was found, as the finder wrote it. */
  leak_found_at_url?: string;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A secret that was found where it does not belong. */
export interface ApiKeyLeak {
  /** The secret as it was found. */
  secret: string;
  /** Where it was found; its organization gets to see this. */
  found_at_url?: string;
}

/** A page of keys. */
export interface ApiKeyPage {
  /** The keys. */
  data: Array<ApiKey>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** How to change over. */
export interface ApiKeyReroll {
  /** How long the secret that is replaced works on, in seconds; a day when absent, a week at most. */
  overlap_seconds?: number;
}

/** An API key was revoked (`api_key.revoked`). */
export interface ApiKeyRevokedEvent {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  data: ApiKey;
}

/** A source video. What is not known yet is absent. Addresses are presigned; read the asset again for fresh ones. */
export interface Asset {
  /** TypeID of an asset. */
  id: string;
  /** TypeID of a project. */
  project_id: string;
  /** TypeID of an ingest. */
  ingest_id?: string;
  status: AssetStatus;
  /** Name of the file it came from. */
  filename?: string;
  /** Length. */
  duration_ms?: number;
  /** Width in pixels, as shown (after rotation). */
  width?: number;
  /** Height in pixels, as shown (after rotation). */
  height?: number;
  /** Average frames per second. */
  frame_rate?: number;
  /** Whether there is sound. */
  has_audio?: boolean;
  /** Whether there is a moving picture. */
  has_video?: boolean;
  /** Size of the file. */
  size_bytes?: number;
  /** Container, such as `mp4`. */
  container?: string;
  /** Codec of the picture, such as `h264`. */
  video_codec?: string;
  /** Codec of the sound, such as `aac`. */
  audio_codec?: string;
  /** A still picture (JPEG). */
  poster_url?: string;
  /** The sound as it is recognized (WAV, 16 kHz, mono). */
  audio_url?: string;
  /** Peaks for drawing the sound (JSON). */
  waveform_url?: string;
  /**
   * The video at a glance (SVG): how loud it is over its time, where the cuts are, and the moments on top, the more
   * opaque the better they scored. Absent until it was ranked.
   */
  overview_url?: string;
  /** When the addresses above stop working. */
  url_expires_at?: string;
  /** The shots in order; absent until the video was analyzed. */
  shots?: Array<Shot>;
  problem?: Problem;
  environment: Environment;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata: { [key: string]: string; };
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A page of assets. */
export interface AssetPage {
  /** The assets. */
  data: Array<Asset>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** `pending` before the file was looked at, `processing`, then `ready` or `failed`. */
export type AssetStatus = 'pending' | 'processing' | 'ready' | 'failed' | (string & {});

/**
 * `retry_later` (the cause lay outside of the input), `lease_lost` (its worker went silent), `handed_back` (its
 * worker was stopped), `failed`, `cancelled`, or `refused` (it came late: another run had the job already).
 */
export type AttemptOutcome = 'retry_later' | 'lease_lost' | 'handed_back' | 'failed' | 'cancelled' | 'refused' | (string & {});

/**
 * One change. `hash` is the SHA-256 of these lines, joined by line feeds and without one at the end: `previous_hash`,
 * `sequence`, `id`, the organization's id, `environment`, `created_at` in microseconds since 1970, `actor`,
 * `address`, `request_id`, `action`, `target`, `before_digest`, `after_digest`; what is absent is an empty line.
 */
export interface AuditEntry {
  /** TypeID of an entry of the audit log. */
  id: string;
  /** Counts the entries of the organization, of both environments, from 1 and without a gap. */
  sequence: number;
  /**
   * Id of the API key, member or client that did it; `anyone` for a caller without one, `system` for what no request
   * asked for.
   */
  actor: string;
  /** Address the request came from; absent for what no request asked for. */
  address?: string;
  /** `Request-Id` of the request; absent for what no request asked for. */
  request_id?: string;
  /** `operationId` of what was done. */
  action: string;
  /** Id of the object that was changed. */
  target: string;
  /**
   * SHA-256 of the object as `GET` answered it before, without its secrets and presigned URLs, as JSON with sorted
   * names and no white space; absent for an object that is new.
   */
  before_digest?: string;
  /** The same of the object after the change; absent for one that was deleted. */
  after_digest?: string;
  /** `hash` of the entry before; empty for the first. */
  previous_hash: string;
  /** SHA-256 of this entry and of `previous_hash`. */
  hash: string;
  environment: Environment;
  /** When the object was made (UTC). */
  created_at: string;
}

/** A page of entries. */
export interface AuditEntryPage {
  /** The entries. */
  data: Array<AuditEntry>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** How far the chain is whole. */
export interface AuditVerification {
  /** Whether every entry looked at is as it was written. */
  valid: boolean;
  /** How many entries were looked at and are whole. */
  entries: number;
  /** The first entry that was changed or is missing; absent while none is. */
  first_broken_sequence?: number;
  /** Where to go on; absent at the end of the chain, or where it is broken. */
  next_sequence?: number;
  /** `hash` of the newest entry; empty before the first. */
  head_hash: string;
}

/**
 * How exports look. Captions use `text_color` and, for the word being spoken, `highlight_color`; boxes and bars use
 * `primary_color`. The watermark is a PNG from a completed upload. `caption_style` and `ratios` hold for exports that
 * do not say. Each change makes a new `version`; an export tells with which one it was made, and a new export can
 * name an older one.
 */
export interface BrandKit {
  /** TypeID of a brand kit. */
  id: string;
  /** Name of the brand kit. */
  name: string;
  /** A colour as `#RRGGBB`. */
  primary_color: string;
  /** A colour as `#RRGGBB`. */
  text_color: string;
  /** A colour as `#RRGGBB`. */
  highlight_color: string;
  /** TypeID of an upload. */
  watermark_upload_id?: string;
  watermark_position?: WatermarkPosition;
  /** 0 is invisible, 1 is opaque. */
  watermark_opacity?: number;
  /**
   * TypeID of a completed upload with a TrueType or OpenType font, of at most 10 MiB (10,485,760 bytes). Captions and
   * the lower third are set in it; for letters that it lacks, in fonts that cover most scripts. Collections (TTC),
   * WOFF and WOFF2 are not read; of a variable font its default instance is used. An export whose font cannot be read
   * fails with `unsupported_media`.
   */
  font_upload_id?: string;
  caption_style?: CaptionStyle;
  /** Ratios of an export that names the brand kit and no ratios. */
  ratios?: Array<Ratio>;
  lower_third?: LowerThird;
  intro?: Bumper;
  outro?: Bumper;
  /** Which version of the brand kit this is, counted from 1. */
  version: number;
  environment: Environment;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata: { [key: string]: string; };
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A page of brand kits. */
export interface BrandKitPage {
  /** The brand kits. */
  data: Array<BrandKit>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** What a brand kit can do without. */
export type BrandKitPart = 'watermark' | 'font' | 'caption_style' | 'ratios' | 'lower_third' | 'intro' | 'outro' | (string & {});

/** What to change. */
export interface BrandKitUpdate {
  /** New name of the brand kit. */
  name?: string;
  /** A colour as `#RRGGBB`. */
  primary_color?: string;
  /** A colour as `#RRGGBB`. */
  text_color?: string;
  /** A colour as `#RRGGBB`. */
  highlight_color?: string;
  /** TypeID of an upload. */
  watermark_upload_id?: string;
  watermark_position?: WatermarkPosition;
  /** 0 is invisible, 1 is opaque. */
  watermark_opacity?: number;
  /**
   * TypeID of a completed upload with a TrueType or OpenType font, of at most 10 MiB (10,485,760 bytes). Captions and
   * the lower third are set in it; for letters that it lacks, in fonts that cover most scripts. Collections (TTC),
   * WOFF and WOFF2 are not read; of a variable font its default instance is used. An export whose font cannot be read
   * fails with `unsupported_media`.
   */
  font_upload_id?: string;
  caption_style?: CaptionStyle;
  /** Ratios of an export that names the brand kit and no ratios. */
  ratios?: Array<Ratio>;
  lower_third?: LowerThird;
  intro?: Bumper;
  outro?: Bumper;
  /** What the brand kit is to do without from now on. What is named here and sent as well is as it is sent. */
  remove?: Array<BrandKitPart>;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata?: { [key: string]: string; };
}

/**
 * A short film, or a still picture, that every export with the brand kit shows before the clip (`intro`) or behind it
 * (`outro`), unless the export says otherwise. `upload_id` is a completed upload of at most 200 MiB (209,715,200
 * bytes): a video of any kind that an ingest takes, of at most 10 s, or a PNG or JPEG of at most 25 million pixels.
 * What begins like a sound or a font is refused with `unsupported_media`; an export whose intro or outro is damaged,
 * too long or has no picture fails with `unsupported_media`, and says which.
 *
 * It is brought to the clip's ratio, frame rate and encoding. Where its shape differs the whole of it stands on a
 * blurred copy of itself; what is transparent in a still picture shows `primary_color`. Its sound is brought to the
 * clip's own loudness (raised by at most 12 dB), then all of it together to −14 LUFS; sound fades for 10 ms at each
 * side of a seam. Neither captions nor watermark nor lower third are drawn over it, and thumbnail and contact sheet
 * do without it.
 */
export interface Bumper {
  /** TypeID of an upload. */
  upload_id: string;
  /** How long a still picture is shown; 3000 when absent. A film is as long as it is. */
  still_ms?: number;
}

/** How captions look. SRT and VTT files are made in any case. */
export interface CaptionOptions {
  /** Whether captions are drawn into the picture. */
  burn_in?: boolean;
  style?: CaptionStyle;
  /**
   * Whether keywords stand in the brand's highlight colour; they do not when this is absent. At most one in a
   * caption, chosen among the words that the asset's transcript holds rarely. Drawn captions only.
   */
  emphasize_keywords?: boolean;
  /**
   * Whether coarse words are masked behind their first letter (`s***`), in drawn captions, SRT and VTT alike; they
   * are not when this is absent. About forty words of English, German, Spanish, French, Italian and Portuguese,
   * English ones in any inflection; what is heard and the transcript stay as they are.
   */
  mask_profanity?: boolean;
}

/**
 * `classic` shows outlined lines; `karaoke` also highlights the word being spoken; `box` sets lines on an opaque box
 * in the brand's primary colour; `pop` brings words as they are spoken, each with a short leap. When absent it is
 * that of the brand kit, or else `karaoke`.
 */
export type CaptionStyle = 'classic' | 'karaoke' | 'box' | 'pop' | (string & {});

/** A part that was sent. */
export interface CompletedPart {
  /** Number of the part, from 1. */
  part_number: number;
  /** The `ETag` header of the answer to the `PUT`. */
  etag: string;
}

/** A key as it is shown once, with its secret. */
export interface CreatedApiKey {
  /** TypeID of an API key. */
  id: string;
  /** What the key is for. */
  name: string;
  /** The first characters of the secret, to tell keys apart. */
  prefix: string;
  /** What the key may do. */
  scopes: Array<Scope>;
  environment: Environment;
  /** The networks the key may be used from; empty means from everywhere. */
  allowed_ips: Array<string>;
  /** The version its requests are made in that send no `ClipForge-Version`. */
  api_version: string;
  /** The key itself. It is shown this once; store it now. */
  secret: string;
  /** When the key stops working; absent means never. */
  expires_at?: string;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** An invitation as it is shown once, with its token. */
export interface CreatedInvitation {
  /** TypeID of an invitation. */
  id: string;
  /** An e-mail address; capital letters make no difference, and small ones are kept. */
  email: string;
  role: Role;
  status: InvitationStatus;
  /** Lets the person accept. It is shown this once; send it to them now. */
  token: string;
  /** Until when it can be accepted. */
  expires_at: string;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A client as it is shown once, with its secret. */
export interface CreatedOAuthClient {
  /** TypeID of an OAuth client. */
  id: string;
  /** What the client is for. */
  name: string;
  /** What its tokens may do at most. */
  scopes: Array<Scope>;
  environment: Environment;
  /** The `client_secret`. It is shown this once; store it now. */
  secret: string;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** An endpoint as it is shown once, with its secret. */
export interface CreatedWebhookEndpoint {
  /** TypeID of a webhook endpoint. */
  id: string;
  /** The address that is called. */
  url: string;
  /** What it is called for. */
  event_types: Array<EventType>;
  /** A note of your own. */
  description?: string;
  status: WebhookEndpointStatus;
  /** `whsec_` and the key in base64, after Standard Webhooks. It is shown once; store it now. */
  secret: string;
  environment: Environment;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/**
 * What is left out of the clip (jump cuts). Picture, sound and captions jump together, from frame to frame, and the
 * sound fades for 10 ms at each side of a jump. A word that stays is never touched. `duration_ms` of a rendition is
 * what is left (with intro and outro), and that is what is charged.
 *
 * A word is not left to flash between two jumps for less than 200 ms: the shorter jump is given up, as are those of
 * less than 80 ms. A clip has at most 299 jumps, the longest of all that were found, and keeps at least a second. One
 * without words stays whole.
 */
export interface CutOptions {
  /**
   * Whether pauses between words that last longer than 600 ms are shortened to 300 ms, 150 ms at each word; they are
   * not when this is absent. Before the first word and behind the last, 150 ms stay. A pause is what is quiet in the
   * sound as well: laughter, applause and music nearly as loud as the speech stay.
   */
  remove_silences?: boolean;
  /**
   * Whether filler words are taken out, with up to 60 ms of the pause at each side; they are not when this is absent.
   * They are the sounds that mean nothing else in the transcript's language, however long they are drawn: `uh`,
   * `uhm`, `hmm`, `erm`, `ehm`, `äh` and `euh` anywhere; also `um`, `er`, `ahm` (English), `öh`, `öhm`, `em`
   * (German), `heu`, `hum` (French), `em`, `eeh` (Spanish, Italian), `hum`, `ahn`, `hã` (Portuguese), `eh` (Dutch).
   * Never `like` or `you know`. Only those that the transcript holds are found. A clip that has no other words keeps
   * them.
   */
  remove_fillers?: boolean;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  /** TypeID of a delivery. */
  id: string;
  /** TypeID of an event. */
  event_id: string;
  event_type: EventType;
  /** TypeID of a webhook endpoint. */
  webhook_endpoint_id: string;
  status: DeliveryStatus;
  /** The calls made so far. */
  attempts: Array<DeliveryAttempt>;
  /** When the next call is due; absent when none is. */
  next_attempt_at?: string;
  environment: Environment;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** One call. */
export interface DeliveryAttempt {
  /** Number of the attempt, from 1. */
  number: number;
  /** When the call began (UTC). */
  at: string;
  /** HTTP status of the answer; absent when there was none. */
  response_status?: number;
  /** Why there was no answer. */
  error?: string;
  /** How long the call took. */
  duration_ms: number;
  /** The beginning of the answer's body. */
  response_excerpt?: string;
}

/** A page of deliveries. */
export interface DeliveryPage {
  /** The deliveries. */
  data: Array<Delivery>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/**
 * `pending` until an attempt succeeds (`delivered`), all attempts are used up (`failed`), or the endpoint is deleted
 * or disabled (`cancelled`).
 */
export type DeliveryStatus = 'pending' | 'delivered' | 'failed' | 'cancelled' | (string & {});

/** `live` objects are real and metered; `test` objects are free and never mix with live ones. */
export type Environment = 'live' | 'test' | (string & {});

/**
 * Something that happened. `data` is the object as a `GET` would have returned it then; its shape depends on `type`
 * and is described under the webhook of the same name.
 */
export interface Event {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  /** The object it happened to. */
  data: { [key: string]: unknown; };
}

/** A page of events. */
export interface EventPage {
  /** The events. */
  data: Array<Event>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** What happened. */
export type EventType = 'ingest.completed' | 'ingest.failed' | 'transcript.ready' | 'moments.ready' | 'export.ready' | 'export.failed' | 'job.failed' | 'api_key.revoked' | (string & {});

/** A clip in one or more ratios. */
export interface Export {
  /** TypeID of an export. */
  id: string;
  /** TypeID of an asset. */
  asset_id: string;
  asset?: Asset;
  /** TypeID of a moment. */
  moment_id?: string;
  moment?: Moment;
  /** The export that this one was made of with new captions; absent when there was none. */
  recaptioned_from?: string;
  /** Where it begins in the asset. */
  start_ms: number;
  /** Where it ends in the asset (exclusive). */
  end_ms: number;
  status: ExportStatus;
  /** The ratios asked for. */
  ratios: Array<Ratio>;
  captions: CaptionOptions;
  cut?: CutOptions;
  sound?: SoundOptions;
  /** TypeID of a brand kit. */
  brand_kit_id?: string;
  /** The version of the brand kit it is made with. Absent in exports older than versions. */
  brand_kit_version?: number;
  /** Whether an intro is shown before the clip. */
  intro?: boolean;
  /** Whether an outro is shown behind the clip. */
  outro?: boolean;
  job: Job;
  /** The finished files, in the order of `ratios`; empty until the export is `ready`. */
  renditions: Array<Rendition>;
  problem?: Problem;
  environment: Environment;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata: { [key: string]: string; };
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** What an export can be returned with. */
export type ExportExpansion = 'asset' | 'moment' | (string & {});

/** An export failed (`export.failed`). */
export interface ExportFailedEvent {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  data: Export;
}

/** A page of exports. */
export interface ExportPage {
  /** The exports. */
  data: Array<Export>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** An export is ready (`export.ready`). */
export interface ExportReadyEvent {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  data: Export;
}

/** `queued`, `rendering`, then `ready`, `failed` or `cancelled`. */
export type ExportStatus = 'queued' | 'rendering' | 'ready' | 'failed' | 'cancelled' | (string & {});

/** One value that was not acceptable. */
export interface FieldError {
  /** JSON Pointer into the request body, or `#parameter/<name>` for a parameter; empty when it may be any value. */
  pointer: string;
  /**
   * Stable name of the reason. A value that is not as this contract describes it is `required`, of the `wrong_type`
   * (null, too, where the contract does not name it), of the `wrong_form`, `not_allowed` (not one of those listed),
   * `too_short`, `too_long`, `too_few`, `too_many`, `out_of_range`, `repeated` or `invalid`. Other codes belong to an
   * operation, as `not_https` does; `nul_character` is the character U+0000 in any text.
   */
  code: string;
  /** The reason for people. */
  detail: string;
}

/** State of the whole ingest or export that the job belongs to. */
export type FlowStatus = 'running' | 'succeeded' | 'failed' | 'cancelled' | (string & {});

/**
 * A video on its way to ranked moments. `job` is the head of the flow: its event stream tells about every job of it.
 * `options` are returned without the transcript and the chat you supplied.
 */
export interface Ingest {
  /** TypeID of an ingest. */
  id: string;
  /** TypeID of a project. */
  project_id: string;
  status: IngestStatus;
  source: IngestSource;
  options: IngestOptions;
  /** TypeID of an asset. */
  asset_id: string;
  asset?: Asset;
  job: Job;
  problem?: Problem;
  environment: Environment;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata: { [key: string]: string; };
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** An ingest is complete (`ingest.completed`). */
export interface IngestCompletedEvent {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  data: Ingest;
}

/** What an ingest can be returned with. */
export type IngestExpansion = 'asset' | (string & {});

/** An ingest failed (`ingest.failed`). */
export interface IngestFailedEvent {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  data: Ingest;
}

/** How to work on the video. Everything has a default. */
export interface IngestOptions {
  /** BCP 47 tag of the language spoken, such as `en`; recognized from the sound when absent. */
  language?: string;
  /**
   * Names and terms that are likely to be said, spelled as you want them, the most important first. Engines that can
   * use them do: Whisper takes the first of them, as many as its context has room for, about a hundred words;
   * PocketSphinx knows its own dictionary only and ignores them.
   */
  vocabulary?: Array<string>;
  /**
   * Write the transcript in English, whatever language is spoken, which is not done when absent; moments, captions
   * and subtitles follow it. A transcript of your own is not translated: both together are refused
   * (`not_translated`). Whisper can do it; where the engine cannot, the ingest fails with `unsupported_media`.
   */
  translate?: boolean;
  /**
   * Tell speakers apart by their voices, which is not done when absent: words get a `speaker`, `speaker_1`,
   * `speaker_2` and so on in the order in which they are first heard. Words of your own transcript that name theirs
   * keep it.
   */
  diarize?: boolean;
  /** How many speak, for `diarize`; as many as are heard when absent. Knowing it makes mistakes fewer. */
  speakers?: number;
  /** Shortest moment wanted. */
  min_clip_ms?: number;
  /** Longest moment wanted. */
  max_clip_ms?: number;
  /** Most moments wanted. */
  max_moments?: number;
  transcript?: SuppliedTranscript;
  /**
   * When each message of the live chat was posted, from the start of the video, in any order. Moments that many wrote
   * about at once, or in the eight seconds behind them, score higher (`chat_burst`). Only the times are asked for;
   * messages beyond the video's end do not count.
   */
  chat_offsets_ms?: Array<number>;
}

/** A page of ingests. */
export interface IngestPage {
  /** The ingests. */
  data: Array<Ingest>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** Where the video comes from; `type` tells which. */
export type IngestSource = (UploadSource & { type: 'upload' }) | (UrlSource & { type: 'url' });

/** `queued`, `processing`, then `completed` (moments are ready), `failed` or `cancelled`. */
export type IngestStatus = 'queued' | 'processing' | 'completed' | 'failed' | 'cancelled' | (string & {});

/** An invitation, without its token. */
export interface Invitation {
  /** TypeID of an invitation. */
  id: string;
  /** An e-mail address; capital letters make no difference, and small ones are kept. */
  email: string;
  role: Role;
  status: InvitationStatus;
  /** Until when it can be accepted. */
  expires_at: string;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** Who accepts. */
export interface InvitationAcceptance {
  /** The token of the invitation. */
  token: string;
  /** Name of the person; needed from who is new to us. */
  name?: string;
  /** 12 to 128 characters of any kind. It is kept as an Argon2id hash only. */
  password: string;
}

/** A page of invitations. */
export interface InvitationPage {
  /** The invitations. */
  data: Array<Invitation>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** Whether the invitation can still be accepted (`pending`), and why not. */
export type InvitationStatus = 'pending' | 'accepted' | 'revoked' | 'expired' | (string & {});

/** One piece of work. */
export interface Job {
  /** TypeID of a job. */
  id: string;
  kind: JobKind;
  status: JobStatus;
  priority: Priority;
  /** What the job is doing at the moment; a word for people. */
  stage?: string;
  /** Share of the work done, 0…1. */
  progress: number;
  /** How often the job was started. */
  attempts: number;
  /** TypeID of a job. */
  parent_id?: string;
  /**
   * Which part of a long asset it works on, from 0; absent for the whole. The job named by `parent_id` joins the
   * parts.
   */
  part?: number;
  /** Whether it did without a part that failed. */
  degraded?: boolean;
  /**
   * Place among the queued jobs of your organization of this kind and priority; 1 is next. 10000 stands for that and
   * more.
   */
  queue_position?: number;
  /** When it will be queued, while it is `scheduled`. */
  run_at?: string;
  /** TypeID of an ingest. */
  ingest_id?: string;
  /** TypeID of an export. */
  export_id?: string;
  /** TypeID of an asset. */
  asset_id?: string;
  problem?: Problem;
  environment: Environment;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
  /** When the latest attempt began. */
  started_at?: string;
  /** When the job ended. */
  finished_at?: string;
  /** When it will probably end; absent when there is no telling. */
  eta?: string;
}

/** One attempt that did not bring its job to success. */
export interface JobAttempt {
  /** Number of the attempt, from 1. */
  attempt: number;
  outcome: AttemptOutcome;
  /** Why it ended; a sentence for people. */
  detail?: string;
  /** Name of the worker that had it. */
  worker?: string;
  /** What it was doing last. */
  stage?: string;
  /** How far it came, 0…1. */
  progress: number;
  /** When it began. */
  started_at?: string;
  /** When it ended. */
  ended_at: string;
}

/** Attempts of one job. */
export interface JobAttemptPage {
  /** The attempts. */
  data: Array<JobAttempt>;
  /** Whether another page follows. */
  has_more: boolean;
}

/** The state of one job of a flow, as sent in the event stream. */
export interface JobEvent {
  /** Opaque place of the event in the stream; the same as the `id` line. */
  id: string;
  /** TypeID of a job. */
  job_id: string;
  kind: JobKind;
  /** TypeID of a job. */
  parent_id?: string;
  /** Which part of a long asset it works on, from 0; absent for the whole. */
  part?: number;
  status: JobStatus;
  /** What the job is doing; a word for people. */
  stage?: string;
  /** Place among your queued jobs of this kind and priority; 1 is next. */
  queue_position?: number;
  /** When this job will probably end; absent when there is no telling. */
  eta?: string;
  /** Share of this job done, 0…1. */
  progress: number;
  flow_status: FlowStatus;
  problem?: Problem;
  /** When this was so (UTC). */
  timestamp: string;
}

/** A job failed (`job.failed`). */
export interface JobFailedEvent {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  data: Job;
}

/** The stage of work. */
export type JobKind = 'ingest' | 'transcribe' | 'analyze' | 'rank' | 'render' | (string & {});

/** A page of jobs. */
export interface JobPage {
  /** The jobs. */
  data: Array<Job>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/**
 * `waiting` for other jobs of its flow, `scheduled` for a time (see `run_at`; also the rest between two attempts),
 * `queued` for a worker, `running`, then `succeeded`, `failed` (its own fault, see `problem`), `cancelled`, or `dead`
 * (it broke on every attempt; redrive it when the cause is gone).
 */
export type JobStatus = 'waiting' | 'scheduled' | 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'dead' | (string & {});

/** A public key on the curve P-256. */
export interface JsonWebKey {
  /** Always `EC`. */
  kty: string;
  /** Always `P-256`. */
  crv: string;
  /** Id of the key, as it stands in the header of a token. */
  kid: string;
  /** Always `sig`. */
  use: string;
  /** Always `ES256`. */
  alg: string;
  /** First coordinate, base64url. */
  x: string;
  /** Second coordinate, base64url. */
  y: string;
}

/** Public keys. */
export interface JsonWebKeySet {
  /** The keys. */
  keys: Array<JsonWebKey>;
}

/** Measured on the finished file, after EBU R 128. */
export interface Loudness {
  /** Integrated loudness in LUFS. */
  integrated_lufs: number;
  /** True peak in dBTP. */
  true_peak_dbtp: number;
}

/**
 * A bar in the brand's colours that is faded in and out at the beginning of a clip, from 0.5 s to 4 s, above the
 * captions and inside of what players leave free: words in `text_color` on `primary_color`, with a strip in
 * `highlight_color`. Clips of up to 1.1 s do without. It is not in the thumbnail.
 */
export interface LowerThird {
  /** Name of the person or the show. A long one is set smaller, then on two lines. */
  title: string;
  /** What else is to be known, in smaller letters; nothing when absent. */
  subtitle?: string;
}

/** A person in an organization. */
export interface Member {
  /** TypeID of a member. */
  id: string;
  /** An e-mail address; capital letters make no difference, and small ones are kept. */
  email: string;
  /** Name of the person. */
  name: string;
  role: Role;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A page of members. */
export interface MemberPage {
  /** The members. */
  data: Array<Member>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** What to change. */
export interface MemberUpdate {
  role: Role;
}

/** A stretch of an asset that is worth a clip of its own. */
export interface Moment {
  /** TypeID of a moment. */
  id: string;
  /** TypeID of an asset. */
  asset_id: string;
  /** Place among the moments of the asset; 1 is the best. */
  rank: number;
  /** Where it begins in the asset. */
  start_ms: number;
  /** Where it ends in the asset (exclusive). */
  end_ms: number;
  /** How good it is, 0…1: 1 / (1 + e^−(`start` + the sum of all contributions)). */
  score: number;
  /** A title made from what is said. */
  title: string;
  /**
   * Tags for posting it, made from what is said here more than elsewhere, best first; never coarse words. Empty where
   * nothing is said.
   */
  hashtags?: Array<string>;
  /** Every feature, largest contribution first. */
  reasons: Array<MomentReason>;
  /**
   * What made the score: `weighted` for weights that we chose, else the name of a model that learned from people.
   * Absent from moments ranked before this was told.
   */
  scorer?: string;
  /** Log-odds of the score before any feature adds to it. */
  start?: number;
  /**
   * How likely an audience laughs or applauds at about 20 seconds of such words, calibrated on speeches. Absent where
   * no model scored.
   */
  probability?: number;
  status: MomentStatus;
  environment: Environment;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata: { [key: string]: string; };
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A page of moments. */
export interface MomentPage {
  /** The moments. */
  data: Array<Moment>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** What one feature adds to the score. */
export interface MomentReason {
  /** Name of the feature, such as `hook_phrase`. */
  feature: string;
  /** What was measured, scaled to 0…1. */
  value: number;
  /**
   * How much the feature counts: what `value` is multiplied with or, where a model judges the feature, the mean size
   * of its contributions.
   */
  weight: number;
  /**
   * What the feature adds to the log-odds of the score: `value` × `weight` or, where a model judges the feature, its
   * exact Shapley value beside all others.
   */
  contribution: number;
}

/** All moments of an asset, as sent in events. */
export interface MomentSet {
  /** TypeID of an asset. */
  asset_id: string;
  /** TypeID of an ingest. */
  ingest_id?: string;
  /** The moments, best first. */
  moments: Array<Moment>;
}

/** `suggested` by us, then `approved` or `rejected` by a person. */
export type MomentStatus = 'suggested' | 'approved' | 'rejected' | (string & {});

/** Moments are ready (`moments.ready`). */
export interface MomentsReadyEvent {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  data: MomentSet;
}

/** The key to make. */
export interface NewApiKey {
  /** What the key is for. */
  name: string;
  /** What the key may do. */
  scopes: Array<Scope>;
  environment: Environment;
  /**
   * The networks the key may be used from, IPv4 and IPv6 in CIDR notation; a bare address is a network of one. Empty
   * or absent means from everywhere. Elsewhere it is refused with `forbidden`.
   */
  allowed_ips?: Array<string>;
  /** When the key stops working; absent means never. */
  expires_at?: string;
}

/** The brand kit to make. */
export interface NewBrandKit {
  /** Name of the brand kit. */
  name: string;
  /** A colour as `#RRGGBB`. */
  primary_color: string;
  /** A colour as `#RRGGBB`. */
  text_color: string;
  /** A colour as `#RRGGBB`. */
  highlight_color: string;
  /** TypeID of an upload. */
  watermark_upload_id?: string;
  watermark_position?: WatermarkPosition;
  /** 0 is invisible, 1 is opaque; 0.85 when absent. */
  watermark_opacity?: number;
  /**
   * TypeID of a completed upload with a TrueType or OpenType font, of at most 10 MiB (10,485,760 bytes). Captions and
   * the lower third are set in it; for letters that it lacks, in fonts that cover most scripts. Collections (TTC),
   * WOFF and WOFF2 are not read; of a variable font its default instance is used. An export whose font cannot be read
   * fails with `unsupported_media`.
   */
  font_upload_id?: string;
  caption_style?: CaptionStyle;
  /** Ratios of an export that names the brand kit and no ratios. */
  ratios?: Array<Ratio>;
  lower_third?: LowerThird;
  intro?: Bumper;
  outro?: Bumper;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata?: { [key: string]: string; };
}

/** What to render. Name either `moment_id`, or `asset_id` with `start_ms` and `end_ms`. */
export interface NewExport {
  /** TypeID of a moment. */
  moment_id?: string;
  /** TypeID of an asset. */
  asset_id?: string;
  /** Where to begin in the asset. */
  start_ms?: number;
  /** Where to end in the asset (exclusive). */
  end_ms?: number;
  /**
   * One rendition each, without repetition. Those of the brand kit when absent; without either the request is
   * refused.
   */
  ratios?: Array<Ratio>;
  captions?: CaptionOptions;
  cut?: CutOptions;
  sound?: SoundOptions;
  /** TypeID of a brand kit. */
  brand_kit_id?: string;
  /**
   * Which version of the brand kit to use; the one it has now when absent. An earlier export is made again with the
   * version that it tells.
   */
  brand_kit_version?: number;
  /** Whether the brand kit's intro, if it has one, is shown before the clip; it is when this is absent. */
  intro?: boolean;
  /** Whether the brand kit's outro, if it has one, is shown behind the clip; it is when this is absent. */
  outro?: boolean;
  priority?: Priority;
  /** Do not begin before this time; at once when absent. */
  run_at?: string;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata?: { [key: string]: string; };
}

/** The video and what to do with it. */
export interface NewIngest {
  /** TypeID of a project. */
  project_id: string;
  source: IngestSource;
  options?: IngestOptions;
  priority?: Priority;
  /** Do not begin before this time; at once when absent. */
  run_at?: string;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata?: { [key: string]: string; };
}

/** Whom to invite. */
export interface NewInvitation {
  /** An e-mail address; capital letters make no difference, and small ones are kept. */
  email: string;
  role: Role;
}

/** The client to make. */
export interface NewOAuthClient {
  /** What the client is for. */
  name: string;
  /** What its tokens may do at most. */
  scopes: Array<Scope>;
  environment: Environment;
}

/** The organization to found, and its owner. */
export interface NewOrganization {
  /** Name of the organization. */
  name: string;
  /** An e-mail address; capital letters make no difference, and small ones are kept. */
  email: string;
  /** Name of the owner. */
  owner_name: string;
  /** 12 to 128 characters of any kind. It is kept as an Argon2id hash only. */
  password: string;
}

/** The project to make. */
export interface NewProject {
  /** Name of the project. */
  name: string;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata?: { [key: string]: string; };
}

/** Who signs in, and where; `environment` is `live` when it is not named. */
export interface NewSession {
  /** An e-mail address; capital letters make no difference, and small ones are kept. */
  email: string;
  /** The person's password. */
  password: string;
  /**
   * Which organization to sign in to. It may be left out by a person in one organization; a person in several is
   * answered with `validation_failed`, and the `detail` names them.
   */
  organization_id?: string;
  environment?: Environment;
}

/** The file to come. */
export interface NewUpload {
  /** TypeID of a project. */
  project_id?: string;
  /** Name of the file, without folders. */
  filename: string;
  /** Exact size of the file; at most 10 GiB. */
  size_bytes: number;
  /** Media type of the file. */
  content_type?: string;
  /** SHA-256 of the whole file in lower-case hex. It is checked when the file is ingested. */
  sha256?: string;
}

/** The parts to get addresses for. */
export interface NewUploadParts {
  /** Part numbers, from 1. */
  part_numbers: Array<number>;
}

/** The endpoint to make. */
export interface NewWebhookEndpoint {
  /** The https address to call. */
  url: string;
  /** What to be called for. */
  event_types: Array<EventType>;
  /** A note of your own. */
  description?: string;
}

/** A client, without its secret. */
export interface OAuthClient {
  /** TypeID of an OAuth client. */
  id: string;
  /** What the client is for. */
  name: string;
  /** What its tokens may do at most. */
  scopes: Array<Scope>;
  environment: Environment;
  /** When it last got a token; absent means never. */
  last_used_at?: string;
  /** When the client was revoked; absent while it works. */
  revoked_at?: string;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A page of clients. */
export interface OAuthClientPage {
  /** The clients. */
  data: Array<OAuthClient>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** Why there is no token, after RFC 6749, 5.2. */
export interface OAuthError {
  /** One of `invalid_request`, `invalid_client`, `invalid_scope` and `unsupported_grant_type`. */
  error: string;
  /** The reason for people. */
  error_description: string;
}

/** Who owns everything a key can reach. */
export interface Organization {
  /** TypeID of an organization. */
  id: string;
  /** Name of the organization. */
  name: string;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** What to change. */
export interface OrganizationUpdate {
  /** New name of the organization. */
  name?: string;
}

/**
 * `high` goes before `standard`, and that before `batch`; now and then the least urgent is taken first, so that
 * nothing waits for ever. Between organizations, each priority is shared fairly.
 */
export type Priority = 'high' | 'standard' | 'batch' | (string & {});

/** What went wrong, after RFC 9457. Branch on `code`; `title` and `detail` are for people. */
export interface Problem {
  /** Address of the page that explains this problem. */
  type: string;
  /** The problem in a few words; the same for every occurrence. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** What happened this time and what to do about it. */
  detail?: string;
  /** Stable name of the problem. New codes may appear; treat an unknown one by its status. */
  code: string;
  /** The `Request-Id` of the request that failed. */
  request_id?: string;
  /** The values that were not acceptable. */
  errors?: Array<FieldError>;
  /** With `quota_exceeded`: the policies that are exhausted, by the names they have in `RateLimit-Policy`. */
  'violated-policies'?: Array<string>;
}

/** The videos of one show, customer or channel. */
export interface Project {
  /** TypeID of a project. */
  id: string;
  /** Name of the project. */
  name: string;
  environment: Environment;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata: { [key: string]: string; };
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A page of projects. */
export interface ProjectPage {
  /** The projects. */
  data: Array<Project>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** What to change. */
export interface ProjectUpdate {
  /** New name of the project. */
  name?: string;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata?: { [key: string]: string; };
}

/** What the finished file was measured by. Absent in exports older than the checks. */
export interface Quality {
  verdict: QualityVerdict;
  /** Speech, crop, picture, sound, then the file. */
  checks: Array<QualityCheck>;
}

/**
 * One figure of a finished file. New names may be added. A check passes up to its `limit`, or down to it where more
 * is better (`face_in_crop`, and `loudness` below its target).
 *
 * | name | unit | what is measured | warns | fails |
 * |---|---|---|---|---|
 * | `words_cut` | count | words that the clip's start, end or a jump cuts through by more than 50 ms | above 0 | never |
 * | `sentences_cut` | count | ends of the clip that lie within a sentence | above 0 | never |
 * | `caption_timing` | ms | between a caption and the word it begins with, 95th percentile; burned-in captions come with a frame | above 40 or a frame | above 250 |
 * | `face_in_crop` | share | detected boxes of the followed face that lie wholly in the picture | below 0.95 | below 0.75 |
 * | `crop_speed` | px/s | travel of the crop in a frame 1080 wide | above 50 | above 400 |
 * | `crop_reversals` | 1/s | how often the crop turns back; one turn is not counted | above 0.1 | above 1 |
 * | `black_picture` | s | black picture (98 % of it darker than a tenth), in the source or in the clip; ten looks a second | above 0.5 | when the clip is black throughout (95 %) and has no words |
 * | `black_added` | s | black picture where most of the source is bright | – | above 0.5 |
 * | `frozen_picture` | s | longest stretch in which nothing moves | above 2 | never |
 * | `frozen_added` | s | longest stretch in which nothing moves although the source does | – | above 1 |
 * | `picture_encoding` | share | difference of brightness between what was drawn and the decoded file; the best of its key frames | – | above 0.08 |
 * | `silence` | s | longest stretch below −60 LUFS | above 2 | when the clip is silent throughout (95 %) although its transcript has words |
 * | `silence_added` | s | silence where the source is above −45 LUFS | – | above 0.2 |
 * | `loudness` | LUFS | integrated loudness; a source whose true peak lies below −60 dBTP is not raised | when it was not raised | more than 1 from −14 |
 * | `true_peak` | dBTP | true peak of the decoded file | – | above −1 |
 * | `sync` | ms | between picture and sound, at their beginning or end | – | above 40 |
 * | `length` | ms | between the file's length and the one asked for, less what is cut out, with intro and outro | – | above a frame |
 * | `format` | count | faults of the file's form: size, encoding (H.264 High, 4:2:0, AAC), index first, frames in order from zero | – | above 0 |
 *
 * Crop and picture are checked where the source has a picture. What the source shows black or standing still (a
 * slide, the cover of a podcast) warns; what the rendering made so fails. Intro and outro count in `loudness`,
 * `true_peak`, `sync`, `length` and `format` only: they may be black, stand still and be silent.
 */
export interface QualityCheck {
  /** What is checked. */
  name: string;
  verdict: QualityVerdict;
  /** The figure, rounded to a thousandth. */
  measured: number;
  /** The last figure that passes. */
  limit: number;
  /** What the figures are counted in. */
  unit: string;
  /** The same in a sentence. */
  finding: string;
}

/** `pass`, `warn` (worth a look, delivered) or `fail` (not delivered). */
export type QualityVerdict = 'pass' | 'warn' | 'fail' | (string & {});

/** Width to height of the picture. */
export type Ratio = '9:16' | '1:1' | '4:5' | '16:9' | (string & {});

/**
 * What to change. What is left out is as in the earlier export, each caption option for itself, but for the priority.
 */
export interface Recaption {
  captions?: CaptionOptions;
  priority?: Priority;
  /** Up to 50 pairs of your own; kept and returned, never interpreted. */
  metadata?: { [key: string]: string; };
}

/** Which dead jobs to redrive. */
export interface RedriveRequest {
  kind?: JobKind;
  /** How many at most; 100 when absent. */
  limit?: number;
}

/** One finished file with its companions. Addresses are presigned; read the export again for fresh ones. */
export interface Rendition {
  ratio: Ratio;
  /** Width in pixels. */
  width: number;
  /** Height in pixels. */
  height: number;
  /** Length of the file: of the clip, after what was cut out, with intro and outro. This is what is charged. */
  duration_ms: number;
  /** The clip (MP4, H.264 and AAC). */
  url: string;
  /** The captions as SubRip, on the clock of the file. */
  srt_url: string;
  /** The captions as WebVTT, on the clock of the file. */
  vtt_url: string;
  /** A still picture (JPEG). */
  thumbnail_url: string;
  /**
   * Eight frames of the clip, captions and all, evenly spread and in order, two to a row where it is wide, else four
   * (JPEG). Absent from clips rendered before there were any.
   */
  contact_sheet_url?: string;
  /** When the addresses above stop working. */
  url_expires_at: string;
  /** Size of the clip. */
  size_bytes: number;
  loudness?: Loudness;
  quality?: Quality;
}

/** Why the key was revoked: `requested` by its organization, or `leaked` as someone reported. */
export type RevocationReason = 'requested' | 'leaked' | (string & {});

/**
 * What a member may do: a role is a set of scopes.
 *
 * | role | scopes |
 * |---|---|
 * | `owner` | every scope; only owners who are signed in make, change and remove owners |
 * | `admin` | every scope |
 * | `developer` | every scope, but for all of `invitations`, `audit_log:read`, and writing `organization`, `members`, `api_keys` and `oauth_clients` |
 * | `billing` | `organization:read`, `members:read`, `usage:read`, `audit_log:read`, `sessions:write` |
 * | `viewer` | every `:read` but those of `invitations`, `api_keys`, `oauth_clients` and `audit_log`; `sessions:write` |
 */
export type Role = 'owner' | 'admin' | 'developer' | 'billing' | 'viewer' | (string & {});

/** The new secret and how long the old one still signs. */
export interface RotatedWebhookSecret {
  /** `whsec_` and the key in base64, after Standard Webhooks. It is shown once; store it now. */
  secret: string;
  /** Until when the old secret signs as well. */
  previous_secret_expires_at: string;
}

/** What a caller may do, as `<resource>:read` or `<resource>:write`. Writing does not include reading. */
export type Scope = 'organization:read' | 'organization:write' | 'members:read' | 'members:write' | 'invitations:read' | 'invitations:write' | 'sessions:write' | 'oauth_clients:read' | 'oauth_clients:write' | 'api_keys:read' | 'api_keys:write' | 'projects:read' | 'projects:write' | 'uploads:read' | 'uploads:write' | 'ingests:read' | 'ingests:write' | 'assets:read' | 'assets:write' | 'jobs:read' | 'jobs:write' | 'transcripts:read' | 'transcripts:write' | 'moments:read' | 'moments:write' | 'exports:read' | 'exports:write' | 'brand_kits:read' | 'brand_kits:write' | 'webhook_endpoints:read' | 'webhook_endpoints:write' | 'events:read' | 'deliveries:read' | 'deliveries:write' | 'audit_log:read' | (string & {});

/** A session and its tokens. */
export interface Session {
  /**
   * Send it as `Authorization: Bearer …`. It is a JWT (RFC 9068) signed with ES256; its public key is in
   * `/.well-known/jwks.json`.
   */
  access_token: string;
  /** Always `Bearer`. */
  token_type: string;
  /** Seconds that the access token works for. */
  expires_in: number;
  /** Gets the next tokens; works once. */
  refresh_token: string;
  /** Seconds that the refresh token works for. */
  refresh_expires_in: number;
  environment: Environment;
  /** TypeID of an organization. */
  organization_id: string;
  member: Member;
}

/** A session to go on with. */
export interface SessionRefresh {
  /** The last refresh token of the session. */
  refresh_token: string;
}

/** A stretch between two cuts. */
export interface Shot {
  /** First moment of the shot. */
  start_ms: number;
  /** End of the shot (exclusive). */
  end_ms: number;
}

/** What is done to the clip's sound before it is brought to −14 LUFS. */
export interface SoundOptions {
  /**
   * Whether steady noise (hiss, hum of a fan, rumble below 80 Hz) is taken out; it is not when this is absent. The
   * noise floor is measured in the clip's quietest tenth; what lies below it is lowered by 12 dB.
   */
  denoise?: boolean;
  /** TypeID of an upload. */
  music_upload_id?: string;
  /**
   * How loud the music is where nobody speaks, beside the clip's own loudness (LUFS), in decibels; −10 when absent.
   * Under words it is 14 dB quieter than that: it steps back within 250 ms before a word and comes back within 500
   * ms, beginning 150 ms after one. Without music it says nothing. A clip whose words cannot be heard gets no music,
   * and fails its check.
   */
  music_gain_db?: number;
}

/**
 * A transcript of your own. The words of SubRip and WebVTT are spread over their cues, and nothing is recognized. A
 * plain script (`txt`) holds what is said and
 * nothing else: its words get the times at which they are heard, and where too few of them are heard the ingest fails
 * with `unsupported_media`.
 */
export interface SuppliedTranscript {
  format: TranscriptFormat;
  /** The file's text. */
  content: string;
}

/** An access token. */
export interface Token {
  /** Send it as `Authorization: Bearer …`. */
  access_token: string;
  /** Always `Bearer`. */
  token_type: string;
  /** Seconds that the token works for. */
  expires_in: number;
  /** What the token may do; scopes with spaces between them. */
  scope: string;
}

/** What is said, word by word. */
export interface Transcript {
  /** TypeID of an asset. */
  asset_id: string;
  /** BCP 47 tag of the language, such as `en`. */
  language: string;
  /** What recognized the words, or `supplied` when you sent the transcript. */
  engine: string;
  /** The words in order. */
  words: Array<TranscriptWord>;
  /** The sentences in order. */
  sentences: Array<TranscriptSentence>;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** One correction. */
export interface TranscriptEdit {
  /** Where the first word to replace stands among the words, from 0. */
  first_word: number;
  /**
   * The words that stand there now, separated by spaces. When others do, the update is refused: somebody changed them
   * since you read them. Empty: nothing is replaced, and `text` is put before that word, or at the end.
   */
  replaces: string;
  /** What is said instead, separated by spaces. Empty takes the words out; absent leaves them as they are. */
  text?: string;
  /** Who says it; absent leaves each word with its speaker. */
  speaker?: string;
}

/** SubRip, WebVTT, or a plain script without times. */
export type TranscriptFormat = 'srt' | 'vtt' | 'txt' | (string & {});

/** A transcript is ready (`transcript.ready`). */
export interface TranscriptReadyEvent {
  /** TypeID of an event. */
  id: string;
  type: EventType;
  /** When it happened (UTC). */
  timestamp: string;
  /** Counts the events of one resource, from 1. An event with a lower number than one you have seen is old news. */
  sequence: number;
  /** Id of the object it happened to. */
  resource_id: string;
  environment: Environment;
  data: TranscriptSummary;
}

/** One sentence. */
export interface TranscriptSentence {
  /** Where it begins in the asset. */
  start_ms: number;
  /** Where it ends in the asset. */
  end_ms: number;
  /** The sentence as written. */
  text: string;
  /** Where its first word stands among the words, from 0. */
  first_word?: number;
}

/** A transcript without its words, as sent in events. */
export interface TranscriptSummary {
  /** TypeID of an asset. */
  asset_id: string;
  /** TypeID of an ingest. */
  ingest_id?: string;
  /** BCP 47 tag of the language, such as `en`. */
  language: string;
  /** What recognized the words, or `supplied`. */
  engine: string;
  /** How many words there are. */
  word_count: number;
}

/** What to correct. */
export interface TranscriptUpdate {
  /** Corrections, which count words as they stand before any of them. In order, without overlaps. */
  edits?: Array<TranscriptEdit>;
  /**
   * A new name for each label that is to have one, after the corrections. Two labels that get one name become one
   * speaker. A label that no word has is refused.
   */
  speakers?: { [key: string]: string; };
}

/** One word, with the punctuation that follows it. */
export interface TranscriptWord {
  /** The word as written. */
  text: string;
  /** Where it begins in the asset. */
  start_ms: number;
  /** Where it ends in the asset. */
  end_ms: number;
  /** Label of who speaks; absent when speakers were not told apart. */
  speaker?: string;
  /** How sure the engine is, 0…1. */
  confidence?: number;
}

/** A file on its way into storage. */
export interface Upload {
  /** TypeID of an upload. */
  id: string;
  status: UploadStatus;
  /** TypeID of a project. */
  project_id?: string;
  /** Name of the file. */
  filename: string;
  /** Size of the file. */
  size_bytes: number;
  /** Media type of the file. */
  content_type?: string;
  /** SHA-256 of the whole file in lower-case hex. */
  sha256?: string;
  /** Size of every part but the last. */
  part_size_bytes: number;
  /** How many parts there are. */
  part_count: number;
  /** The first part addresses (at most 10), in the answer to the creation only. */
  parts: Array<UploadPart>;
  /** When an upload that is still open is thrown away. */
  expires_at: string;
  environment: Environment;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** Every part with the tag the storage gave it. */
export interface UploadCompletion {
  /** All parts, in any order. */
  parts: Array<CompletedPart>;
}

/** Where to put one part. */
export interface UploadPart {
  /** Number of the part, from 1. */
  part_number: number;
  /** Presigned address; `PUT` the bytes of the part there. */
  url: string;
  /** When the address stops working. */
  expires_at: string;
}

/** Part addresses. */
export interface UploadPartList {
  /** The addresses, in the order asked for. */
  data: Array<UploadPart>;
}

/** A completed upload. */
export interface UploadSource {
  /** Always `upload`. */
  type: string;
  /** TypeID of an upload. */
  upload_id: string;
}

/** `open` takes parts; `completed` can be used; `aborted` and `expired` are over. */
export type UploadStatus = 'open' | 'completed' | 'aborted' | 'expired' | (string & {});

/**
 * A public https address, fetched once. Private and local addresses are refused, also when a redirect leads there
 * (`source_forbidden`).
 *
 * With a **test key**, addresses on `test.clipforge.dev` are magic inputs: nothing is fetched, and what happens is
 * quick, free and the same every time, so that you can write tests of your own. Jobs, events and webhooks are the
 * real ones, and so are the files. With a live key they are refused (`test_only`), and so is a path that is not
 * listed here (`unknown_input`).
 *
 * | address | what happens |
 * |---|---|
 * | `/talk.mp4` | 40 seconds of a talk: a transcript, several moments, clips that play |
 * | `/no-speech.mp4` | nobody speaks: the transcript has no words, moments follow picture and sound |
 * | `/slow.mp4?seconds=N` | as `/talk.mp4`, but `ingest` waits for N seconds, 1 to 600 (10), with progress; cancel it at will |
 * | `/no-audio.mp4` | fails with `no_audio` |
 * | `/not-a-video.mp4` | fails with `unsupported_media` |
 * | `/damaged.mp4` | fails with `undecodable_media` |
 * | `/unreachable.mp4` | fails with `source_unreachable` |
 * | `/forbidden.mp4` | fails with `source_forbidden` |
 * | `/fails-at-ingest.mp4` | `ingest` fails with `undecodable_media` |
 * | `/fails-at-transcribe.mp4` | `transcribe` fails with `internal_error` |
 * | `/fails-at-analyze.mp4` | `analyze` fails with `undecodable_media` |
 * | `/fails-at-rank.mp4` | `rank` fails with `internal_error` |
 * | `/fails-at-render.mp4` | as `/talk.mp4`, but every export fails with `export_quality_failed` |
 * | `/retries-at-ingest.mp4` | as `/talk.mp4`, but the first attempt of `ingest` fails and the second succeeds |
 * | `/retries-at-transcribe.mp4` | the same with `transcribe` |
 * | `/retries-at-analyze.mp4` | the same with `analyze` |
 * | `/retries-at-rank.mp4` | the same with `rank` |
 * | `/retries-at-render.mp4` | the same with the `render` of every export |
 *
 * A transcript that you supply is used instead of that of the magic input.
 */
export interface UrlSource {
  /** Always `url`. */
  type: string;
  /** An https address that answers without a login. */
  url: string;
}

/** The corner the watermark sits in. */
export type WatermarkPosition = 'top_left' | 'top_right' | 'bottom_left' | 'bottom_right' | (string & {});

/** An address of yours that is called when something happens. */
export interface WebhookEndpoint {
  /** TypeID of a webhook endpoint. */
  id: string;
  /** The address that is called. */
  url: string;
  /** What it is called for. */
  event_types: Array<EventType>;
  /** A note of your own. */
  description?: string;
  status: WebhookEndpointStatus;
  environment: Environment;
  /** When the object was made (UTC). */
  created_at: string;
  /** When the object last changed (UTC). */
  updated_at: string;
}

/** A page of endpoints. */
export interface WebhookEndpointPage {
  /** The endpoints. */
  data: Array<WebhookEndpoint>;
  /** Whether another page follows. */
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; absent on the last one. */
  next_cursor?: string;
}

/** `disabled` after an answer of 410 or days of failures; no calls are made then. */
export type WebhookEndpointStatus = 'enabled' | 'disabled' | (string & {});
