/** A terminal and npm both pass Ctrl-C on, so that one press arrives twice within milliseconds. */
const SAME_PRESS_MS = 1000;

/**
 * Ends the process in order on SIGINT or SIGTERM; a second press does not wait. What must be closed is added as it is
 * opened, and closed last opened first.
 */
export class Ending {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private since: number | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => this.asked());
  }

  onEnd(close: () => Promise<unknown>): void {
    this.closers.unshift(close);
  }

  /** Closes everything, also after a start that failed half-way. */
  async closeAll(): Promise<void> {
    for (const close of this.closers.splice(0)) await close();
  }

  private asked(): void {
    if (this.since !== undefined) {
      if (Date.now() - this.since > SAME_PRESS_MS) process.exit(1);
      return;
    }
    this.since = Date.now();
    void this.closeAll().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  }
}
