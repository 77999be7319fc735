"""What the API takes and answers."""

# Made by ./clipforge gen from openapi/dist/clipforge.yaml; do not edit.
# SHA-256 of the contract: de2d9c2c2c93716fbc70a2089696aafd872d66c7fead9e4a0423ba30fc778f5b

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from .._model import ABSENT, Model, kind_by

__all__ = [
    "ApiKey",
    "ApiKeyLeak",
    "ApiKeyPage",
    "ApiKeyReroll",
    "ApiKeyRevokedEvent",
    "Asset",
    "AssetPage",
    "AssetStatus",
    "AttemptOutcome",
    "AuditEntry",
    "AuditEntryPage",
    "AuditVerification",
    "BrandKit",
    "BrandKitPage",
    "BrandKitPart",
    "BrandKitUpdate",
    "Bumper",
    "CaptionOptions",
    "CaptionStyle",
    "CompletedPart",
    "CreatedApiKey",
    "CreatedInvitation",
    "CreatedOAuthClient",
    "CreatedWebhookEndpoint",
    "CutOptions",
    "Delivery",
    "DeliveryAttempt",
    "DeliveryPage",
    "DeliveryStatus",
    "Environment",
    "Event",
    "EventPage",
    "EventType",
    "Export",
    "ExportExpansion",
    "ExportFailedEvent",
    "ExportPage",
    "ExportReadyEvent",
    "ExportStatus",
    "FieldError",
    "FlowStatus",
    "Ingest",
    "IngestCompletedEvent",
    "IngestExpansion",
    "IngestFailedEvent",
    "IngestOptions",
    "IngestPage",
    "IngestSource",
    "IngestStatus",
    "Invitation",
    "InvitationAcceptance",
    "InvitationPage",
    "InvitationStatus",
    "Job",
    "JobAttempt",
    "JobAttemptPage",
    "JobEvent",
    "JobFailedEvent",
    "JobKind",
    "JobPage",
    "JobStatus",
    "JsonWebKey",
    "JsonWebKeySet",
    "Loudness",
    "LowerThird",
    "Member",
    "MemberPage",
    "MemberUpdate",
    "Moment",
    "MomentPage",
    "MomentReason",
    "MomentSet",
    "MomentStatus",
    "MomentsReadyEvent",
    "NewApiKey",
    "NewBrandKit",
    "NewExport",
    "NewIngest",
    "NewInvitation",
    "NewOAuthClient",
    "NewOrganization",
    "NewProject",
    "NewSession",
    "NewUpload",
    "NewUploadParts",
    "NewWebhookEndpoint",
    "OAuthClient",
    "OAuthClientPage",
    "OAuthError",
    "Organization",
    "OrganizationUpdate",
    "Priority",
    "Problem",
    "Project",
    "ProjectPage",
    "ProjectUpdate",
    "Quality",
    "QualityCheck",
    "QualityVerdict",
    "Ratio",
    "Recaption",
    "RedriveRequest",
    "Rendition",
    "RevocationReason",
    "Role",
    "RotatedWebhookSecret",
    "Scope",
    "Session",
    "SessionRefresh",
    "Shot",
    "SoundOptions",
    "SuppliedTranscript",
    "Token",
    "Transcript",
    "TranscriptEdit",
    "TranscriptFormat",
    "TranscriptReadyEvent",
    "TranscriptSentence",
    "TranscriptSummary",
    "TranscriptUpdate",
    "TranscriptWord",
    "Upload",
    "UploadCompletion",
    "UploadPart",
    "UploadPartList",
    "UploadSource",
    "UploadStatus",
    "UrlSource",
    "WatermarkPosition",
    "WebhookEndpoint",
    "WebhookEndpointPage",
    "WebhookEndpointStatus",
]

AssetStatus = Literal['pending', 'processing', 'ready', 'failed'] | str
"""`pending` before the file was looked at, `processing`, then `ready` or `failed`."""

AttemptOutcome = Literal['retry_later', 'lease_lost', 'handed_back', 'failed', 'cancelled', 'refused'] | str
"""`retry_later` (the cause lay outside of the input), `lease_lost` (its worker went silent),
`handed_back` (its worker was stopped), `failed`, `cancelled`, or `refused` (it came late:
another run had the job already).
"""

BrandKitPart = Literal['watermark', 'font', 'caption_style', 'ratios', 'lower_third', 'intro', 'outro'] | str
"""What a brand kit can do without."""

CaptionStyle = Literal['classic', 'karaoke', 'box', 'pop'] | str
"""`classic` shows outlined lines; `karaoke` also highlights the word being spoken; `box` sets lines
on an opaque box in the brand's primary colour; `pop` brings words as they are spoken, each with
a short leap. When absent it is that of the brand kit, or else `karaoke`.
"""

DeliveryStatus = Literal['pending', 'delivered', 'failed', 'cancelled'] | str
"""`pending` until an attempt succeeds (`delivered`), all attempts are used up (`failed`), or the
endpoint is deleted or disabled (`cancelled`).
"""

Environment = Literal['live', 'test'] | str
"""`live` objects are real and metered; `test` objects are free and never mix with live ones."""

EventType = Literal['ingest.completed', 'ingest.failed', 'transcript.ready', 'moments.ready', 'export.ready', 'export.failed', 'job.failed', 'api_key.revoked'] | str
"""What happened."""

ExportExpansion = Literal['asset', 'moment'] | str
"""What an export can be returned with."""

ExportStatus = Literal['queued', 'rendering', 'ready', 'failed', 'cancelled'] | str
"""`queued`, `rendering`, then `ready`, `failed` or `cancelled`."""

FlowStatus = Literal['running', 'succeeded', 'failed', 'cancelled'] | str
"""State of the whole ingest or export that the job belongs to."""

IngestExpansion = Literal['asset'] | str
"""What an ingest can be returned with."""

IngestStatus = Literal['queued', 'processing', 'completed', 'failed', 'cancelled'] | str
"""`queued`, `processing`, then `completed` (moments are ready), `failed` or `cancelled`."""

InvitationStatus = Literal['pending', 'accepted', 'revoked', 'expired'] | str
"""Whether the invitation can still be accepted (`pending`), and why not."""

JobKind = Literal['ingest', 'transcribe', 'analyze', 'rank', 'render'] | str
"""The stage of work."""

JobStatus = Literal['waiting', 'scheduled', 'queued', 'running', 'succeeded', 'failed', 'cancelled', 'dead'] | str
"""`waiting` for other jobs of its flow, `scheduled` for a time (see `run_at`; also the rest between
two attempts), `queued` for a worker, `running`, then `succeeded`, `failed` (its own fault, see
`problem`), `cancelled`, or `dead` (it broke on every attempt; redrive it when the cause is
gone).
"""

MomentStatus = Literal['suggested', 'approved', 'rejected'] | str
"""`suggested` by us, then `approved` or `rejected` by a person."""

Priority = Literal['high', 'standard', 'batch'] | str
"""`high` goes before `standard`, and that before `batch`; now and then the least urgent is taken
first, so that nothing waits for ever. Between organizations, each priority is shared fairly.
"""

QualityVerdict = Literal['pass', 'warn', 'fail'] | str
"""`pass`, `warn` (worth a look, delivered) or `fail` (not delivered)."""

Ratio = Literal['9:16', '1:1', '4:5', '16:9'] | str
"""Width to height of the picture."""

RevocationReason = Literal['requested', 'leaked'] | str
"""Why the key was revoked: `requested` by its organization, or `leaked` as someone reported."""

Role = Literal['owner', 'admin', 'developer', 'billing', 'viewer'] | str
"""What a member may do: a role is a set of scopes.

| role | scopes |
|---|---|
| `owner` | every scope; only owners who are signed in make, change and remove owners |
| `admin` | every scope |
| `developer` | every scope, but for all of `invitations`, `audit_log:read`, and writing `organization`, `members`, `api_keys` and `oauth_clients` |
| `billing` | `organization:read`, `members:read`, `usage:read`, `audit_log:read`, `sessions:write` |
| `viewer` | every `:read` but those of `invitations`, `api_keys`, `oauth_clients` and `audit_log`; `sessions:write` |
"""

Scope = Literal['organization:read', 'organization:write', 'members:read', 'members:write', 'invitations:read', 'invitations:write', 'sessions:write', 'oauth_clients:read', 'oauth_clients:write', 'api_keys:read', 'api_keys:write', 'projects:read', 'projects:write', 'uploads:read', 'uploads:write', 'ingests:read', 'ingests:write', 'assets:read', 'assets:write', 'jobs:read', 'jobs:write', 'transcripts:read', 'transcripts:write', 'moments:read', 'moments:write', 'exports:read', 'exports:write', 'brand_kits:read', 'brand_kits:write', 'webhook_endpoints:read', 'webhook_endpoints:write', 'events:read', 'deliveries:read', 'deliveries:write', 'audit_log:read'] | str
"""What a caller may do, as `<resource>:read` or `<resource>:write`. Writing does not include
reading.
"""

TranscriptFormat = Literal['srt', 'vtt', 'txt'] | str
"""SubRip, WebVTT, or a plain script without times."""

UploadStatus = Literal['open', 'completed', 'aborted', 'expired'] | str
"""`open` takes parts; `completed` can be used; `aborted` and `expired` are over."""

WatermarkPosition = Literal['top_left', 'top_right', 'bottom_left', 'bottom_right'] | str
"""The corner the watermark sits in."""

WebhookEndpointStatus = Literal['enabled', 'disabled'] | str
"""`disabled` after an answer of 410 or days of failures; no calls are made then."""



class ApiKey(Model):
    """A key, without its secret."""

    id: str = ABSENT
    """TypeID of an API key."""

    name: str = ABSENT
    """What the key is for."""

    prefix: str = ABSENT
    """The first characters of the secret, to tell keys apart."""

    scopes: list[Scope] = ABSENT
    """What the key may do."""

    environment: Environment = ABSENT

    allowed_ips: list[str] = ABSENT
    """The networks the key may be used from; empty means from everywhere."""

    api_version: str = ABSENT
    """The version its requests are made in that send no `ClipForge-Version`."""

    expires_at: datetime | None = None
    """When the key stops working; absent means never."""

    last_used_at: datetime | None = None
    """When the key was last used; absent means never."""

    revoked_at: datetime | None = None
    """When the key was revoked; absent while it works."""

    revocation_reason: RevocationReason | None = None

    leak_found_at_url: str | None = None
    """Where a leaked key was found, as the finder wrote it."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class ApiKeyLeak(Model):
    """A secret that was found where it does not belong."""

    secret: str = ABSENT
    """The secret as it was found."""

    found_at_url: str | None = None
    """Where it was found; its organization gets to see this."""


class ApiKeyPage(Model):
    """A page of keys."""

    data: list[ApiKey] = ABSENT
    """The keys."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class ApiKeyReroll(Model):
    """How to change over."""

    overlap_seconds: int | None = None
    """How long the secret that is replaced works on, in seconds; a day when absent, a week at most.
    """


class ApiKeyRevokedEvent(Model):
    """An API key was revoked (`api_key.revoked`)."""

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: ApiKey = ABSENT


class Asset(Model):
    """A source video. What is not known yet is absent. Addresses are presigned; read the asset
    again for fresh ones.
    """

    id: str = ABSENT
    """TypeID of an asset."""

    project_id: str = ABSENT
    """TypeID of a project."""

    ingest_id: str | None = None
    """TypeID of an ingest."""

    status: AssetStatus = ABSENT

    filename: str | None = None
    """Name of the file it came from."""

    duration_ms: int | None = None
    """Length."""

    width: int | None = None
    """Width in pixels, as shown (after rotation)."""

    height: int | None = None
    """Height in pixels, as shown (after rotation)."""

    frame_rate: float | None = None
    """Average frames per second."""

    has_audio: bool | None = None
    """Whether there is sound."""

    has_video: bool | None = None
    """Whether there is a moving picture."""

    size_bytes: int | None = None
    """Size of the file."""

    container: str | None = None
    """Container, such as `mp4`."""

    video_codec: str | None = None
    """Codec of the picture, such as `h264`."""

    audio_codec: str | None = None
    """Codec of the sound, such as `aac`."""

    poster_url: str | None = None
    """A still picture (JPEG)."""

    audio_url: str | None = None
    """The sound as it is recognized (WAV, 16 kHz, mono)."""

    waveform_url: str | None = None
    """Peaks for drawing the sound (JSON)."""

    overview_url: str | None = None
    """The video at a glance (SVG): how loud it is over its time, where the cuts are, and the
    moments on top, the more opaque the better they scored. Absent until it was ranked.
    """

    url_expires_at: datetime | None = None
    """When the addresses above stop working."""

    shots: list[Shot] | None = None
    """The shots in order; absent until the video was analyzed."""

    problem: Problem | None = None

    environment: Environment = ABSENT

    metadata: dict[str, str] = ABSENT
    """Up to 50 pairs of your own; kept and returned, never interpreted."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class AssetPage(Model):
    """A page of assets."""

    data: list[Asset] = ABSENT
    """The assets."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class AuditEntry(Model):
    """One change. `hash` is the SHA-256 of these lines, joined by line feeds and without one at the
    end: `previous_hash`, `sequence`, `id`, the organization's id, `environment`, `created_at` in
    microseconds since 1970, `actor`, `address`, `request_id`, `action`, `target`,
    `before_digest`, `after_digest`; what is absent is an empty line.
    """

    id: str = ABSENT
    """TypeID of an entry of the audit log."""

    sequence: int = ABSENT
    """Counts the entries of the organization, of both environments, from 1 and without a gap."""

    actor: str = ABSENT
    """Id of the API key, member or client that did it; `anyone` for a caller without one, `system`
    for what no request asked for.
    """

    address: str | None = None
    """Address the request came from; absent for what no request asked for."""

    request_id: str | None = None
    """`Request-Id` of the request; absent for what no request asked for."""

    action: str = ABSENT
    """`operationId` of what was done."""

    target: str = ABSENT
    """Id of the object that was changed."""

    before_digest: str | None = None
    """SHA-256 of the object as `GET` answered it before, without its secrets and presigned URLs, as
    JSON with sorted names and no white space; absent for an object that is new.
    """

    after_digest: str | None = None
    """The same of the object after the change; absent for one that was deleted."""

    previous_hash: str = ABSENT
    """`hash` of the entry before; empty for the first."""

    hash: str = ABSENT
    """SHA-256 of this entry and of `previous_hash`."""

    environment: Environment = ABSENT

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""


class AuditEntryPage(Model):
    """A page of entries."""

    data: list[AuditEntry] = ABSENT
    """The entries."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class AuditVerification(Model):
    """How far the chain is whole."""

    valid: bool = ABSENT
    """Whether every entry looked at is as it was written."""

    entries: int = ABSENT
    """How many entries were looked at and are whole."""

    first_broken_sequence: int | None = None
    """The first entry that was changed or is missing; absent while none is."""

    next_sequence: int | None = None
    """Where to go on; absent at the end of the chain, or where it is broken."""

    head_hash: str = ABSENT
    """`hash` of the newest entry; empty before the first."""


class BrandKit(Model):
    """How exports look. Captions use `text_color` and, for the word being spoken,
    `highlight_color`; boxes and bars use `primary_color`. The watermark is a PNG from a
    completed upload. `caption_style` and `ratios` hold for exports that do not say. Each change
    makes a new `version`; an export tells with which one it was made, and a new export can name
    an older one.
    """

    id: str = ABSENT
    """TypeID of a brand kit."""

    name: str = ABSENT
    """Name of the brand kit."""

    primary_color: str = ABSENT
    """A colour as `#RRGGBB`."""

    text_color: str = ABSENT
    """A colour as `#RRGGBB`."""

    highlight_color: str = ABSENT
    """A colour as `#RRGGBB`."""

    watermark_upload_id: str | None = None
    """TypeID of an upload."""

    watermark_position: WatermarkPosition | None = None

    watermark_opacity: float | None = None
    """0 is invisible, 1 is opaque."""

    font_upload_id: str | None = None
    """TypeID of a completed upload with a TrueType or OpenType font, of at most 10 MiB (10,485,760
    bytes). Captions and the lower third are set in it; for letters that it lacks, in fonts that
    cover most scripts. Collections (TTC), WOFF and WOFF2 are not read; of a variable font its
    default instance is used. An export whose font cannot be read fails with `unsupported_media`.
    """

    caption_style: CaptionStyle | None = None

    ratios: list[Ratio] | None = None
    """Ratios of an export that names the brand kit and no ratios."""

    lower_third: LowerThird | None = None

    intro: Bumper | None = None

    outro: Bumper | None = None

    version: int = ABSENT
    """Which version of the brand kit this is, counted from 1."""

    environment: Environment = ABSENT

    metadata: dict[str, str] = ABSENT
    """Up to 50 pairs of your own; kept and returned, never interpreted."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class BrandKitPage(Model):
    """A page of brand kits."""

    data: list[BrandKit] = ABSENT
    """The brand kits."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class BrandKitUpdate(Model):
    """What to change."""

    name: str | None = None
    """New name of the brand kit."""

    primary_color: str | None = None
    """A colour as `#RRGGBB`."""

    text_color: str | None = None
    """A colour as `#RRGGBB`."""

    highlight_color: str | None = None
    """A colour as `#RRGGBB`."""

    watermark_upload_id: str | None = None
    """TypeID of an upload."""

    watermark_position: WatermarkPosition | None = None

    watermark_opacity: float | None = None
    """0 is invisible, 1 is opaque."""

    font_upload_id: str | None = None
    """TypeID of a completed upload with a TrueType or OpenType font, of at most 10 MiB (10,485,760
    bytes). Captions and the lower third are set in it; for letters that it lacks, in fonts that
    cover most scripts. Collections (TTC), WOFF and WOFF2 are not read; of a variable font its
    default instance is used. An export whose font cannot be read fails with `unsupported_media`.
    """

    caption_style: CaptionStyle | None = None

    ratios: list[Ratio] | None = None
    """Ratios of an export that names the brand kit and no ratios."""

    lower_third: LowerThird | None = None

    intro: Bumper | None = None

    outro: Bumper | None = None

    remove: list[BrandKitPart] | None = None
    """What the brand kit is to do without from now on. What is named here and sent as well is as it
    is sent.
    """

    metadata: dict[str, str] | None = None
    """Up to 50 pairs of your own; kept and returned, never interpreted."""


class Bumper(Model):
    """A short film, or a still picture, that every export with the brand kit shows before the clip
    (`intro`) or behind it (`outro`), unless the export says otherwise. `upload_id` is a
    completed upload of at most 200 MiB (209,715,200 bytes): a video of any kind that an ingest
    takes, of at most 10 s, or a PNG or JPEG of at most 25 million pixels. What begins like a
    sound or a font is refused with `unsupported_media`; an export whose intro or outro is
    damaged, too long or has no picture fails with `unsupported_media`, and says which.

    It is brought to the clip's ratio, frame rate and encoding. Where its shape differs the whole
    of it stands on a blurred copy of itself; what is transparent in a still picture shows
    `primary_color`. Its sound is brought to the clip's own loudness (raised by at most 12 dB),
    then all of it together to −14 LUFS; sound fades for 10 ms at each side of a seam. Neither
    captions nor watermark nor lower third are drawn over it, and thumbnail and contact sheet do
    without it.
    """

    upload_id: str = ABSENT
    """TypeID of an upload."""

    still_ms: int | None = None
    """How long a still picture is shown; 3000 when absent. A film is as long as it is."""


class CaptionOptions(Model):
    """How captions look. SRT and VTT files are made in any case."""

    burn_in: bool | None = None
    """Whether captions are drawn into the picture."""

    style: CaptionStyle | None = None

    emphasize_keywords: bool | None = None
    """Whether keywords stand in the brand's highlight colour; they do not when this is absent. At
    most one in a caption, chosen among the words that the asset's transcript holds rarely. Drawn
    captions only.
    """

    mask_profanity: bool | None = None
    """Whether coarse words are masked behind their first letter (`s***`), in drawn captions, SRT
    and VTT alike; they are not when this is absent. About forty words of English, German,
    Spanish, French, Italian and Portuguese, English ones in any inflection; what is heard and
    the transcript stay as they are.
    """


class CompletedPart(Model):
    """A part that was sent."""

    part_number: int = ABSENT
    """Number of the part, from 1."""

    etag: str = ABSENT
    """The `ETag` header of the answer to the `PUT`."""


class CreatedApiKey(Model):
    """A key as it is shown once, with its secret."""

    id: str = ABSENT
    """TypeID of an API key."""

    name: str = ABSENT
    """What the key is for."""

    prefix: str = ABSENT
    """The first characters of the secret, to tell keys apart."""

    scopes: list[Scope] = ABSENT
    """What the key may do."""

    environment: Environment = ABSENT

    allowed_ips: list[str] = ABSENT
    """The networks the key may be used from; empty means from everywhere."""

    api_version: str = ABSENT
    """The version its requests are made in that send no `ClipForge-Version`."""

    secret: str = ABSENT
    """The key itself. It is shown this once; store it now."""

    expires_at: datetime | None = None
    """When the key stops working; absent means never."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class CreatedInvitation(Model):
    """An invitation as it is shown once, with its token."""

    id: str = ABSENT
    """TypeID of an invitation."""

    email: str = ABSENT
    """An e-mail address; capital letters make no difference, and small ones are kept."""

    role: Role = ABSENT

    status: InvitationStatus = ABSENT

    token: str = ABSENT
    """Lets the person accept. It is shown this once; send it to them now."""

    expires_at: datetime = ABSENT
    """Until when it can be accepted."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class CreatedOAuthClient(Model):
    """A client as it is shown once, with its secret."""

    id: str = ABSENT
    """TypeID of an OAuth client."""

    name: str = ABSENT
    """What the client is for."""

    scopes: list[Scope] = ABSENT
    """What its tokens may do at most."""

    environment: Environment = ABSENT

    secret: str = ABSENT
    """The `client_secret`. It is shown this once; store it now."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class CreatedWebhookEndpoint(Model):
    """An endpoint as it is shown once, with its secret."""

    id: str = ABSENT
    """TypeID of a webhook endpoint."""

    url: str = ABSENT
    """The address that is called."""

    event_types: list[EventType] = ABSENT
    """What it is called for."""

    description: str | None = None
    """A note of your own."""

    status: WebhookEndpointStatus = ABSENT

    secret: str = ABSENT
    """`whsec_` and the key in base64, after Standard Webhooks. It is shown once; store it now."""

    environment: Environment = ABSENT

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class CutOptions(Model):
    """What is left out of the clip (jump cuts). Picture, sound and captions jump together, from
    frame to frame, and the sound fades for 10 ms at each side of a jump. A word that stays is
    never touched. `duration_ms` of a rendition is what is left (with intro and outro), and that
    is what is charged.

    A word is not left to flash between two jumps for less than 200 ms: the shorter jump is given
    up, as are those of less than 80 ms. A clip has at most 299 jumps, the longest of all that
    were found, and keeps at least a second. One without words stays whole.
    """

    remove_silences: bool | None = None
    """Whether pauses between words that last longer than 600 ms are shortened to 300 ms, 150 ms at
    each word; they are not when this is absent. Before the first word and behind the last, 150
    ms stay. A pause is what is quiet in the sound as well: laughter, applause and music nearly
    as loud as the speech stay.
    """

    remove_fillers: bool | None = None
    """Whether filler words are taken out, with up to 60 ms of the pause at each side; they are not
    when this is absent. They are the sounds that mean nothing else in the transcript's language,
    however long they are drawn: `uh`, `uhm`, `hmm`, `erm`, `ehm`, `äh` and `euh` anywhere; also
    `um`, `er`, `ahm` (English), `öh`, `öhm`, `em` (German), `heu`, `hum` (French), `em`, `eeh`
    (Spanish, Italian), `hum`, `ahn`, `hã` (Portuguese), `eh` (Dutch). Never `like` or `you
    know`. Only those that the transcript holds are found. A clip that has no other words keeps
    them.
    """


class Delivery(Model):
    """One event on its way to one endpoint."""

    id: str = ABSENT
    """TypeID of a delivery."""

    event_id: str = ABSENT
    """TypeID of an event."""

    event_type: EventType = ABSENT

    webhook_endpoint_id: str = ABSENT
    """TypeID of a webhook endpoint."""

    status: DeliveryStatus = ABSENT

    attempts: list[DeliveryAttempt] = ABSENT
    """The calls made so far."""

    next_attempt_at: datetime | None = None
    """When the next call is due; absent when none is."""

    environment: Environment = ABSENT

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class DeliveryAttempt(Model):
    """One call."""

    number: int = ABSENT
    """Number of the attempt, from 1."""

    at: datetime = ABSENT
    """When the call began (UTC)."""

    response_status: int | None = None
    """HTTP status of the answer; absent when there was none."""

    error: str | None = None
    """Why there was no answer."""

    duration_ms: int = ABSENT
    """How long the call took."""

    response_excerpt: str | None = None
    """The beginning of the answer's body."""


class DeliveryPage(Model):
    """A page of deliveries."""

    data: list[Delivery] = ABSENT
    """The deliveries."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class Event(Model):
    """Something that happened. `data` is the object as a `GET` would have returned it then; its
    shape depends on `type` and is described under the webhook of the same name.
    """

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: dict[str, Any] = ABSENT
    """The object it happened to."""


class EventPage(Model):
    """A page of events."""

    data: list[Event] = ABSENT
    """The events."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class Export(Model):
    """A clip in one or more ratios."""

    id: str = ABSENT
    """TypeID of an export."""

    asset_id: str = ABSENT
    """TypeID of an asset."""

    asset: Asset | None = None

    moment_id: str | None = None
    """TypeID of a moment."""

    moment: Moment | None = None

    recaptioned_from: str | None = None
    """The export that this one was made of with new captions; absent when there was none."""

    start_ms: int = ABSENT
    """Where it begins in the asset."""

    end_ms: int = ABSENT
    """Where it ends in the asset (exclusive)."""

    status: ExportStatus = ABSENT

    ratios: list[Ratio] = ABSENT
    """The ratios asked for."""

    captions: CaptionOptions = ABSENT

    cut: CutOptions | None = None

    sound: SoundOptions | None = None

    brand_kit_id: str | None = None
    """TypeID of a brand kit."""

    brand_kit_version: int | None = None
    """The version of the brand kit it is made with. Absent in exports older than versions."""

    intro: bool | None = None
    """Whether an intro is shown before the clip."""

    outro: bool | None = None
    """Whether an outro is shown behind the clip."""

    job: Job = ABSENT

    renditions: list[Rendition] = ABSENT
    """The finished files, in the order of `ratios`; empty until the export is `ready`."""

    problem: Problem | None = None

    environment: Environment = ABSENT

    metadata: dict[str, str] = ABSENT
    """Up to 50 pairs of your own; kept and returned, never interpreted."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class ExportFailedEvent(Model):
    """An export failed (`export.failed`)."""

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: Export = ABSENT


class ExportPage(Model):
    """A page of exports."""

    data: list[Export] = ABSENT
    """The exports."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class ExportReadyEvent(Model):
    """An export is ready (`export.ready`)."""

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: Export = ABSENT


class FieldError(Model):
    """One value that was not acceptable."""

    pointer: str = ABSENT
    """JSON Pointer into the request body, or `#parameter/<name>` for a parameter; empty when it may
    be any value.
    """

    code: str = ABSENT
    """Stable name of the reason. A value that is not as this contract describes it is `required`,
    of the `wrong_type` (null, too, where the contract does not name it), of the `wrong_form`,
    `not_allowed` (not one of those listed), `too_short`, `too_long`, `too_few`, `too_many`,
    `out_of_range`, `repeated` or `invalid`. Other codes belong to an operation, as `not_https`
    does; `nul_character` is the character U+0000 in any text.
    """

    detail: str = ABSENT
    """The reason for people."""


class Ingest(Model):
    """A video on its way to ranked moments. `job` is the head of the flow: its event stream tells
    about every job of it. `options` are returned without the transcript and the chat you
    supplied.
    """

    id: str = ABSENT
    """TypeID of an ingest."""

    project_id: str = ABSENT
    """TypeID of a project."""

    status: IngestStatus = ABSENT

    source: IngestSource = ABSENT

    options: IngestOptions = ABSENT

    asset_id: str = ABSENT
    """TypeID of an asset."""

    asset: Asset | None = None

    job: Job = ABSENT

    problem: Problem | None = None

    environment: Environment = ABSENT

    metadata: dict[str, str] = ABSENT
    """Up to 50 pairs of your own; kept and returned, never interpreted."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class IngestCompletedEvent(Model):
    """An ingest is complete (`ingest.completed`)."""

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: Ingest = ABSENT


class IngestFailedEvent(Model):
    """An ingest failed (`ingest.failed`)."""

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: Ingest = ABSENT


class IngestOptions(Model):
    """How to work on the video. Everything has a default."""

    language: str | None = None
    """BCP 47 tag of the language spoken, such as `en`; recognized from the sound when absent."""

    vocabulary: list[str] | None = None
    """Names and terms that are likely to be said, spelled as you want them, the most important
    first. Engines that can use them do: Whisper takes the first of them, as many as its context
    has room for, about a hundred words; PocketSphinx knows its own dictionary only and ignores
    them.
    """

    translate: bool | None = None
    """Write the transcript in English, whatever language is spoken, which is not done when absent;
    moments, captions and subtitles follow it. A transcript of your own is not translated: both
    together are refused (`not_translated`). Whisper can do it; where the engine cannot, the
    ingest fails with `unsupported_media`.
    """

    diarize: bool | None = None
    """Tell speakers apart by their voices, which is not done when absent: words get a `speaker`,
    `speaker_1`, `speaker_2` and so on in the order in which they are first heard. Words of your
    own transcript that name theirs keep it.
    """

    speakers: int | None = None
    """How many speak, for `diarize`; as many as are heard when absent. Knowing it makes mistakes
    fewer.
    """

    min_clip_ms: int | None = None
    """Shortest moment wanted."""

    max_clip_ms: int | None = None
    """Longest moment wanted."""

    max_moments: int | None = None
    """Most moments wanted."""

    transcript: SuppliedTranscript | None = None

    chat_offsets_ms: list[int] | None = None
    """When each message of the live chat was posted, from the start of the video, in any order.
    Moments that many wrote about at once, or in the eight seconds behind them, score higher
    (`chat_burst`). Only the times are asked for; messages beyond the video's end do not count.
    """


class IngestPage(Model):
    """A page of ingests."""

    data: list[Ingest] = ABSENT
    """The ingests."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class Invitation(Model):
    """An invitation, without its token."""

    id: str = ABSENT
    """TypeID of an invitation."""

    email: str = ABSENT
    """An e-mail address; capital letters make no difference, and small ones are kept."""

    role: Role = ABSENT

    status: InvitationStatus = ABSENT

    expires_at: datetime = ABSENT
    """Until when it can be accepted."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class InvitationAcceptance(Model):
    """Who accepts."""

    token: str = ABSENT
    """The token of the invitation."""

    name: str | None = None
    """Name of the person; needed from who is new to us."""

    password: str = ABSENT
    """12 to 128 characters of any kind. It is kept as an Argon2id hash only."""


class InvitationPage(Model):
    """A page of invitations."""

    data: list[Invitation] = ABSENT
    """The invitations."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class Job(Model):
    """One piece of work."""

    id: str = ABSENT
    """TypeID of a job."""

    kind: JobKind = ABSENT

    status: JobStatus = ABSENT

    priority: Priority = ABSENT

    stage: str | None = None
    """What the job is doing at the moment; a word for people."""

    progress: float = ABSENT
    """Share of the work done, 0…1."""

    attempts: int = ABSENT
    """How often the job was started."""

    parent_id: str | None = None
    """TypeID of a job."""

    part: int | None = None
    """Which part of a long asset it works on, from 0; absent for the whole. The job named by
    `parent_id` joins the parts.
    """

    degraded: bool | None = None
    """Whether it did without a part that failed."""

    queue_position: int | None = None
    """Place among the queued jobs of your organization of this kind and priority; 1 is next. 10000
    stands for that and more.
    """

    run_at: datetime | None = None
    """When it will be queued, while it is `scheduled`."""

    ingest_id: str | None = None
    """TypeID of an ingest."""

    export_id: str | None = None
    """TypeID of an export."""

    asset_id: str | None = None
    """TypeID of an asset."""

    problem: Problem | None = None

    environment: Environment = ABSENT

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""

    started_at: datetime | None = None
    """When the latest attempt began."""

    finished_at: datetime | None = None
    """When the job ended."""

    eta: datetime | None = None
    """When it will probably end; absent when there is no telling."""


class JobAttempt(Model):
    """One attempt that did not bring its job to success."""

    attempt: int = ABSENT
    """Number of the attempt, from 1."""

    outcome: AttemptOutcome = ABSENT

    detail: str | None = None
    """Why it ended; a sentence for people."""

    worker: str | None = None
    """Name of the worker that had it."""

    stage: str | None = None
    """What it was doing last."""

    progress: float = ABSENT
    """How far it came, 0…1."""

    started_at: datetime | None = None
    """When it began."""

    ended_at: datetime = ABSENT
    """When it ended."""


class JobAttemptPage(Model):
    """Attempts of one job."""

    data: list[JobAttempt] = ABSENT
    """The attempts."""

    has_more: bool = ABSENT
    """Whether another page follows."""


class JobEvent(Model):
    """The state of one job of a flow, as sent in the event stream."""

    id: str = ABSENT
    """Opaque place of the event in the stream; the same as the `id` line."""

    job_id: str = ABSENT
    """TypeID of a job."""

    kind: JobKind = ABSENT

    parent_id: str | None = None
    """TypeID of a job."""

    part: int | None = None
    """Which part of a long asset it works on, from 0; absent for the whole."""

    status: JobStatus = ABSENT

    stage: str | None = None
    """What the job is doing; a word for people."""

    queue_position: int | None = None
    """Place among your queued jobs of this kind and priority; 1 is next."""

    eta: datetime | None = None
    """When this job will probably end; absent when there is no telling."""

    progress: float = ABSENT
    """Share of this job done, 0…1."""

    flow_status: FlowStatus = ABSENT

    problem: Problem | None = None

    timestamp: datetime = ABSENT
    """When this was so (UTC)."""


class JobFailedEvent(Model):
    """A job failed (`job.failed`)."""

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: Job = ABSENT


class JobPage(Model):
    """A page of jobs."""

    data: list[Job] = ABSENT
    """The jobs."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class JsonWebKey(Model):
    """A public key on the curve P-256."""

    kty: str = ABSENT
    """Always `EC`."""

    crv: str = ABSENT
    """Always `P-256`."""

    kid: str = ABSENT
    """Id of the key, as it stands in the header of a token."""

    use: str = ABSENT
    """Always `sig`."""

    alg: str = ABSENT
    """Always `ES256`."""

    x: str = ABSENT
    """First coordinate, base64url."""

    y: str = ABSENT
    """Second coordinate, base64url."""


class JsonWebKeySet(Model):
    """Public keys."""

    keys: list[JsonWebKey] = ABSENT
    """The keys."""


class Loudness(Model):
    """Measured on the finished file, after EBU R 128."""

    integrated_lufs: float = ABSENT
    """Integrated loudness in LUFS."""

    true_peak_dbtp: float = ABSENT
    """True peak in dBTP."""


class LowerThird(Model):
    """A bar in the brand's colours that is faded in and out at the beginning of a clip, from 0.5 s
    to 4 s, above the captions and inside of what players leave free: words in `text_color` on
    `primary_color`, with a strip in `highlight_color`. Clips of up to 1.1 s do without. It is
    not in the thumbnail.
    """

    title: str = ABSENT
    """Name of the person or the show. A long one is set smaller, then on two lines."""

    subtitle: str | None = None
    """What else is to be known, in smaller letters; nothing when absent."""


class Member(Model):
    """A person in an organization."""

    id: str = ABSENT
    """TypeID of a member."""

    email: str = ABSENT
    """An e-mail address; capital letters make no difference, and small ones are kept."""

    name: str = ABSENT
    """Name of the person."""

    role: Role = ABSENT

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class MemberPage(Model):
    """A page of members."""

    data: list[Member] = ABSENT
    """The members."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class MemberUpdate(Model):
    """What to change."""

    role: Role = ABSENT


class Moment(Model):
    """A stretch of an asset that is worth a clip of its own."""

    id: str = ABSENT
    """TypeID of a moment."""

    asset_id: str = ABSENT
    """TypeID of an asset."""

    rank: int = ABSENT
    """Place among the moments of the asset; 1 is the best."""

    start_ms: int = ABSENT
    """Where it begins in the asset."""

    end_ms: int = ABSENT
    """Where it ends in the asset (exclusive)."""

    score: float = ABSENT
    """How good it is, 0…1: 1 / (1 + e^−(`start` + the sum of all contributions))."""

    title: str = ABSENT
    """A title made from what is said."""

    hashtags: list[str] | None = None
    """Tags for posting it, made from what is said here more than elsewhere, best first; never
    coarse words. Empty where nothing is said.
    """

    reasons: list[MomentReason] = ABSENT
    """Every feature, largest contribution first."""

    scorer: str | None = None
    """What made the score: `weighted` for weights that we chose, else the name of a model that
    learned from people. Absent from moments ranked before this was told.
    """

    start: float | None = None
    """Log-odds of the score before any feature adds to it."""

    probability: float | None = None
    """How likely an audience laughs or applauds at about 20 seconds of such words, calibrated on
    speeches. Absent where no model scored.
    """

    status: MomentStatus = ABSENT

    environment: Environment = ABSENT

    metadata: dict[str, str] = ABSENT
    """Up to 50 pairs of your own; kept and returned, never interpreted."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class MomentPage(Model):
    """A page of moments."""

    data: list[Moment] = ABSENT
    """The moments."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class MomentReason(Model):
    """What one feature adds to the score."""

    feature: str = ABSENT
    """Name of the feature, such as `hook_phrase`."""

    value: float = ABSENT
    """What was measured, scaled to 0…1."""

    weight: float = ABSENT
    """How much the feature counts: what `value` is multiplied with or, where a model judges the
    feature, the mean size of its contributions.
    """

    contribution: float = ABSENT
    """What the feature adds to the log-odds of the score: `value` × `weight` or, where a model
    judges the feature, its exact Shapley value beside all others.
    """


class MomentSet(Model):
    """All moments of an asset, as sent in events."""

    asset_id: str = ABSENT
    """TypeID of an asset."""

    ingest_id: str | None = None
    """TypeID of an ingest."""

    moments: list[Moment] = ABSENT
    """The moments, best first."""


class MomentsReadyEvent(Model):
    """Moments are ready (`moments.ready`)."""

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: MomentSet = ABSENT


class NewApiKey(Model):
    """The key to make."""

    name: str = ABSENT
    """What the key is for."""

    scopes: list[Scope] = ABSENT
    """What the key may do."""

    environment: Environment = ABSENT

    allowed_ips: list[str] | None = None
    """The networks the key may be used from, IPv4 and IPv6 in CIDR notation; a bare address is a
    network of one. Empty or absent means from everywhere. Elsewhere it is refused with
    `forbidden`.
    """

    expires_at: datetime | None = None
    """When the key stops working; absent means never."""


class NewBrandKit(Model):
    """The brand kit to make."""

    name: str = ABSENT
    """Name of the brand kit."""

    primary_color: str = ABSENT
    """A colour as `#RRGGBB`."""

    text_color: str = ABSENT
    """A colour as `#RRGGBB`."""

    highlight_color: str = ABSENT
    """A colour as `#RRGGBB`."""

    watermark_upload_id: str | None = None
    """TypeID of an upload."""

    watermark_position: WatermarkPosition | None = None

    watermark_opacity: float | None = None
    """0 is invisible, 1 is opaque; 0.85 when absent."""

    font_upload_id: str | None = None
    """TypeID of a completed upload with a TrueType or OpenType font, of at most 10 MiB (10,485,760
    bytes). Captions and the lower third are set in it; for letters that it lacks, in fonts that
    cover most scripts. Collections (TTC), WOFF and WOFF2 are not read; of a variable font its
    default instance is used. An export whose font cannot be read fails with `unsupported_media`.
    """

    caption_style: CaptionStyle | None = None

    ratios: list[Ratio] | None = None
    """Ratios of an export that names the brand kit and no ratios."""

    lower_third: LowerThird | None = None

    intro: Bumper | None = None

    outro: Bumper | None = None

    metadata: dict[str, str] | None = None
    """Up to 50 pairs of your own; kept and returned, never interpreted."""


class NewExport(Model):
    """What to render. Name either `moment_id`, or `asset_id` with `start_ms` and `end_ms`."""

    moment_id: str | None = None
    """TypeID of a moment."""

    asset_id: str | None = None
    """TypeID of an asset."""

    start_ms: int | None = None
    """Where to begin in the asset."""

    end_ms: int | None = None
    """Where to end in the asset (exclusive)."""

    ratios: list[Ratio] | None = None
    """One rendition each, without repetition. Those of the brand kit when absent; without either
    the request is refused.
    """

    captions: CaptionOptions | None = None

    cut: CutOptions | None = None

    sound: SoundOptions | None = None

    brand_kit_id: str | None = None
    """TypeID of a brand kit."""

    brand_kit_version: int | None = None
    """Which version of the brand kit to use; the one it has now when absent. An earlier export is
    made again with the version that it tells.
    """

    intro: bool | None = None
    """Whether the brand kit's intro, if it has one, is shown before the clip; it is when this is
    absent.
    """

    outro: bool | None = None
    """Whether the brand kit's outro, if it has one, is shown behind the clip; it is when this is
    absent.
    """

    priority: Priority | None = None

    run_at: datetime | None = None
    """Do not begin before this time; at once when absent."""

    metadata: dict[str, str] | None = None
    """Up to 50 pairs of your own; kept and returned, never interpreted."""


class NewIngest(Model):
    """The video and what to do with it."""

    project_id: str = ABSENT
    """TypeID of a project."""

    source: IngestSource = ABSENT

    options: IngestOptions | None = None

    priority: Priority | None = None

    run_at: datetime | None = None
    """Do not begin before this time; at once when absent."""

    metadata: dict[str, str] | None = None
    """Up to 50 pairs of your own; kept and returned, never interpreted."""


class NewInvitation(Model):
    """Whom to invite."""

    email: str = ABSENT
    """An e-mail address; capital letters make no difference, and small ones are kept."""

    role: Role = ABSENT


class NewOAuthClient(Model):
    """The client to make."""

    name: str = ABSENT
    """What the client is for."""

    scopes: list[Scope] = ABSENT
    """What its tokens may do at most."""

    environment: Environment = ABSENT


class NewOrganization(Model):
    """The organization to found, and its owner."""

    name: str = ABSENT
    """Name of the organization."""

    email: str = ABSENT
    """An e-mail address; capital letters make no difference, and small ones are kept."""

    owner_name: str = ABSENT
    """Name of the owner."""

    password: str = ABSENT
    """12 to 128 characters of any kind. It is kept as an Argon2id hash only."""


class NewProject(Model):
    """The project to make."""

    name: str = ABSENT
    """Name of the project."""

    metadata: dict[str, str] | None = None
    """Up to 50 pairs of your own; kept and returned, never interpreted."""


class NewSession(Model):
    """Who signs in, and where; `environment` is `live` when it is not named."""

    email: str = ABSENT
    """An e-mail address; capital letters make no difference, and small ones are kept."""

    password: str = ABSENT
    """The person's password."""

    organization_id: str | None = None
    """Which organization to sign in to. It may be left out by a person in one organization; a
    person in several is answered with `validation_failed`, and the `detail` names them.
    """

    environment: Environment | None = None


class NewUpload(Model):
    """The file to come."""

    project_id: str | None = None
    """TypeID of a project."""

    filename: str = ABSENT
    """Name of the file, without folders."""

    size_bytes: int = ABSENT
    """Exact size of the file; at most 10 GiB."""

    content_type: str | None = None
    """Media type of the file."""

    sha256: str | None = None
    """SHA-256 of the whole file in lower-case hex. It is checked when the file is ingested."""


class NewUploadParts(Model):
    """The parts to get addresses for."""

    part_numbers: list[int] = ABSENT
    """Part numbers, from 1."""


class NewWebhookEndpoint(Model):
    """The endpoint to make."""

    url: str = ABSENT
    """The https address to call."""

    event_types: list[EventType] = ABSENT
    """What to be called for."""

    description: str | None = None
    """A note of your own."""


class OAuthClient(Model):
    """A client, without its secret."""

    id: str = ABSENT
    """TypeID of an OAuth client."""

    name: str = ABSENT
    """What the client is for."""

    scopes: list[Scope] = ABSENT
    """What its tokens may do at most."""

    environment: Environment = ABSENT

    last_used_at: datetime | None = None
    """When it last got a token; absent means never."""

    revoked_at: datetime | None = None
    """When the client was revoked; absent while it works."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class OAuthClientPage(Model):
    """A page of clients."""

    data: list[OAuthClient] = ABSENT
    """The clients."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class OAuthError(Model):
    """Why there is no token, after RFC 6749, 5.2."""

    error: str = ABSENT
    """One of `invalid_request`, `invalid_client`, `invalid_scope` and `unsupported_grant_type`."""

    error_description: str = ABSENT
    """The reason for people."""


class Organization(Model):
    """Who owns everything a key can reach."""

    id: str = ABSENT
    """TypeID of an organization."""

    name: str = ABSENT
    """Name of the organization."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class OrganizationUpdate(Model):
    """What to change."""

    name: str | None = None
    """New name of the organization."""


class Problem(Model):
    """What went wrong, after RFC 9457. Branch on `code`; `title` and `detail` are for people."""

    type: str = ABSENT
    """Address of the page that explains this problem."""

    title: str = ABSENT
    """The problem in a few words; the same for every occurrence."""

    status: int = ABSENT
    """The HTTP status."""

    detail: str | None = None
    """What happened this time and what to do about it."""

    code: str = ABSENT
    """Stable name of the problem. New codes may appear; treat an unknown one by its status."""

    request_id: str | None = None
    """The `Request-Id` of the request that failed."""

    errors: list[FieldError] | None = None
    """The values that were not acceptable."""

    violated_policies: list[str] | None = Field(None, alias="violated-policies")
    """With `quota_exceeded`: the policies that are exhausted, by the names they have in
    `RateLimit-Policy`.
    """


class Project(Model):
    """The videos of one show, customer or channel."""

    id: str = ABSENT
    """TypeID of a project."""

    name: str = ABSENT
    """Name of the project."""

    environment: Environment = ABSENT

    metadata: dict[str, str] = ABSENT
    """Up to 50 pairs of your own; kept and returned, never interpreted."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class ProjectPage(Model):
    """A page of projects."""

    data: list[Project] = ABSENT
    """The projects."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""


class ProjectUpdate(Model):
    """What to change."""

    name: str | None = None
    """New name of the project."""

    metadata: dict[str, str] | None = None
    """Up to 50 pairs of your own; kept and returned, never interpreted."""


class Quality(Model):
    """What the finished file was measured by. Absent in exports older than the checks."""

    verdict: QualityVerdict = ABSENT

    checks: list[QualityCheck] = ABSENT
    """Speech, crop, picture, sound, then the file."""


class QualityCheck(Model):
    """One figure of a finished file. New names may be added. A check passes up to its `limit`, or
    down to it where more is better (`face_in_crop`, and `loudness` below its target).

    | name | unit | what is measured | warns | fails |
    |---|---|---|---|---|
    | `words_cut` | count | words that the clip's start, end or a jump cuts through by more than 50 ms | above 0 | never |
    | `sentences_cut` | count | ends of the clip that lie within a sentence | above 0 | never |
    | `caption_timing` | ms | between a caption and the word it begins with, 95th percentile; burned-in captions come with a frame | above 40 or a frame | above 250 |
    | `face_in_crop` | share | detected boxes of the followed face that lie wholly in the picture | below 0.95 | below 0.75 |
    | `crop_speed` | px/s | travel of the crop in a frame 1080 wide | above 50 | above 400 |
    | `crop_reversals` | 1/s | how often the crop turns back; one turn is not counted | above 0.1 | above 1 |
    | `black_picture` | s | black picture (98 % of it darker than a tenth), in the source or in the clip; ten looks a second | above 0.5 | when the clip is black throughout (95 %) and has no words |
    | `black_added` | s | black picture where most of the source is bright | – | above 0.5 |
    | `frozen_picture` | s | longest stretch in which nothing moves | above 2 | never |
    | `frozen_added` | s | longest stretch in which nothing moves although the source does | – | above 1 |
    | `picture_encoding` | share | difference of brightness between what was drawn and the decoded file; the best of its key frames | – | above 0.08 |
    | `silence` | s | longest stretch below −60 LUFS | above 2 | when the clip is silent throughout (95 %) although its transcript has words |
    | `silence_added` | s | silence where the source is above −45 LUFS | – | above 0.2 |
    | `loudness` | LUFS | integrated loudness; a source whose true peak lies below −60 dBTP is not raised | when it was not raised | more than 1 from −14 |
    | `true_peak` | dBTP | true peak of the decoded file | – | above −1 |
    | `sync` | ms | between picture and sound, at their beginning or end | – | above 40 |
    | `length` | ms | between the file's length and the one asked for, less what is cut out, with intro and outro | – | above a frame |
    | `format` | count | faults of the file's form: size, encoding (H.264 High, 4:2:0, AAC), index first, frames in order from zero | – | above 0 |

    Crop and picture are checked where the source has a picture. What the source shows black or
    standing still (a slide, the cover of a podcast) warns; what the rendering made so fails.
    Intro and outro count in `loudness`, `true_peak`, `sync`, `length` and `format` only: they
    may be black, stand still and be silent.
    """

    name: str = ABSENT
    """What is checked."""

    verdict: QualityVerdict = ABSENT

    measured: float = ABSENT
    """The figure, rounded to a thousandth."""

    limit: float = ABSENT
    """The last figure that passes."""

    unit: str = ABSENT
    """What the figures are counted in."""

    finding: str = ABSENT
    """The same in a sentence."""


class Recaption(Model):
    """What to change. What is left out is as in the earlier export, each caption option for itself,
    but for the priority.
    """

    captions: CaptionOptions | None = None

    priority: Priority | None = None

    metadata: dict[str, str] | None = None
    """Up to 50 pairs of your own; kept and returned, never interpreted."""


class RedriveRequest(Model):
    """Which dead jobs to redrive."""

    kind: JobKind | None = None

    limit: int | None = None
    """How many at most; 100 when absent."""


class Rendition(Model):
    """One finished file with its companions. Addresses are presigned; read the export again for
    fresh ones.
    """

    ratio: Ratio = ABSENT

    width: int = ABSENT
    """Width in pixels."""

    height: int = ABSENT
    """Height in pixels."""

    duration_ms: int = ABSENT
    """Length of the file: of the clip, after what was cut out, with intro and outro. This is what
    is charged.
    """

    url: str = ABSENT
    """The clip (MP4, H.264 and AAC)."""

    srt_url: str = ABSENT
    """The captions as SubRip, on the clock of the file."""

    vtt_url: str = ABSENT
    """The captions as WebVTT, on the clock of the file."""

    thumbnail_url: str = ABSENT
    """A still picture (JPEG)."""

    contact_sheet_url: str | None = None
    """Eight frames of the clip, captions and all, evenly spread and in order, two to a row where it
    is wide, else four (JPEG). Absent from clips rendered before there were any.
    """

    url_expires_at: datetime = ABSENT
    """When the addresses above stop working."""

    size_bytes: int = ABSENT
    """Size of the clip."""

    loudness: Loudness | None = None

    quality: Quality | None = None


class RotatedWebhookSecret(Model):
    """The new secret and how long the old one still signs."""

    secret: str = ABSENT
    """`whsec_` and the key in base64, after Standard Webhooks. It is shown once; store it now."""

    previous_secret_expires_at: datetime = ABSENT
    """Until when the old secret signs as well."""


class Session(Model):
    """A session and its tokens."""

    access_token: str = ABSENT
    """Send it as `Authorization: Bearer …`. It is a JWT (RFC 9068) signed with ES256; its public
    key is in `/.well-known/jwks.json`.
    """

    token_type: str = ABSENT
    """Always `Bearer`."""

    expires_in: int = ABSENT
    """Seconds that the access token works for."""

    refresh_token: str = ABSENT
    """Gets the next tokens; works once."""

    refresh_expires_in: int = ABSENT
    """Seconds that the refresh token works for."""

    environment: Environment = ABSENT

    organization_id: str = ABSENT
    """TypeID of an organization."""

    member: Member = ABSENT


class SessionRefresh(Model):
    """A session to go on with."""

    refresh_token: str = ABSENT
    """The last refresh token of the session."""


class Shot(Model):
    """A stretch between two cuts."""

    start_ms: int = ABSENT
    """First moment of the shot."""

    end_ms: int = ABSENT
    """End of the shot (exclusive)."""


class SoundOptions(Model):
    """What is done to the clip's sound before it is brought to −14 LUFS."""

    denoise: bool | None = None
    """Whether steady noise (hiss, hum of a fan, rumble below 80 Hz) is taken out; it is not when
    this is absent. The noise floor is measured in the clip's quietest tenth; what lies below it
    is lowered by 12 dB.
    """

    music_upload_id: str | None = None
    """TypeID of an upload."""

    music_gain_db: float | None = None
    """How loud the music is where nobody speaks, beside the clip's own loudness (LUFS), in
    decibels; −10 when absent. Under words it is 14 dB quieter than that: it steps back within
    250 ms before a word and comes back within 500 ms, beginning 150 ms after one. Without music
    it says nothing. A clip whose words cannot be heard gets no music, and fails its check.
    """


class SuppliedTranscript(Model):
    """A transcript of your own. The words of SubRip and WebVTT are spread over their cues, and
    nothing is recognized. A plain script (`txt`) holds what is said and nothing else: its words
    get the times at which they are heard, and where too few of them are heard the ingest fails
    with `unsupported_media`.
    """

    format: TranscriptFormat = ABSENT

    content: str = ABSENT
    """The file's text."""


class Token(Model):
    """An access token."""

    access_token: str = ABSENT
    """Send it as `Authorization: Bearer …`."""

    token_type: str = ABSENT
    """Always `Bearer`."""

    expires_in: int = ABSENT
    """Seconds that the token works for."""

    scope: str = ABSENT
    """What the token may do; scopes with spaces between them."""


class Transcript(Model):
    """What is said, word by word."""

    asset_id: str = ABSENT
    """TypeID of an asset."""

    language: str = ABSENT
    """BCP 47 tag of the language, such as `en`."""

    engine: str = ABSENT
    """What recognized the words, or `supplied` when you sent the transcript."""

    words: list[TranscriptWord] = ABSENT
    """The words in order."""

    sentences: list[TranscriptSentence] = ABSENT
    """The sentences in order."""

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class TranscriptEdit(Model):
    """One correction."""

    first_word: int = ABSENT
    """Where the first word to replace stands among the words, from 0."""

    replaces: str = ABSENT
    """The words that stand there now, separated by spaces. When others do, the update is refused:
    somebody changed them since you read them. Empty: nothing is replaced, and `text` is put
    before that word, or at the end.
    """

    text: str | None = None
    """What is said instead, separated by spaces. Empty takes the words out; absent leaves them as
    they are.
    """

    speaker: str | None = None
    """Who says it; absent leaves each word with its speaker."""


class TranscriptReadyEvent(Model):
    """A transcript is ready (`transcript.ready`)."""

    id: str = ABSENT
    """TypeID of an event."""

    type: EventType = ABSENT

    timestamp: datetime = ABSENT
    """When it happened (UTC)."""

    sequence: int = ABSENT
    """Counts the events of one resource, from 1. An event with a lower number than one you have
    seen is old news.
    """

    resource_id: str = ABSENT
    """Id of the object it happened to."""

    environment: Environment = ABSENT

    data: TranscriptSummary = ABSENT


class TranscriptSentence(Model):
    """One sentence."""

    start_ms: int = ABSENT
    """Where it begins in the asset."""

    end_ms: int = ABSENT
    """Where it ends in the asset."""

    text: str = ABSENT
    """The sentence as written."""

    first_word: int | None = None
    """Where its first word stands among the words, from 0."""


class TranscriptSummary(Model):
    """A transcript without its words, as sent in events."""

    asset_id: str = ABSENT
    """TypeID of an asset."""

    ingest_id: str | None = None
    """TypeID of an ingest."""

    language: str = ABSENT
    """BCP 47 tag of the language, such as `en`."""

    engine: str = ABSENT
    """What recognized the words, or `supplied`."""

    word_count: int = ABSENT
    """How many words there are."""


class TranscriptUpdate(Model):
    """What to correct."""

    edits: list[TranscriptEdit] | None = None
    """Corrections, which count words as they stand before any of them. In order, without overlaps.
    """

    speakers: dict[str, str] | None = None
    """A new name for each label that is to have one, after the corrections. Two labels that get one
    name become one speaker. A label that no word has is refused.
    """


class TranscriptWord(Model):
    """One word, with the punctuation that follows it."""

    text: str = ABSENT
    """The word as written."""

    start_ms: int = ABSENT
    """Where it begins in the asset."""

    end_ms: int = ABSENT
    """Where it ends in the asset."""

    speaker: str | None = None
    """Label of who speaks; absent when speakers were not told apart."""

    confidence: float | None = None
    """How sure the engine is, 0…1."""


class Upload(Model):
    """A file on its way into storage."""

    id: str = ABSENT
    """TypeID of an upload."""

    status: UploadStatus = ABSENT

    project_id: str | None = None
    """TypeID of a project."""

    filename: str = ABSENT
    """Name of the file."""

    size_bytes: int = ABSENT
    """Size of the file."""

    content_type: str | None = None
    """Media type of the file."""

    sha256: str | None = None
    """SHA-256 of the whole file in lower-case hex."""

    part_size_bytes: int = ABSENT
    """Size of every part but the last."""

    part_count: int = ABSENT
    """How many parts there are."""

    parts: list[UploadPart] = ABSENT
    """The first part addresses (at most 10), in the answer to the creation only."""

    expires_at: datetime = ABSENT
    """When an upload that is still open is thrown away."""

    environment: Environment = ABSENT

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class UploadCompletion(Model):
    """Every part with the tag the storage gave it."""

    parts: list[CompletedPart] = ABSENT
    """All parts, in any order."""


class UploadPart(Model):
    """Where to put one part."""

    part_number: int = ABSENT
    """Number of the part, from 1."""

    url: str = ABSENT
    """Presigned address; `PUT` the bytes of the part there."""

    expires_at: datetime = ABSENT
    """When the address stops working."""


class UploadPartList(Model):
    """Part addresses."""

    data: list[UploadPart] = ABSENT
    """The addresses, in the order asked for."""


class UploadSource(Model):
    """A completed upload."""

    type: str = ABSENT
    """Always `upload`."""

    upload_id: str = ABSENT
    """TypeID of an upload."""


class UrlSource(Model):
    """A public https address, fetched once. Private and local addresses are refused, also when a
    redirect leads there (`source_forbidden`).

    With a **test key**, addresses on `test.clipforge.dev` are magic inputs: nothing is fetched,
    and what happens is quick, free and the same every time, so that you can write tests of your
    own. Jobs, events and webhooks are the real ones, and so are the files. With a live key they
    are refused (`test_only`), and so is a path that is not listed here (`unknown_input`).

    | address | what happens |
    |---|---|
    | `/talk.mp4` | 40 seconds of a talk: a transcript, several moments, clips that play |
    | `/no-speech.mp4` | nobody speaks: the transcript has no words, moments follow picture and sound |
    | `/slow.mp4?seconds=N` | as `/talk.mp4`, but `ingest` waits for N seconds, 1 to 600 (10), with progress; cancel it at will |
    | `/no-audio.mp4` | fails with `no_audio` |
    | `/not-a-video.mp4` | fails with `unsupported_media` |
    | `/damaged.mp4` | fails with `undecodable_media` |
    | `/unreachable.mp4` | fails with `source_unreachable` |
    | `/forbidden.mp4` | fails with `source_forbidden` |
    | `/fails-at-ingest.mp4` | `ingest` fails with `undecodable_media` |
    | `/fails-at-transcribe.mp4` | `transcribe` fails with `internal_error` |
    | `/fails-at-analyze.mp4` | `analyze` fails with `undecodable_media` |
    | `/fails-at-rank.mp4` | `rank` fails with `internal_error` |
    | `/fails-at-render.mp4` | as `/talk.mp4`, but every export fails with `export_quality_failed` |
    | `/retries-at-ingest.mp4` | as `/talk.mp4`, but the first attempt of `ingest` fails and the second succeeds |
    | `/retries-at-transcribe.mp4` | the same with `transcribe` |
    | `/retries-at-analyze.mp4` | the same with `analyze` |
    | `/retries-at-rank.mp4` | the same with `rank` |
    | `/retries-at-render.mp4` | the same with the `render` of every export |

    A transcript that you supply is used instead of that of the magic input.
    """

    type: str = ABSENT
    """Always `url`."""

    url: str = ABSENT
    """An https address that answers without a login."""


class WebhookEndpoint(Model):
    """An address of yours that is called when something happens."""

    id: str = ABSENT
    """TypeID of a webhook endpoint."""

    url: str = ABSENT
    """The address that is called."""

    event_types: list[EventType] = ABSENT
    """What it is called for."""

    description: str | None = None
    """A note of your own."""

    status: WebhookEndpointStatus = ABSENT

    environment: Environment = ABSENT

    created_at: datetime = ABSENT
    """When the object was made (UTC)."""

    updated_at: datetime = ABSENT
    """When the object last changed (UTC)."""


class WebhookEndpointPage(Model):
    """A page of endpoints."""

    data: list[WebhookEndpoint] = ABSENT
    """The endpoints."""

    has_more: bool = ABSENT
    """Whether another page follows."""

    next_cursor: str | None = None
    """Pass it as `cursor` to get the next page; absent on the last one."""

IngestSource = Annotated[
    Annotated[Model, Tag("")]
    | Annotated[UploadSource, Tag("upload")]
    | Annotated[UrlSource, Tag("url")],
    Discriminator(kind_by("type", "upload", "url")),
]
"""Where the video comes from; `type` tells which."""


for _model in [it for it in globals().values() if isinstance(it, type) and issubclass(it, Model)]:
    _model.model_rebuild()
