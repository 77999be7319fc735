import type { Transport } from './transport.js';

/** Operations on one kind of object. */
export abstract class Resource {
  /** @internal */
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }
}
