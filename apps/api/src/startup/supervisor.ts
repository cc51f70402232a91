const SECOND_MS = 1_000;
const LONGEST_PAUSE_MS = 60 * SECOND_MS;
/** Who served for so long and then ended did not end for what it was begun with. */
const SETTLED_MS = 60 * SECOND_MS;
/** So many may end one after the other while nobody serves. */
const MOST_IN_VAIN = 5;

/** A process as node:cluster gives it. */
export interface Served {
  once(event: 'listening', listener: () => void): unknown;
  once(event: 'exit', listener: (code: number | null, signal: string | null) => void): unknown;
  kill(signal: 'SIGTERM'): void;
}

/** Which of the processes one is. */
export interface Part {
  /** From 1; the first keeps the schedules. */
  number: number;
  /** Nobody came before it: it makes what an empty register needs, and greets. */
  isFirst: boolean;
}

export type Fork = (part: Part) => Served;

interface Place {
  number: number;
  process: Served | undefined;
  servesSince: number | undefined;
  /** How often its process ended before it had served for a while. */
  deaths: number;
  next: NodeJS.Timeout | undefined;
}

interface SupervisorOptions {
  processes: number;
  fork: Fork;
  log: (line: string) => void;
  now?: () => number;
}

/**
 * Looks after the processes that serve. The first makes what an empty register needs; the others come when it serves.
 * One that ends is followed by another in its place, after a pause that doubles with each that did not last.
 */
export class Supervisor {
  private readonly places: Place[];
  private readonly now: () => number;
  private isEnding = false;
  private inVain = 0;
  private finish: (code: number) => void = () => undefined;
  private readonly finished = new Promise<number>((resolve) => (this.finish = resolve));

  constructor(private readonly options: SupervisorOptions) {
    this.now = options.now ?? Date.now;
    this.places = Array.from({ length: options.processes }, (_, index) => {
      return { number: index + 1, process: undefined, servesSince: undefined, deaths: 0, next: undefined };
    });
  }

  /** Answers, when all have ended, what the program ends with: 0 where that was asked. */
  run(): Promise<number> {
    const [first, ...others] = this.places;
    if (first)
      this.begin(first, { isFirst: true, whenServing: () => others.forEach((one) => this.begin(one)) });
    return this.finished;
  }

  /** Asks all to end, which then finish the requests under way, and waits for them. */
  async end(): Promise<void> {
    this.isEnding = true;
    for (const { next, process } of this.places) {
      clearTimeout(next);
      process?.kill('SIGTERM');
    }
    this.finishWhenAllEnded();
    await this.finished;
  }

  private begin(place: Place, { isFirst = false, whenServing = (): void => undefined } = {}): void {
    const started = this.options.fork({ number: place.number, isFirst });
    place.process = started;
    started.once('listening', () => {
      place.servesSince = this.now();
      this.inVain = 0;
      if (!this.isEnding) whenServing();
    });
    started.once('exit', (code, signal) => this.ended(place, { isFirst, code, signal }));
  }

  private ended(
    place: Place,
    { isFirst, code, signal }: { isFirst: boolean; code: number | null; signal: string | null },
  ): void {
    const { servesSince } = place;
    Object.assign(place, { process: undefined, servesSince: undefined });
    if (this.isEnding) this.finishWhenAllEnded();
    // It said itself why, and would again: a setting is wrong, or the port is taken.
    else if (isFirst && servesSince === undefined) this.finish(code === 0 ? 1 : (code ?? 1));
    else this.replace(place, servesSince, signal ?? `code ${String(code)}`);
  }

  private replace(place: Place, servesSince: number | undefined, how: string): void {
    const hasLasted = servesSince !== undefined && this.now() - servesSince >= SETTLED_MS;
    place.deaths = hasLasted ? 1 : place.deaths + 1;
    if (servesSince === undefined) this.inVain += 1;
    if (this.inVain >= MOST_IN_VAIN && this.places.every((one) => one.servesSince === undefined)) {
      this.giveUp(how);
      return;
    }
    const pause = pauseAfter(place.deaths);
    this.options.log(
      `Process ${place.number} ended (${how}); another takes its place in ${pause / SECOND_MS} s.`,
    );
    place.next = setTimeout(() => this.begin(place), pause);
  }

  /** Who began the program decides whether it begins again; those that are starting end with this process. */
  private giveUp(how: string): void {
    this.isEnding = true;
    for (const { next } of this.places) clearTimeout(next);
    this.options.log(`${this.inVain} processes ended one after the other (${how}), and none serves.`);
    this.finish(1);
  }

  private finishWhenAllEnded(): void {
    if (this.places.every(({ process }) => process === undefined)) this.finish(0);
  }
}

/** In milliseconds: a second, and twice as long each time, to a minute. */
export const pauseAfter = (deaths: number): number =>
  Math.min(LONGEST_PAUSE_MS, SECOND_MS * 2 ** (Math.max(1, deaths) - 1));
