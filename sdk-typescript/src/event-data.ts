import type {
  ApiKeyRevokedEvent,
  ExportFailedEvent,
  ExportReadyEvent,
  IngestCompletedEvent,
  IngestFailedEvent,
  JobFailedEvent,
  MomentsReadyEvent,
  TranscriptReadyEvent,
} from './generated/models.js';

/** What an event of a type is about. */
export interface EventData {
  'api_key.revoked': ApiKeyRevokedEvent['data'];
  'export.failed': ExportFailedEvent['data'];
  'export.ready': ExportReadyEvent['data'];
  'ingest.completed': IngestCompletedEvent['data'];
  'ingest.failed': IngestFailedEvent['data'];
  'job.failed': JobFailedEvent['data'];
  'moments.ready': MomentsReadyEvent['data'];
  'transcript.ready': TranscriptReadyEvent['data'];
}
