import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';

const HOUR_MS = 3_600_000;

/** Clears away what is kept for a time only. Any process may, also two at once: a chore done twice is done. */
@Injectable()
export class Housekeeping implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Housekeeping.name);
  private readonly chores = new Map<string, () => Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  add(name: string, chore: () => Promise<void>): void {
    this.chores.set(name, chore);
  }

  /** Does every chore now, and once an hour. A server's work, not a command's. */
  async start(): Promise<void> {
    this.timer = setInterval(() => void this.run(), HOUR_MS).unref();
    await this.run();
  }

  /** One that fails is tried again at the next turn, and does not keep the others from theirs. */
  async run(): Promise<void> {
    for (const [name, chore] of this.chores) {
      await chore().catch((error: unknown) => this.logger.error(`Housekeeping, ${name}: ${String(error)}`));
    }
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
