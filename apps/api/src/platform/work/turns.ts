import { DomainError } from '@fieldlab/domain';
import { cancelled } from './outcome';

interface Waiting {
  begin: () => void;
  giveUp: () => void;
}

/** So many at once, and so many that wait for their turn; whoever comes on top of that is refused. */
export class Turns {
  private underWay = 0;
  private readonly waiting = new Set<Waiting>();

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
    private readonly refused: () => Error = unavailable,
  ) {}

  /** @throws what `refused` makes (else DomainError UNAVAILABLE) when too many wait, WORK_CANCELLED, and what `work` throws. */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.begin(signal);
    try {
      return await work();
    } finally {
      this.underWay -= 1;
      const [next] = this.waiting;
      next?.begin();
    }
  }

  private async begin(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) throw cancelled();
    if (this.underWay < this.most) {
      this.underWay += 1;
      return;
    }
    if (this.waiting.size >= this.mostWaiting) throw this.refused();
    await new Promise<void>((resolve, reject) => {
      const one: Waiting = {
        begin: () => {
          this.forget(one, signal);
          this.underWay += 1;
          resolve();
        },
        giveUp: () => {
          this.forget(one, signal);
          reject(cancelled());
        },
      };
      this.waiting.add(one);
      signal?.addEventListener('abort', one.giveUp, { once: true });
    });
  }

  private forget(one: Waiting, signal?: AbortSignal): void {
    this.waiting.delete(one);
    signal?.removeEventListener('abort', one.giveUp);
  }
}

const unavailable = (): DomainError =>
  new DomainError('UNAVAILABLE', 'Much is being computed at this moment; try again in a while.');
