import { computedMs } from '../../../platform/work/computed-ms';

/** There was no time to decide; whoever asked tells less, never more. */
export class OutOfTime extends Error {}

interface Moment {
  clock: number;
  computed: number;
}

/** Asking the system costs more than the work between two checks. */
const CHECKS_PER_LOOK = 50;

const now = (): Moment => ({ clock: Date.now(), computed: computedMs() });

/**
 * When all that is decided of one publishing must be decided. It counts computing, not the clock: what is told must
 * not depend on what else the machine does meanwhile.
 */
export class Deadline {
  private checks = 0;

  private constructor(
    private readonly at: number,
    private readonly began: Moment,
    /** The time of the clock by which it is past whatever was computed. */
    private readonly clockAt = Infinity,
  ) {}

  /** @param ms of computing, from now */
  static in(ms: number): Deadline {
    const began = now();
    return new Deadline(began.computed + ms, began);
  }

  /** For who waits at the clock. @param ms of computing, and of the clock, from now */
  static onClock(ms: number): Deadline {
    const began = now();
    return new Deadline(began.computed + ms, began, began.clock + ms);
  }

  get isPast(): boolean {
    return computedMs() >= this.at || Date.now() >= this.clockAt;
  }

  /** Cheap enough for the innermost loop. @throws OutOfTime when it is past */
  check(): void {
    this.checks += 1;
    if (this.checks % CHECKS_PER_LOOK === 1 && this.isPast)
      throw new OutOfTime('Deciding what is public takes too long');
  }

  /** An earlier one, after this part of what is left. */
  after(part: number): Deadline {
    const { clock, computed } = now();
    const clockAt = clock + part * (this.clockAt - clock);
    return new Deadline(computed + part * (this.at - computed), this.began, clockAt);
  }

  /** What is left, in seconds of the clock, if the machine stays as busy as it was; for a solver that knows no other. */
  secondsLeft(): number {
    const { clock, computed } = now();
    const busy = (clock - this.began.clock) / Math.max(computed - this.began.computed, 1);
    return Math.min((this.at - computed) * Math.max(busy, 1), this.clockAt - clock) / 1000;
  }
}
