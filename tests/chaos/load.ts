import { setTimeout as sleep } from 'node:timers/promises';
import { zipOfCsv } from '../support/csv-zip';

/** So many rows has each workbook that is imported. */
export const ROWS_OF_IMPORT = 200;
const PAUSE_MS = 100;
/** After an import that nobody took. */
const REFUSED_PAUSE_MS = 2000;
/** Whoever waits longer thinks that it hangs: a statement may take 10 s, and so may the waiting for a lock. */
const ANSWER_MS = 30_000;

/** What the register said that it holds: nothing of it may be missing later. */
export interface Acknowledged {
  /** The least version and the name of that version, by the company's id. */
  companies: Map<string, { version: number; name: string }>;
  /** The companies that were merged away, with those that stayed. */
  merges: Map<string, string>;
  /** The tags of workbooks, and whether they were said to be imported. */
  imports: Map<string, boolean>;
  /** The names of companies that were sent again with the same key, and are to be there once. */
  sentAgain: Set<string>;
  /** How often it was said to be unavailable, clearly. */
  refusals: number;
  /** Answers that nobody can do anything with, and none at all: sentences. */
  unclear: Set<string>;
}

export const nothingYet = (): Acknowledged => ({
  companies: new Map(),
  merges: new Map(),
  imports: new Map(),
  sentAgain: new Set(),
  refusals: 0,
  unclear: new Set(),
});

/** How many of each there were. */
export type Counts = Record<'companies' | 'merges' | 'imports', number>;

export const countsOf = ({ companies, merges, imports }: Acknowledged): Counts => ({
  companies: companies.size,
  merges: merges.size,
  imports: imports.size,
});

/** What was acknowledged after there were so many of each. */
export const acknowledgedAfter = (noted: Acknowledged, before: Counts): Acknowledged => ({
  ...noted,
  companies: new Map([...noted.companies].slice(before.companies)),
  merges: new Map([...noted.merges].slice(before.merges)),
  imports: new Map([...noted.imports].slice(before.imports)),
});

interface Company {
  id: string;
  version: number;
  name: string;
}

/** Writes as people and programs do, until it is told to stop, and notes what was acknowledged. */
export class Load {
  private isOver = false;
  /** The names of companies that nobody acknowledged, by their keys. */
  private readonly unanswered = new Map<string, string>();
  /** The keys that whoever took them first has yet. */
  private readonly claimed = new Set<string>();
  /** When each new company was acknowledged. */
  readonly writtenAt: number[] = [];

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly noted: Acknowledged,
    private readonly round: number,
  ) {}

  /** @returns a promise that ends after `stop` */
  async run(writers: number): Promise<void> {
    const each = Array.from({ length: writers }, (_, writer) => this.write(writer));
    await Promise.all([...each, this.import()]);
  }

  stop(): void {
    this.isOver = true;
  }

  /** Sends again what nobody answered: a program that keeps its key makes one record of both. */
  async sendAgain(): Promise<void> {
    for (const [key, name] of [...this.unanswered]) await this.create(name, key);
  }

  private async write(writer: number): Promise<void> {
    let former: Company | undefined;
    for (let count = 0; !this.isOver; count += 1) {
      const name = `Firma ${this.round}-${writer}-${count}`;
      const made = await this.createAtLast(name);
      const isPlain = !this.noted.sentAgain.has(name); // the others are counted by their names
      if (made && isPlain && count % 3 === 1) await this.rename(made);
      if (made && isPlain && former && count % 7 === 6) await this.merge(former, made);
      former = made;
    }
  }

  /** Sends the same with the same key until it is answered, or is to be sent again later. */
  private async createAtLast(name: string): Promise<Company | undefined> {
    const key = name.replaceAll(' ', '-');
    for (;;) {
      const made = await this.create(name, key);
      if (made || this.isOver || this.claimed.has(key)) return made;
      await sleep(PAUSE_MS);
    }
  }

  private async create(name: string, key: string): Promise<Company | undefined> {
    const headers = { 'Idempotency-Key': key };
    const made = await this.send<Company>('POST', '/companies', { name }, headers);
    if (made) {
      this.writtenAt.push(Date.now());
      this.noted.companies.set(made.id, { version: made.version, name });
      if (this.unanswered.delete(key)) this.noted.sentAgain.add(name);
    } else this.unanswered.set(key, name);
    return made;
  }

  private async rename({ id, version, name }: Company): Promise<void> {
    const later = `${name} B.V.`;
    const headers = { 'If-Match': `"${version}"` };
    const changed = await this.send<Company>('PATCH', `/companies/${id}`, { name: later }, headers);
    // Not answered, it may be at either version.
    if (changed) this.noted.companies.set(id, { version: changed.version, name: later });
  }

  private async merge(survivor: Company, merged: Company): Promise<void> {
    const body = { survivorId: survivor.id, mergedId: merged.id, fields: [] };
    if (await this.send('POST', '/merges', body)) this.noted.merges.set(merged.id, survivor.id);
  }

  private async import(): Promise<void> {
    for (let count = 0; !this.isOver; count += 1) {
      const tag = `Plaats ${this.round}-${count}`;
      const rows = Array.from({ length: ROWS_OF_IMPORT }, (_, row) => `${row},${tag} firma ${row},${tag}`);
      const form = new FormData();
      const workbook = zipOfCsv({ 'companies.csv': ['ref,name,municipality', ...rows].join('\n') });
      form.append('file', new Blob([new Uint8Array(workbook)]), `${tag}.zip`);
      this.noted.imports.set(tag, false);
      const begun = await this.send<{ id: string }>('POST', '/imports', form);
      if (begun && (await this.isImported(begun.id))) this.noted.imports.set(tag, true);
      await sleep(begun ? PAUSE_MS : REFUSED_PAUSE_MS);
    }
  }

  private async isImported(id: string): Promise<boolean> {
    while (!this.isOver) {
      const found = await this.send<{ status: string }>('GET', `/imports/${id}`);
      if (found?.status === 'DONE') return true;
      if (found && found.status !== 'QUEUED' && found.status !== 'RUNNING') return false;
      await sleep(PAUSE_MS);
    }
    return false;
  }

  /** The answer to what succeeded; undefined where nobody answered, or the answer was no. */
  private async send<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<T | undefined> {
    const isForm = body instanceof FormData;
    try {
      const answer = await fetch(`${this.url}/api/v1${path}`, {
        ...{ method, signal: AbortSignal.timeout(ANSWER_MS) },
        headers: {
          Authorization: `Bearer ${this.token}`,
          ...(body && !isForm && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: isForm ? body : JSON.stringify(body) }),
      });
      if (answer.ok) return (await answer.json()) as T;
      if (answer.status === 409) this.claimed.add(headers['Idempotency-Key'] ?? '');
      await this.note(`${method} ${path.split('/', 2).join('/')}`, answer);
    } catch (error) {
      // One that was killed ends connections; one that lives and says nothing hangs.
      if (error instanceof Error && error.name === 'TimeoutError')
        this.noted.unclear.add(`${method} ${path} was not answered in ${ANSWER_MS / 1000} s.`);
    }
    return undefined;
  }

  /** A refusal for now says when to try again. Nobody else writes these records, so that no other refusal is due. */
  private async note(what: string, answer: Response): Promise<void> {
    const text = await answer.text();
    if (answer.status === 409) return; // its key is claimed yet, or another import is under way
    if (answer.status === 503 && answer.headers.has('retry-after')) this.noted.refusals += 1;
    else this.noted.unclear.add(`${what} answered ${answer.status}: ${text.slice(0, 300)}`);
  }
}
