"""The operations of the contract, for callers that await."""

# Made by ./clipforge gen from openapi/dist/clipforge.yaml; do not edit.
# SHA-256 of the contract: de2d9c2c2c93716fbc70a2089696aafd872d66c7fead9e4a0423ba30fc778f5b

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from .._call import Call
from .._options import CallOptions
from .._pages import AsyncPages
from .._resource import AsyncResource
from .models import (
    ApiKey,
    Asset,
    AuditEntry,
    AuditVerification,
    BrandKit,
    BrandKitPart,
    Bumper,
    CaptionOptions,
    CaptionStyle,
    CompletedPart,
    CreatedApiKey,
    CreatedInvitation,
    CreatedOAuthClient,
    CreatedWebhookEndpoint,
    CutOptions,
    Delivery,
    DeliveryStatus,
    Environment,
    Event,
    EventType,
    Export,
    ExportExpansion,
    ExportStatus,
    Ingest,
    IngestExpansion,
    IngestOptions,
    IngestSource,
    IngestStatus,
    Invitation,
    Job,
    JobAttemptPage,
    JobKind,
    JobPage,
    JobStatus,
    LowerThird,
    Member,
    Moment,
    OAuthClient,
    Organization,
    Priority,
    Project,
    Ratio,
    Role,
    RotatedWebhookSecret,
    Scope,
    Session,
    SoundOptions,
    Transcript,
    TranscriptEdit,
    Upload,
    UploadPartList,
    WatermarkPosition,
    WebhookEndpoint,
)


class AsyncApiKeysResource(AsyncResource):
    """``client.api_keys``."""

    async def create(
        self,
        *,
        name: str,
        scopes: Sequence[Scope],
        environment: Environment,
        allowed_ips: Sequence[str] | None = None,
        expires_at: datetime | None = None,
        call_options: CallOptions | None = None,
    ) -> CreatedApiKey:
        """Create an API key.

        Makes a key for one environment with the scopes you name. The secret is in this answer
        and nowhere else: we keep only its hash. A key cannot make a mightier one: it gives away
        only scopes that it holds itself, a `test` key makes `test` keys only, and a key that is
        bound to addresses makes keys bound to those or to fewer.

        :param name: What the key is for.
        :param scopes: What the key may do.
        :param allowed_ips: The networks the key may be used from, IPv4 and IPv6 in CIDR
            notation; a bare address is a network of one. Empty or absent means from everywhere.
            Elsewhere it is refused with `forbidden`.
        :param expires_at: When the key stops working; absent means never.
        """
        call = Call(
            "POST",
            "/v1/api_keys",
            body={"name": name, "scopes": scopes, "environment": environment, "allowed_ips": allowed_ips, "expires_at": expires_at},
            options=call_options,
        )
        return await self._object(call, CreatedApiKey)

    async def get(
        self,
        api_key_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> ApiKey:
        """Get an API key.

        One key, without its secret.

        :param api_key_id: Id of the API key.
        """
        call = Call(
            "GET",
            "/v1/api_keys/{api_key_id}",
            ids=(api_key_id,),
            options=call_options,
        )
        return await self._object(call, ApiKey)

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[ApiKey]:
        """List API keys.

        The keys of the organization, revoked ones included, newest first. Secrets are never
        shown again. A `test` key sees `test` keys only.

        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/api_keys",
            query={"limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, ApiKey)

    async def report_leak(
        self,
        *,
        secret: str,
        found_at_url: str | None = None,
        call_options: CallOptions | None = None,
    ) -> None:
        """Report a leaked API key.

        For anyone who found a secret of ours where it does not belong. If a key of that secret
        works, it is revoked and its organization is told with `api_key.revoked`; a secret that a
        reroll replaced stops working, and the key goes on with its new one. The answer is the
        same whether there was such a key or not.

        :param secret: The secret as it was found.
        :param found_at_url: Where it was found; its organization gets to see this.
        """
        call = Call(
            "POST",
            "/v1/api_keys/report_leak",
            body={"secret": secret, "found_at_url": found_at_url},
            options=call_options,
        )
        return await self._nothing(call)

    async def reroll(
        self,
        api_key_id: str,
        *,
        overlap_seconds: int | None = None,
        call_options: CallOptions | None = None,
    ) -> CreatedApiKey:
        """Give an API key a new secret.

        The key keeps its id and everything else and gets a new secret, which is in this answer
        and nowhere else. The one it had works on for `overlap_seconds`, so that you can roll the
        new one out first; so do those that earlier rerolls replaced, never longer than each was
        promised. With 0 the new secret is the only one at once. A key rerolls only keys that it
        could have made; one that is revoked or has expired is refused with `conflict`.

        :param api_key_id: Id of the API key.
        :param overlap_seconds: How long the secret that is replaced works on, in seconds; a day
            when absent, a week at most.
        """
        call = Call(
            "POST",
            "/v1/api_keys/{api_key_id}/reroll",
            ids=(api_key_id,),
            body={"overlap_seconds": overlap_seconds},
            options=call_options,
        )
        return await self._object(call, CreatedApiKey)

    async def revoke(
        self,
        api_key_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Revoke an API key.

        Stops the key for good, within one second everywhere, and tells your webhooks with
        `api_key.revoked`. Revoking a revoked key changes nothing and succeeds.

        :param api_key_id: Id of the API key.
        """
        call = Call(
            "DELETE",
            "/v1/api_keys/{api_key_id}",
            ids=(api_key_id,),
            options=call_options,
        )
        return await self._nothing(call)


class AsyncAssetsResource(AsyncResource):
    """``client.assets``."""

    async def delete(
        self,
        asset_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Delete an asset.

        Deletes the source video with its transcript, moments and exports, in the database and in
        storage. While a job works on it the deletion is refused with `conflict`; cancel the
        ingest or export first.

        :param asset_id: Id of the asset.
        """
        call = Call(
            "DELETE",
            "/v1/assets/{asset_id}",
            ids=(asset_id,),
            options=call_options,
        )
        return await self._nothing(call)

    async def get(
        self,
        asset_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Asset:
        """Get an asset.

        One source video with what is known about it so far.

        :param asset_id: Id of the asset.
        """
        call = Call(
            "GET",
            "/v1/assets/{asset_id}",
            ids=(asset_id,),
            options=call_options,
        )
        return await self._object(call, Asset)

    def list(
        self,
        *,
        project_id: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Asset]:
        """List assets.

        Source videos of this environment, newest first.

        :param project_id: Only assets of this project.
        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/assets",
            query={"project_id": project_id, "limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Asset)


class AsyncAuditLogResource(AsyncResource):
    """``client.audit_log``."""

    def list(
        self,
        *,
        actor: str | None = None,
        action: str | None = None,
        target: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[AuditEntry]:
        """List the audit log.

        What was changed in this environment, newest first: one entry for each object that an
        operation changed. An entry is written together with the change, never altered and never
        deleted.

        :param actor: Only what this caller did.
        :param action: Only this operation, by its `operationId`.
        :param target: Only what was done to this object.
        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/audit_log",
            query={"actor": actor, "action": action, "target": target, "limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, AuditEntry)

    async def verify(
        self,
        *,
        from_sequence: int | None = None,
        call_options: CallOptions | None = None,
    ) -> AuditVerification:
        """Verify the audit log.

        Recomputes the organization's chain of hashes, some thousand entries at a time, and says
        where it is broken: an entry that was changed, swapped or deleted past the API. Go on
        with `next_sequence` as `from_sequence` until it is absent. Keep `head_hash` somewhere
        else: a chain that was rewritten as a whole no longer holds it.

        :param from_sequence: The first entry to look at.
        """
        call = Call(
            "GET",
            "/v1/audit_log/verify",
            query={"from_sequence": from_sequence},
            options=call_options,
        )
        return await self._object(call, AuditVerification)


class AsyncBrandKitsResource(AsyncResource):
    """``client.brand_kits``."""

    async def create(
        self,
        *,
        name: str,
        primary_color: str,
        text_color: str,
        highlight_color: str,
        watermark_upload_id: str | None = None,
        watermark_position: WatermarkPosition | None = None,
        watermark_opacity: float | None = None,
        font_upload_id: str | None = None,
        caption_style: CaptionStyle | None = None,
        ratios: Sequence[Ratio] | None = None,
        lower_third: LowerThird | Mapping[str, Any] | None = None,
        intro: Bumper | Mapping[str, Any] | None = None,
        outro: Bumper | Mapping[str, Any] | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        call_options: CallOptions | None = None,
    ) -> BrandKit:
        """Create a brand kit.

        What exports of one brand have in common. It begins as version 1.

        :param name: Name of the brand kit.
        :param primary_color: A colour as `#RRGGBB`.
        :param text_color: A colour as `#RRGGBB`.
        :param highlight_color: A colour as `#RRGGBB`.
        :param watermark_upload_id: TypeID of an upload.
        :param watermark_opacity: 0 is invisible, 1 is opaque; 0.85 when absent.
        :param font_upload_id: TypeID of a completed upload with a TrueType or OpenType font, of
            at most 10 MiB (10,485,760 bytes). Captions and the lower third are set in it; for
            letters that it lacks, in fonts that cover most scripts. Collections (TTC), WOFF and
            WOFF2 are not read; of a variable font its default instance is used. An export whose
            font cannot be read fails with `unsupported_media`.
        :param ratios: Ratios of an export that names the brand kit and no ratios.
        :param metadata: Up to 50 pairs of your own; kept and returned, never interpreted.
        :param idempotency_key: 1 to 255 characters, unique per intended effect; minted when left
            out, and kept over retries.
        """
        call = Call(
            "POST",
            "/v1/brand_kits",
            body={"name": name, "primary_color": primary_color, "text_color": text_color, "highlight_color": highlight_color, "watermark_upload_id": watermark_upload_id, "watermark_position": watermark_position, "watermark_opacity": watermark_opacity, "font_upload_id": font_upload_id, "caption_style": caption_style, "ratios": ratios, "lower_third": lower_third, "intro": intro, "outro": outro, "metadata": metadata},
            idempotent=True,
            idempotency_key=idempotency_key,
            options=call_options,
        )
        return await self._object(call, BrandKit)

    async def delete(
        self,
        brand_kit_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Delete a brand kit.

        Deletes the brand kit with all of its versions: no new export can name it. Exports
        already made keep what they were made with.

        :param brand_kit_id: Id of the brand kit.
        """
        call = Call(
            "DELETE",
            "/v1/brand_kits/{brand_kit_id}",
            ids=(brand_kit_id,),
            options=call_options,
        )
        return await self._nothing(call)

    async def get(
        self,
        brand_kit_id: str,
        *,
        version: int | None = None,
        call_options: CallOptions | None = None,
    ) -> BrandKit:
        """Get a brand kit.

        One brand kit, with its version in `ETag`: as it is now, or as it was in the `version`
        asked for. Versions are counted from 1 without gaps, and stay readable as long as the
        brand kit is not deleted.

        :param brand_kit_id: Id of the brand kit.
        :param version: Return the brand kit as it was in this version; as it is now when absent.
        """
        call = Call(
            "GET",
            "/v1/brand_kits/{brand_kit_id}",
            ids=(brand_kit_id,),
            query={"version": version},
            options=call_options,
        )
        return await self._object(call, BrandKit)

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[BrandKit]:
        """List brand kits.

        Brand kits of this environment, newest first.

        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/brand_kits",
            query={"limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, BrandKit)

    async def update(
        self,
        brand_kit_id: str,
        *,
        name: str | None = None,
        primary_color: str | None = None,
        text_color: str | None = None,
        highlight_color: str | None = None,
        watermark_upload_id: str | None = None,
        watermark_position: WatermarkPosition | None = None,
        watermark_opacity: float | None = None,
        font_upload_id: str | None = None,
        caption_style: CaptionStyle | None = None,
        ratios: Sequence[Ratio] | None = None,
        lower_third: LowerThird | Mapping[str, Any] | None = None,
        intro: Bumper | Mapping[str, Any] | None = None,
        outro: Bumper | Mapping[str, Any] | None = None,
        remove: Sequence[BrandKitPart] | None = None,
        metadata: Mapping[str, str] | None = None,
        etag: str | None = None,
        call_options: CallOptions | None = None,
    ) -> BrandKit:
        """Update a brand kit.

        Changes the properties you send and leaves the others, which makes the brand kit's next
        version. `metadata` is replaced as a whole. Exports already made keep what they were made
        with, and older versions stay readable and usable.

        :param brand_kit_id: Id of the brand kit.
        :param name: New name of the brand kit.
        :param primary_color: A colour as `#RRGGBB`.
        :param text_color: A colour as `#RRGGBB`.
        :param highlight_color: A colour as `#RRGGBB`.
        :param watermark_upload_id: TypeID of an upload.
        :param watermark_opacity: 0 is invisible, 1 is opaque.
        :param font_upload_id: TypeID of a completed upload with a TrueType or OpenType font, of
            at most 10 MiB (10,485,760 bytes). Captions and the lower third are set in it; for
            letters that it lacks, in fonts that cover most scripts. Collections (TTC), WOFF and
            WOFF2 are not read; of a variable font its default instance is used. An export whose
            font cannot be read fails with `unsupported_media`.
        :param ratios: Ratios of an export that names the brand kit and no ratios.
        :param remove: What the brand kit is to do without from now on. What is named here and
            sent as well is as it is sent.
        :param metadata: Up to 50 pairs of your own; kept and returned, never interpreted.
        :param etag: The version that must still be the current one, else
            PreconditionFailedError.
        """
        call = Call(
            "PATCH",
            "/v1/brand_kits/{brand_kit_id}",
            ids=(brand_kit_id,),
            body={"name": name, "primary_color": primary_color, "text_color": text_color, "highlight_color": highlight_color, "watermark_upload_id": watermark_upload_id, "watermark_position": watermark_position, "watermark_opacity": watermark_opacity, "font_upload_id": font_upload_id, "caption_style": caption_style, "ratios": ratios, "lower_third": lower_third, "intro": intro, "outro": outro, "remove": remove, "metadata": metadata},
            etag=etag,
            options=call_options,
        )
        return await self._object(call, BrandKit)


class AsyncDeliveriesResource(AsyncResource):
    """``client.deliveries``."""

    async def get(
        self,
        delivery_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Delivery:
        """Get a delivery.

        One delivery with every attempt.

        :param delivery_id: Id of the delivery.
        """
        call = Call(
            "GET",
            "/v1/deliveries/{delivery_id}",
            ids=(delivery_id,),
            options=call_options,
        )
        return await self._object(call, Delivery)

    def list(
        self,
        *,
        webhook_endpoint_id: str | None = None,
        event_id: str | None = None,
        status: DeliveryStatus | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Delivery]:
        """List deliveries.

        Calls to your endpoints with every attempt, newest first.

        :param webhook_endpoint_id: Only deliveries to this endpoint.
        :param event_id: Only deliveries of this event.
        :param status: Only deliveries in this state.
        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/deliveries",
            query={"webhook_endpoint_id": webhook_endpoint_id, "event_id": event_id, "status": status, "limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Delivery)

    async def resend(
        self,
        delivery_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Delivery:
        """Send a delivery again.

        Calls the endpoint once more with the same event and `webhook-id`, whatever the state of
        the delivery. Refused with `conflict` when the endpoint is disabled or deleted.

        :param delivery_id: Id of the delivery.
        """
        call = Call(
            "POST",
            "/v1/deliveries/{delivery_id}/resend",
            ids=(delivery_id,),
            options=call_options,
        )
        return await self._object(call, Delivery)


class AsyncEventsResource(AsyncResource):
    """``client.events``."""

    async def get(
        self,
        event_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Event:
        """Get an event.

        One event as it was sent.

        :param event_id: Id of the event.
        """
        call = Call(
            "GET",
            "/v1/events/{event_id}",
            ids=(event_id,),
            options=call_options,
        )
        return await self._object(call, Event)

    def list(
        self,
        *,
        type: EventType | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Event]:
        """List events.

        What happened in this environment, newest first. It is the pull twin of webhooks:
        everything that is sent is listed here.

        :param type: Only events of this type.
        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/events",
            query={"type": type, "limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Event)


class AsyncExportsResource(AsyncResource):
    """``client.exports``."""

    async def cancel(
        self,
        export_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Export:
        """Cancel an export.

        Stops the rendering. Cancelling a cancelled export changes nothing and succeeds; one that
        has ended otherwise is refused with `job_not_cancellable`.

        :param export_id: Id of the export.
        """
        call = Call(
            "POST",
            "/v1/exports/{export_id}/cancel",
            ids=(export_id,),
            repeatable=True,
            options=call_options,
        )
        return await self._object(call, Export)

    async def create(
        self,
        *,
        moment_id: str | None = None,
        asset_id: str | None = None,
        start_ms: int | None = None,
        end_ms: int | None = None,
        ratios: Sequence[Ratio] | None = None,
        captions: CaptionOptions | Mapping[str, Any] | None = None,
        cut: CutOptions | Mapping[str, Any] | None = None,
        sound: SoundOptions | Mapping[str, Any] | None = None,
        brand_kit_id: str | None = None,
        brand_kit_version: int | None = None,
        intro: bool | None = None,
        outro: bool | None = None,
        priority: Priority | None = None,
        run_at: datetime | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Export:
        """Export a clip.

        Renders a moment, or any stretch of an asset, once per ratio: cut, reframed, captioned,
        brought to −14 LUFS, as MP4 with SRT, VTT, a thumbnail and a contact sheet. Name either
        `moment_id`, or `asset_id` with `start_ms` and `end_ms`. Music (`sound.music_upload_id`)
        is a completed upload of a sound file (MP3, WAV, FLAC, M4A, AAC, Ogg …). It is repeated
        or trimmed to the clip's length and fades out over its last 2 s. A file without sound
        that can be read fails the export with `unsupported_media`. Every finished file is
        measured (`quality` of a rendition). One that fails a check is made once more with safer
        settings where they may help: the whole picture instead of a crop, plain captions,
        another encoder, a lower ceiling for the sound. If it fails again the export fails with
        `export_quality_failed`, its problem names the checks, and nothing is charged.

        :param moment_id: TypeID of a moment.
        :param asset_id: TypeID of an asset.
        :param start_ms: Where to begin in the asset.
        :param end_ms: Where to end in the asset (exclusive).
        :param ratios: One rendition each, without repetition. Those of the brand kit when
            absent; without either the request is refused.
        :param brand_kit_id: TypeID of a brand kit.
        :param brand_kit_version: Which version of the brand kit to use; the one it has now when
            absent. An earlier export is made again with the version that it tells.
        :param intro: Whether the brand kit's intro, if it has one, is shown before the clip; it
            is when this is absent.
        :param outro: Whether the brand kit's outro, if it has one, is shown behind the clip; it
            is when this is absent.
        :param run_at: Do not begin before this time; at once when absent.
        :param metadata: Up to 50 pairs of your own; kept and returned, never interpreted.
        :param idempotency_key: 1 to 255 characters, unique per intended effect; minted when left
            out, and kept over retries.
        """
        call = Call(
            "POST",
            "/v1/exports",
            body={"moment_id": moment_id, "asset_id": asset_id, "start_ms": start_ms, "end_ms": end_ms, "ratios": ratios, "captions": captions, "cut": cut, "sound": sound, "brand_kit_id": brand_kit_id, "brand_kit_version": brand_kit_version, "intro": intro, "outro": outro, "priority": priority, "run_at": run_at, "metadata": metadata},
            idempotent=True,
            idempotency_key=idempotency_key,
            options=call_options,
        )
        return await self._object(call, Export)

    async def get(
        self,
        export_id: str,
        *,
        expand: Sequence[ExportExpansion] | None = None,
        call_options: CallOptions | None = None,
    ) -> Export:
        """Get an export.

        One export. When it is `ready`, `renditions` carry fresh presigned addresses.

        :param export_id: Id of the export.
        :param expand: Objects to return whole beside their ids, separated by commas. Each needs
            the scope to read it.
        """
        call = Call(
            "GET",
            "/v1/exports/{export_id}",
            ids=(export_id,),
            query={"expand": expand},
            options=call_options,
        )
        return await self._object(call, Export)

    def list(
        self,
        *,
        expand: Sequence[ExportExpansion] | None = None,
        asset_id: str | None = None,
        moment_id: str | None = None,
        status: ExportStatus | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Export]:
        """List exports.

        Exports of this environment, newest first.

        :param expand: Objects to return whole beside their ids, separated by commas. Each needs
            the scope to read it.
        :param asset_id: Only exports of this asset.
        :param moment_id: Only exports of this moment.
        :param status: Only exports in this state.
        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/exports",
            query={"expand": expand, "asset_id": asset_id, "moment_id": moment_id, "status": status, "limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Export)

    async def recaption(
        self,
        export_id: str,
        *,
        captions: CaptionOptions | Mapping[str, Any] | None = None,
        priority: Priority | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Export:
        """Make an export again with new captions.

        Makes a new export that is as this one but for its captions: they show the transcript as
        it is now, drawn as `captions` says. Stretch, ratios, cuts, sound and the version of the
        brand kit are those of this export, in whatever state it is; it stays as it is. Jump cuts
        and ducked music follow the corrected words. It is charged like any export.

        :param export_id: Id of the export.
        :param metadata: Up to 50 pairs of your own; kept and returned, never interpreted.
        :param idempotency_key: 1 to 255 characters, unique per intended effect; minted when left
            out, and kept over retries.
        """
        call = Call(
            "POST",
            "/v1/exports/{export_id}/recaption",
            ids=(export_id,),
            body={"captions": captions, "priority": priority, "metadata": metadata},
            idempotent=True,
            idempotency_key=idempotency_key,
            options=call_options,
        )
        return await self._object(call, Export)


class AsyncIngestsResource(AsyncResource):
    """``client.ingests``."""

    async def cancel(
        self,
        ingest_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Ingest:
        """Cancel an ingest.

        Stops every job of the ingest. Cancelling a cancelled ingest changes nothing and
        succeeds; one that has ended otherwise is refused with `job_not_cancellable`.

        :param ingest_id: Id of the ingest.
        """
        call = Call(
            "POST",
            "/v1/ingests/{ingest_id}/cancel",
            ids=(ingest_id,),
            repeatable=True,
            options=call_options,
        )
        return await self._object(call, Ingest)

    async def create(
        self,
        *,
        project_id: str,
        source: IngestSource | Mapping[str, Any],
        options: IngestOptions | Mapping[str, Any] | None = None,
        priority: Priority | None = None,
        run_at: datetime | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Ingest:
        """Ingest a video.

        Takes a completed upload or a public https address, and starts the flow that ends with a
        transcript and ranked moments: `ingest`, then `transcribe` beside `analyze`, then `rank`.
        Follow it through `job`, by webhook, or by asking again. A file that cannot be used ends
        as `failed` with a `problem` and is not charged.

        :param project_id: TypeID of a project.
        :param run_at: Do not begin before this time; at once when absent.
        :param metadata: Up to 50 pairs of your own; kept and returned, never interpreted.
        :param idempotency_key: 1 to 255 characters, unique per intended effect; minted when left
            out, and kept over retries.
        """
        call = Call(
            "POST",
            "/v1/ingests",
            body={"project_id": project_id, "source": source, "options": options, "priority": priority, "run_at": run_at, "metadata": metadata},
            idempotent=True,
            idempotency_key=idempotency_key,
            options=call_options,
        )
        return await self._object(call, Ingest)

    async def get(
        self,
        ingest_id: str,
        *,
        expand: Sequence[IngestExpansion] | None = None,
        call_options: CallOptions | None = None,
    ) -> Ingest:
        """Get an ingest.

        The state of one ingest.

        :param ingest_id: Id of the ingest.
        :param expand: Objects to return whole beside their ids, separated by commas. Each needs
            the scope to read it.
        """
        call = Call(
            "GET",
            "/v1/ingests/{ingest_id}",
            ids=(ingest_id,),
            query={"expand": expand},
            options=call_options,
        )
        return await self._object(call, Ingest)

    def list(
        self,
        *,
        expand: Sequence[IngestExpansion] | None = None,
        project_id: str | None = None,
        status: IngestStatus | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Ingest]:
        """List ingests.

        Ingests of this environment, newest first.

        :param expand: Objects to return whole beside their ids, separated by commas. Each needs
            the scope to read it.
        :param project_id: Only ingests of this project.
        :param status: Only ingests in this state.
        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/ingests",
            query={"expand": expand, "project_id": project_id, "status": status, "limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Ingest)


class AsyncInvitationsResource(AsyncResource):
    """``client.invitations``."""

    async def accept(
        self,
        *,
        token: str,
        password: str,
        name: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Member:
        """Accept an invitation.

        Makes the invited person a member. Who is new to us sets a name and a password; who has
        an account, perhaps in another organization, sends its password, and the name is left as
        it is. Then sign in. A token that is unknown, used, revoked or expired is answered with
        `not_found`; wrong passwords are counted like failed sign-ins.

        :param token: The token of the invitation.
        :param password: 12 to 128 characters of any kind. It is kept as an Argon2id hash only.
        :param name: Name of the person; needed from who is new to us.
        """
        call = Call(
            "POST",
            "/v1/invitations/accept",
            body={"token": token, "name": name, "password": password},
            options=call_options,
        )
        return await self._object(call, Member)

    async def create(
        self,
        *,
        email: str,
        role: Role,
        call_options: CallOptions | None = None,
    ) -> CreatedInvitation:
        """Invite a person.

        Makes an invitation that is good for 7 days. We send no mail: the answer holds the token,
        once, and your app sends it to the person, who accepts with it. An earlier invitation of
        the same address that is still open is revoked. Owners are invited by owners who are
        signed in only; who is a member already is refused with `conflict`.

        :param email: An e-mail address; capital letters make no difference, and small ones are
            kept.
        """
        call = Call(
            "POST",
            "/v1/invitations",
            body={"email": email, "role": role},
            options=call_options,
        )
        return await self._object(call, CreatedInvitation)

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Invitation]:
        """List invitations.

        The invitations of the organization, used ones included, newest first. Tokens are never
        shown again.

        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/invitations",
            query={"limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Invitation)

    async def revoke(
        self,
        invitation_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Revoke an invitation.

        The token lets nobody in any more. Revoking one that has expired or was revoked changes
        nothing and succeeds; an accepted one is refused with `conflict`.

        :param invitation_id: Id of the invitation.
        """
        call = Call(
            "DELETE",
            "/v1/invitations/{invitation_id}",
            ids=(invitation_id,),
            options=call_options,
        )
        return await self._nothing(call)


class AsyncJobsResource(AsyncResource):
    """``client.jobs``."""

    async def attempts(
        self,
        job_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> JobAttemptPage:
        """List what went wrong with a job.

        Every attempt that did not bring the job to success, oldest first: which worker had it,
        for how long, how far it came and why it ended. A job that succeeded at once has none.

        :param job_id: Id of the job.
        """
        call = Call(
            "GET",
            "/v1/jobs/{job_id}/attempts",
            ids=(job_id,),
            options=call_options,
        )
        return await self._object(call, JobAttemptPage)

    async def cancel(
        self,
        job_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Job:
        """Cancel a job.

        Stops the job, whether it waits or runs, and the ingest or export it belongs to.
        Cancelling a cancelled job changes nothing and succeeds; one that has ended otherwise is
        refused with `job_not_cancellable`.

        :param job_id: Id of the job.
        """
        call = Call(
            "POST",
            "/v1/jobs/{job_id}/cancel",
            ids=(job_id,),
            repeatable=True,
            options=call_options,
        )
        return await self._object(call, Job)

    async def get(
        self,
        job_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Job:
        """Get a job.

        The state of one job. To follow it as it happens, use its event stream.

        :param job_id: Id of the job.
        """
        call = Call(
            "GET",
            "/v1/jobs/{job_id}",
            ids=(job_id,),
            options=call_options,
        )
        return await self._object(call, Job)

    def list(
        self,
        *,
        kind: JobKind | None = None,
        status: JobStatus | None = None,
        asset_id: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Job]:
        """List jobs.

        Jobs of this environment, newest first, filtered by what you name.

        :param kind: Only jobs of this kind.
        :param status: Only jobs in this state.
        :param asset_id: Only jobs that work on this asset.
        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/jobs",
            query={"kind": kind, "status": status, "asset_id": asset_id, "limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Job)

    async def redrive(
        self,
        job_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Job:
        """Redrive a dead job.

        Gives a dead job another life, as if it had never failed, and with it everything its
        death had cancelled: the ingest or export goes on. A job that is not dead is refused with
        `job_not_redrivable`.

        :param job_id: Id of the job.
        """
        call = Call(
            "POST",
            "/v1/jobs/{job_id}/redrive",
            ids=(job_id,),
            options=call_options,
        )
        return await self._object(call, Job)

    async def redrive_all(
        self,
        *,
        kind: JobKind | None = None,
        limit: int | None = None,
        call_options: CallOptions | None = None,
    ) -> JobPage:
        """Redrive dead jobs.

        Redrives up to 100 dead jobs of this environment, oldest first, as `redriveJob` does one.

        :param limit: How many at most; 100 when absent.
        """
        call = Call(
            "POST",
            "/v1/jobs/redrive",
            body={"kind": kind, "limit": limit},
            options=call_options,
        )
        return await self._object(call, JobPage)


class AsyncMembersResource(AsyncResource):
    """``client.members``."""

    async def get(
        self,
        member_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Member:
        """Get a member.

        One member, with its version in `ETag`.

        :param member_id: Id of the member.
        """
        call = Call(
            "GET",
            "/v1/members/{member_id}",
            ids=(member_id,),
            options=call_options,
        )
        return await self._object(call, Member)

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Member]:
        """List members.

        The people of the organization, newest first.

        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/members",
            query={"limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Member)

    async def remove(
        self,
        member_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Remove a member.

        The person is no longer a member, and all sessions of theirs in this organization end at
        once. What they made stays. Owners are removed by owners who are signed in (else
        `forbidden`), and the last one not at all (`conflict`).

        :param member_id: Id of the member.
        """
        call = Call(
            "DELETE",
            "/v1/members/{member_id}",
            ids=(member_id,),
            options=call_options,
        )
        return await self._nothing(call)

    async def update(
        self,
        member_id: str,
        *,
        role: Role,
        etag: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Member:
        """Change a member's role.

        The new role decides from the next request on, also for sessions that are under way. Only
        an owner who is signed in makes owners and changes them: anyone else is refused with
        `forbidden`. The last owner stays one: that is refused with `conflict`.

        :param member_id: Id of the member.
        :param etag: The version that must still be the current one, else
            PreconditionFailedError.
        """
        call = Call(
            "PATCH",
            "/v1/members/{member_id}",
            ids=(member_id,),
            body={"role": role},
            etag=etag,
            options=call_options,
        )
        return await self._object(call, Member)


class AsyncMomentsResource(AsyncResource):
    """``client.moments``."""

    async def approve(
        self,
        moment_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Moment:
        """Approve a moment.

        Marks the moment as wanted, whatever was decided before. Repeating it changes nothing.

        :param moment_id: Id of the moment.
        """
        call = Call(
            "POST",
            "/v1/moments/{moment_id}/approve",
            ids=(moment_id,),
            repeatable=True,
            options=call_options,
        )
        return await self._object(call, Moment)

    async def get(
        self,
        moment_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Moment:
        """Get a moment.

        One moment with its score and reasons.

        :param moment_id: Id of the moment.
        """
        call = Call(
            "GET",
            "/v1/moments/{moment_id}",
            ids=(moment_id,),
            options=call_options,
        )
        return await self._object(call, Moment)

    def list(
        self,
        asset_id: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Moment]:
        """List moments.

        The moments of an asset, best first. Each carries its score and the features that made
        it. They never overlap and never cut a sentence.

        :param asset_id: Id of the asset.
        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/assets/{asset_id}/moments",
            ids=(asset_id,),
            query={"limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Moment)

    async def reject(
        self,
        moment_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Moment:
        """Reject a moment.

        Marks the moment as not wanted, whatever was decided before. Repeating it changes
        nothing.

        :param moment_id: Id of the moment.
        """
        call = Call(
            "POST",
            "/v1/moments/{moment_id}/reject",
            ids=(moment_id,),
            repeatable=True,
            options=call_options,
        )
        return await self._object(call, Moment)


class AsyncOauthClientsResource(AsyncResource):
    """``client.oauth_clients``."""

    async def create(
        self,
        *,
        name: str,
        scopes: Sequence[Scope],
        environment: Environment,
        call_options: CallOptions | None = None,
    ) -> CreatedOAuthClient:
        """Create an OAuth client.

        Makes a client that gets access tokens at `/oauth/token`, for one environment with the
        scopes you name. Its id is the `client_id`. The secret is in this answer and nowhere
        else: we keep only its hash. A client cannot be given scopes that the caller does not
        hold.

        :param name: What the client is for.
        :param scopes: What its tokens may do at most.
        """
        call = Call(
            "POST",
            "/v1/oauth_clients",
            body={"name": name, "scopes": scopes, "environment": environment},
            options=call_options,
        )
        return await self._object(call, CreatedOAuthClient)

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[OAuthClient]:
        """List OAuth clients.

        The clients of the organization, revoked ones included, newest first. Secrets are never
        shown again.

        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/oauth_clients",
            query={"limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, OAuthClient)

    async def revoke(
        self,
        oauth_client_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Revoke an OAuth client.

        Stops the client for good, and its tokens at once. Revoking a revoked client changes
        nothing and succeeds.

        :param oauth_client_id: Id of the OAuth client.
        """
        call = Call(
            "DELETE",
            "/v1/oauth_clients/{oauth_client_id}",
            ids=(oauth_client_id,),
            options=call_options,
        )
        return await self._nothing(call)


class AsyncOrganizationResource(AsyncResource):
    """``client.organization``."""

    async def found(
        self,
        *,
        name: str,
        email: str,
        owner_name: str,
        password: str,
        call_options: CallOptions | None = None,
    ) -> Session:
        """Sign up.

        Founds an organization, with you as its owner, and signs you in to its live environment.
        Who has an account already, perhaps in another organization, sends its password, and the
        name is left as it is; a wrong one is counted like a failed sign-in. From one address, 10
        organizations can be founded within 15 minutes. An operator may have closed the platform
        to sign-ups, which is answered with `forbidden`.

        :param name: Name of the organization.
        :param email: An e-mail address; capital letters make no difference, and small ones are
            kept.
        :param owner_name: Name of the owner.
        :param password: 12 to 128 characters of any kind. It is kept as an Argon2id hash only.
        """
        call = Call(
            "POST",
            "/v1/organizations",
            body={"name": name, "email": email, "owner_name": owner_name, "password": password},
            options=call_options,
        )
        return await self._object(call, Session)

    async def get(
        self,
        *,
        call_options: CallOptions | None = None,
    ) -> Organization:
        """Get your organization.

        The organization that the caller belongs to.
        """
        call = Call(
            "GET",
            "/v1/organization",
            options=call_options,
        )
        return await self._object(call, Organization)

    async def update(
        self,
        *,
        name: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Organization:
        """Update your organization.

        Changes the properties you send and leaves the others.

        :param name: New name of the organization.
        """
        call = Call(
            "PATCH",
            "/v1/organization",
            body={"name": name},
            options=call_options,
        )
        return await self._object(call, Organization)


class AsyncProjectsResource(AsyncResource):
    """``client.projects``."""

    async def create(
        self,
        *,
        name: str,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Project:
        """Create a project.

        A project groups the videos of one show, customer or channel.

        :param name: Name of the project.
        :param metadata: Up to 50 pairs of your own; kept and returned, never interpreted.
        :param idempotency_key: 1 to 255 characters, unique per intended effect; minted when left
            out, and kept over retries.
        """
        call = Call(
            "POST",
            "/v1/projects",
            body={"name": name, "metadata": metadata},
            idempotent=True,
            idempotency_key=idempotency_key,
            options=call_options,
        )
        return await self._object(call, Project)

    async def delete(
        self,
        project_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Delete a project.

        Deletes an empty project. One that still holds assets is refused with `conflict`; delete
        those first.

        :param project_id: Id of the project.
        """
        call = Call(
            "DELETE",
            "/v1/projects/{project_id}",
            ids=(project_id,),
            options=call_options,
        )
        return await self._nothing(call)

    async def get(
        self,
        project_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Project:
        """Get a project.

        One project, with its version in `ETag`.

        :param project_id: Id of the project.
        """
        call = Call(
            "GET",
            "/v1/projects/{project_id}",
            ids=(project_id,),
            options=call_options,
        )
        return await self._object(call, Project)

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[Project]:
        """List projects.

        The projects of the organization in this environment, newest first.

        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/projects",
            query={"limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, Project)

    async def update(
        self,
        project_id: str,
        *,
        name: str | None = None,
        metadata: Mapping[str, str] | None = None,
        etag: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Project:
        """Update a project.

        Changes the properties you send and leaves the others. `metadata` is replaced as a whole.

        :param project_id: Id of the project.
        :param name: New name of the project.
        :param metadata: Up to 50 pairs of your own; kept and returned, never interpreted.
        :param etag: The version that must still be the current one, else
            PreconditionFailedError.
        """
        call = Call(
            "PATCH",
            "/v1/projects/{project_id}",
            ids=(project_id,),
            body={"name": name, "metadata": metadata},
            etag=etag,
            options=call_options,
        )
        return await self._object(call, Project)


class AsyncSessionsResource(AsyncResource):
    """``client.sessions``."""

    async def create(
        self,
        *,
        email: str,
        password: str,
        organization_id: str | None = None,
        environment: Environment | None = None,
        call_options: CallOptions | None = None,
    ) -> Session:
        """Sign in.

        Begins a session of a person in one organization and one environment, by e-mail and
        password. The access token works for 15 minutes wherever an API key does, with the scopes
        of the member's role; the refresh token gets the next pair. A wrong password, an unknown
        e-mail and an organization that the person is not in are all answered with
        `unauthenticated`. After 10 failures within 15 minutes, for one e-mail or from one
        address, sign-ins are refused with `quota_exceeded` until `Retry-After` has passed.

        :param email: An e-mail address; capital letters make no difference, and small ones are
            kept.
        :param password: The person's password.
        :param organization_id: Which organization to sign in to. It may be left out by a person
            in one organization; a person in several is answered with `validation_failed`, and
            the `detail` names them.
        """
        call = Call(
            "POST",
            "/v1/sessions",
            body={"email": email, "password": password, "organization_id": organization_id, "environment": environment},
            options=call_options,
        )
        return await self._object(call, Session)

    async def end(
        self,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Sign out.

        Ends the session whose access token is sent: its tokens stop working at once. An API key
        or an OAuth client has no session, which is answered with `not_found`.
        """
        call = Call(
            "DELETE",
            "/v1/sessions/current",
            options=call_options,
        )
        return await self._nothing(call)

    async def refresh(
        self,
        *,
        refresh_token: str,
        call_options: CallOptions | None = None,
    ) -> Session:
        """Get the next tokens of a session.

        Answers a new access token and a new refresh token; the refresh token that was sent is
        used up. A refresh token that is sent a second time has been copied, so the whole session
        ends and both sides have to sign in again: do not send it twice at once, and sign in
        again if you did not receive the answer. A session lasts 30 days at most.

        :param refresh_token: The last refresh token of the session.
        """
        call = Call(
            "POST",
            "/v1/sessions/refresh",
            body={"refresh_token": refresh_token},
            options=call_options,
        )
        return await self._object(call, Session)


class AsyncTranscriptsResource(AsyncResource):
    """``client.transcripts``."""

    async def get(
        self,
        asset_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Transcript:
        """Get the transcript.

        Every word with its time, and the sentences they form. Until it is ready the answer is
        `not_found`.

        :param asset_id: Id of the asset.
        """
        call = Call(
            "GET",
            "/v1/assets/{asset_id}/transcript",
            ids=(asset_id,),
            options=call_options,
        )
        return await self._object(call, Transcript)

    async def srt(
        self,
        asset_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> str:
        """Get the transcript as SubRip.

        The transcript in cues of one or two lines, as an SRT file.

        :param asset_id: Id of the asset.
        """
        call = Call(
            "GET",
            "/v1/assets/{asset_id}/transcript.srt",
            ids=(asset_id,),
            accept="application/x-subrip",
            options=call_options,
        )
        return await self._text(call)

    async def text(
        self,
        asset_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> str:
        """Get the transcript as plain text.

        The sentences, one a line, without times.

        :param asset_id: Id of the asset.
        """
        call = Call(
            "GET",
            "/v1/assets/{asset_id}/transcript.txt",
            ids=(asset_id,),
            accept="text/plain",
            options=call_options,
        )
        return await self._text(call)

    async def update(
        self,
        asset_id: str,
        *,
        edits: Sequence[TranscriptEdit | Mapping[str, Any]] | None = None,
        speakers: Mapping[str, str] | None = None,
        etag: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Transcript:
        """Correct the transcript.

        Corrects words, says who spoke them, and names speakers. What is not corrected keeps its
        time. Of a correction, words that stay keep theirs; one word in the place of one word has
        its time; other words share the time of those they replace, by their letters. Added words
        take the pause they stand in, or else a share of the word beside them. What you write has
        no `confidence`. The sentences are cut anew.

        Moments that were found stay as they are. Exports made afterwards show the corrected
        words; one that is there is made again with `POST /v1/exports/{export_id}/recaption`.

        :param asset_id: Id of the asset.
        :param edits: Corrections, which count words as they stand before any of them. In order,
            without overlaps.
        :param speakers: A new name for each label that is to have one, after the corrections.
            Two labels that get one name become one speaker. A label that no word has is refused.
        :param etag: The version that must still be the current one, else
            PreconditionFailedError.
        """
        call = Call(
            "PATCH",
            "/v1/assets/{asset_id}/transcript",
            ids=(asset_id,),
            body={"edits": edits, "speakers": speakers},
            etag=etag,
            options=call_options,
        )
        return await self._object(call, Transcript)

    async def vtt(
        self,
        asset_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> str:
        """Get the transcript as WebVTT.

        The transcript in cues of one or two lines, as a WebVTT file; a cue tells its speaker as
        a voice where it is known.

        :param asset_id: Id of the asset.
        """
        call = Call(
            "GET",
            "/v1/assets/{asset_id}/transcript.vtt",
            ids=(asset_id,),
            accept="text/vtt",
            options=call_options,
        )
        return await self._text(call)


class AsyncUploadsResource(AsyncResource):
    """``client.uploads``."""

    async def abort(
        self,
        upload_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Upload:
        """Abort an upload.

        Throws the parts away. Aborting an aborted upload changes nothing and succeeds; a
        completed one is refused with `conflict`.

        :param upload_id: Id of the upload.
        """
        call = Call(
            "POST",
            "/v1/uploads/{upload_id}/abort",
            ids=(upload_id,),
            repeatable=True,
            options=call_options,
        )
        return await self._object(call, Upload)

    async def complete(
        self,
        upload_id: str,
        *,
        parts: Sequence[CompletedPart | Mapping[str, Any]],
        call_options: CallOptions | None = None,
    ) -> Upload:
        """Complete an upload.

        Joins the parts into one file. All of them must be named with the `ETag` the storage
        gave; a missing part or a size that differs from the announced one is refused with
        `upload_incomplete`. A file that begins like no video, sound or picture is deleted, and
        refused with `unsupported_media`. Completing a completed upload changes nothing and
        succeeds.

        :param upload_id: Id of the upload.
        :param parts: All parts, in any order.
        """
        call = Call(
            "POST",
            "/v1/uploads/{upload_id}/complete",
            ids=(upload_id,),
            body={"parts": parts},
            repeatable=True,
            options=call_options,
        )
        return await self._object(call, Upload)

    async def create(
        self,
        *,
        filename: str,
        size_bytes: int,
        project_id: str | None = None,
        content_type: str | None = None,
        sha256: str | None = None,
        idempotency_key: str | None = None,
        call_options: CallOptions | None = None,
    ) -> Upload:
        """Start an upload.

        Announces a file and answers with presigned addresses for its first parts (at most 10).
        `PUT` the bytes of each part there (no `Authorization` header), keep the `ETag` of each
        answer, ask for more addresses as you go, then complete the upload. The bytes never pass
        through this API.

        :param filename: Name of the file, without folders.
        :param size_bytes: Exact size of the file; at most 10 GiB.
        :param project_id: TypeID of a project.
        :param content_type: Media type of the file.
        :param sha256: SHA-256 of the whole file in lower-case hex. It is checked when the file
            is ingested.
        :param idempotency_key: 1 to 255 characters, unique per intended effect; minted when left
            out, and kept over retries.
        """
        call = Call(
            "POST",
            "/v1/uploads",
            body={"project_id": project_id, "filename": filename, "size_bytes": size_bytes, "content_type": content_type, "sha256": sha256},
            idempotent=True,
            idempotency_key=idempotency_key,
            options=call_options,
        )
        return await self._object(call, Upload)

    async def create_parts(
        self,
        upload_id: str,
        *,
        part_numbers: Sequence[int],
        call_options: CallOptions | None = None,
    ) -> UploadPartList:
        """Get part addresses.

        Fresh presigned addresses for the parts you name. Asking again for a part is how an
        interrupted upload is resumed. An upload that is no longer open is refused with
        `conflict`.

        :param upload_id: Id of the upload.
        :param part_numbers: Part numbers, from 1.
        """
        call = Call(
            "POST",
            "/v1/uploads/{upload_id}/parts",
            ids=(upload_id,),
            body={"part_numbers": part_numbers},
            repeatable=True,
            options=call_options,
        )
        return await self._object(call, UploadPartList)

    async def get(
        self,
        upload_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> Upload:
        """Get an upload.

        The state of an upload. `parts` is empty here; ask for addresses with the parts
        operation.

        :param upload_id: Id of the upload.
        """
        call = Call(
            "GET",
            "/v1/uploads/{upload_id}",
            ids=(upload_id,),
            options=call_options,
        )
        return await self._object(call, Upload)


class AsyncWebhookEndpointsResource(AsyncResource):
    """``client.webhook_endpoints``."""

    async def create(
        self,
        *,
        url: str,
        event_types: Sequence[EventType],
        description: str | None = None,
        call_options: CallOptions | None = None,
    ) -> CreatedWebhookEndpoint:
        """Create a webhook endpoint.

        Registers an address to be called for the event types you name, signed after Standard
        Webhooks. The secret is shown in this answer and nowhere else. Private and local
        addresses are refused.

        :param url: The https address to call.
        :param event_types: What to be called for.
        :param description: A note of your own.
        """
        call = Call(
            "POST",
            "/v1/webhook_endpoints",
            body={"url": url, "event_types": event_types, "description": description},
            options=call_options,
        )
        return await self._object(call, CreatedWebhookEndpoint)

    async def delete(
        self,
        webhook_endpoint_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> None:
        """Delete a webhook endpoint.

        Stops calling the address. Deliveries that wait for a retry are cancelled.

        :param webhook_endpoint_id: Id of the webhook endpoint.
        """
        call = Call(
            "DELETE",
            "/v1/webhook_endpoints/{webhook_endpoint_id}",
            ids=(webhook_endpoint_id,),
            options=call_options,
        )
        return await self._nothing(call)

    async def get(
        self,
        webhook_endpoint_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> WebhookEndpoint:
        """Get a webhook endpoint.

        One endpoint, without its secret.

        :param webhook_endpoint_id: Id of the webhook endpoint.
        """
        call = Call(
            "GET",
            "/v1/webhook_endpoints/{webhook_endpoint_id}",
            ids=(webhook_endpoint_id,),
            options=call_options,
        )
        return await self._object(call, WebhookEndpoint)

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        call_options: CallOptions | None = None,
    ) -> AsyncPages[WebhookEndpoint]:
        """List webhook endpoints.

        Endpoints of this environment, newest first.

        :param limit: How many objects to return.
        :param cursor: Opaque. The `next_cursor` of the page before; leave it out for the first
            page.
        """
        call = Call(
            "GET",
            "/v1/webhook_endpoints",
            query={"limit": limit, "cursor": cursor},
            options=call_options,
        )
        return self._pages(call, WebhookEndpoint)

    async def rotate_secret(
        self,
        webhook_endpoint_id: str,
        *,
        call_options: CallOptions | None = None,
    ) -> RotatedWebhookSecret:
        """Rotate the signing secret.

        Makes a new secret. Until `previous_secret_expires_at` every call carries a signature of
        each, so that you can change over without losing a call.

        :param webhook_endpoint_id: Id of the webhook endpoint.
        """
        call = Call(
            "POST",
            "/v1/webhook_endpoints/{webhook_endpoint_id}/rotate_secret",
            ids=(webhook_endpoint_id,),
            options=call_options,
        )
        return await self._object(call, RotatedWebhookSecret)
