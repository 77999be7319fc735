import { inTime, type WaitOptions } from './deadline.js';
import { follow, type OnEvent } from './follow.js';
import type { JobEvent } from './generated/models.js';
import { JobsResource } from './generated/resources.js';

/** The work behind ingests and exports. */
export class Jobs extends JobsResource {
  /**
   * Follows every job of the flow that a job belongs to, until the flow ends. A long asset is worked on in parts, so
   * there may be many jobs of one kind: the one that waits for the others joins them. A stream that is cut is taken up
   * where it broke; where streams do not get through, the jobs are asked for instead. A state may be heard twice.
   *
   * @param jobId Id of the job.
   * @param onEvent hears what happens
   * @throws WaitTimeoutError when it has not ended within `waitTimeout`
   * @returns the last event; its `flow_status` says how the flow ended
   */
  follow(jobId: string, onEvent: OnEvent = () => {}, options: WaitOptions = {}): Promise<JobEvent> {
    return inTime(options, (bound) => follow(this.transport, jobId, onEvent, bound));
  }
}
