import { ask } from '../together';

const QUESTION = '/figures?by=kind';
const PATIENCE_TURNS = 60;

/** Figures as they were known at some instants, as bytes: they are to stay so for ever. */
export class PastFigures {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  get count(): number {
    return this.known.size;
  }

  /** Remembers what is known now. */
  async remember(): Promise<void> {
    const now = JSON.parse(await this.read(`${QUESTION}&asOf=2024-01-01`)) as { knownAt: string };
    this.known.set(now.knownAt, await this.readAt(now.knownAt));
  }

  /**
   * @param most of how many instants, the newest
   * @returns those at which they are others now: sentences
   */
  async faults(most = this.count): Promise<string[]> {
    const faults: string[] = [];
    for (const [knownAt, bytes] of [...this.known].slice(-most)) {
      if ((await this.readAt(knownAt)) !== bytes)
        faults.push(`Figures as known at ${knownAt} are not what they were.`);
    }
    return faults;
  }

  private readAt(knownAt: string): Promise<string> {
    return this.read(`${QUESTION}&asOf=2024-01-01&knownAt=${encodeURIComponent(knownAt)}`);
  }

  /** @throws Error where nobody answers for a minute */
  private async read(path: string): Promise<string> {
    for (let turn = 1; ; turn += 1) {
      const answer = await ask(this.url, path, { token: this.token }).catch(() => undefined);
      if (answer?.ok) return answer.text();
      if (turn === PATIENCE_TURNS) throw new Error(`GET ${path}: ${await answer?.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
