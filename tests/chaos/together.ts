import type { Program } from '../support/own-program';
import type { Random } from '../support/random';
import { zipOfCsv } from '../support/csv-zip';
import { seconds } from './stage';

/** Several programs on one database, and what stands in front of them. */
export interface Together {
  programs: readonly Program[];
  proxy: string;
  /** Of one who writes, and of another who approves. */
  tokens: { writer: string; approver: string };
}

const INDICATOR = 'companies_participated';
const CENTRE = { code: 'FL-99', kind: 'FIELDLAB', name: 'Together', startedOn: '2020-01-01' };
/** Failures from one address after which an account is locked. */
const FAILURES = 10;
const PATIENCE_S = 120;
/** Whoever took over what a dead process, or one without a database, had claimed is done by then. */
const TAKEN_OVER_S = 150;
/** After what was not answered. */
const PAUSE_S = 0.2;

interface Asked {
  method?: string;
  body?: object;
  key?: string;
  token?: string;
  cookie?: string;
}

/** @throws Error where nobody answers */
export async function ask(url: string, path: string, asked: Asked = {}): Promise<Response> {
  const { method = asked.body ? 'POST' : 'GET', body, key, token, cookie } = asked;
  const isForm = body instanceof FormData;
  return fetch(`${url}/api/v1${path}`, {
    ...{ method, signal: AbortSignal.timeout(30_000) },
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { Cookie: cookie }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...(body && !isForm && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
}

export async function answered<T>(url: string, path: string, asked: Asked): Promise<T> {
  const answer = await ask(url, path, asked);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Waits until each import has ended, whoever does it. @returns faults: sentences */
export async function faultsOfImports(url: string, token: string): Promise<string[]> {
  const path = '/imports?status=QUEUED&status=RUNNING&perPage=1';
  const underWay = async (): Promise<number> =>
    (await answered<{ total: number }>(url, path, { token })).total;
  for (let second = 0; second < TAKEN_OVER_S && (await underWay()) > 0; second += 1) await seconds(1);
  const left = await underWay();
  return left === 0 ? [] : [`${left} imports did not end, nor were they taken over.`];
}

/**
 * Logs participations through the proxy while others write, and reads after each the figure of any process: it must have
 * what was acknowledged. What nobody answered is sent again with its key.
 */
export class Logging {
  private readonly acknowledged = new Set<string>();
  private waiting: string[] = [];
  private centreId = '';
  private over = new AbortController();
  private count = 0;
  reads = 0;
  readonly faults: string[] = [];

  constructor(
    private readonly of: Together,
    private readonly random: Random,
  ) {}

  get logged(): number {
    return this.acknowledged.size;
  }

  async prepare(): Promise<void> {
    const { proxy, tokens } = this.of;
    const made = await answered<{ id: string }>(proxy, '/centres', { body: CENTRE, token: tokens.writer });
    this.centreId = made.id;
  }

  async run(): Promise<void> {
    const { signal } = (this.over = new AbortController());
    while (!signal.aborted) {
      this.count += 1;
      const before = this.waiting.length;
      await this.log(`Deelnemer ${this.count}`);
      if (this.waiting.length > before) await seconds(PAUSE_S);
      await this.read();
    }
  }

  stop(): void {
    this.over.abort();
  }

  /** @returns how many are left, because a process that died has claimed their keys */
  async sendAgain(): Promise<number> {
    for (const name of this.waiting.splice(0)) await this.log(name);
    return this.waiting.length;
  }

  /** Everything once, in every process. */
  async check(): Promise<void> {
    for (const { url } of this.of.programs) {
      const value = await this.figureAt(url);
      if (value !== this.acknowledged.size)
        this.faults.push(`${this.acknowledged.size} were logged, and ${url} counts ${String(value)}.`);
    }
  }

  private async log(name: string): Promise<void> {
    const [token, key] = [this.of.tokens.writer, name.replaceAll(' ', '-')];
    try {
      const company = await this.once('/companies', { body: { name }, key, token });
      const participation = { centreId: this.centreId, level: 'PARTICIPANT', startedOn: '2021-01-01' };
      const body = company && { ...participation, companyId: company.id };
      const made = body && (await this.once('/participations', { body, key, token }));
      if (made) this.acknowledged.add(made.id);
      else this.waiting.push(name);
    } catch {
      this.waiting.push(name); // nobody answered
    }
  }

  /** Undefined where it is to be tried again. */
  private async once(path: string, asked: Asked): Promise<{ id: string } | undefined> {
    const answer = await ask(this.of.proxy, path, asked);
    if (answer.ok) return (await answer.json()) as { id: string };
    const text = await answer.text();
    const again = answer.headers.has('retry-after');
    if (!again) this.faults.push(`POST ${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return undefined;
  }

  private async read(): Promise<void> {
    const [least, { url }] = [this.acknowledged.size, this.random.pick(this.of.programs)];
    const value = await this.figureAt(url);
    if (value === undefined) return;
    this.reads += 1;
    if (value < least) this.faults.push(`${least} were logged, and ${url} counted ${value} afterwards.`);
  }

  /** Undefined where that process does not answer now. */
  private async figureAt(url: string): Promise<number | undefined> {
    const path = `/figures?indicator=${INDICATOR}&scope=centre:${CENTRE.code}`;
    const answer = await ask(url, path, { token: this.of.tokens.writer }).catch(() => undefined);
    if (!answer?.ok) return undefined;
    const { figures } = (await answer.json()) as { figures: { value: number }[] };
    return figures[0]?.value;
  }
}

/** What is true in one process at once is true in all. @returns faults: sentences */
export async function faultsAcross({ programs, tokens }: Together): Promise<string[]> {
  const [one, two, three] = programs;
  if (!one || !two || !three) throw new Error('Three are needed.');
  return [
    ...(await faultsOfSessions(one, two, programs)),
    ...(await faultsOfLimits(programs)),
    ...(await faultsOfFollowing({ at: one.url, from: [two.url, three.url], token: tokens.writer })),
  ];
}

async function faultsOfSessions(one: Program, two: Program, all: readonly Program[]): Promise<string[]> {
  const cookie = await one.signIn();
  const statuses = async (): Promise<number[]> =>
    Promise.all(all.map(async ({ url }) => (await ask(url, '/session', { cookie })).status));
  const before = await statuses();
  await ask(two.url, '/session', { method: 'DELETE', cookie });
  const after = await statuses();
  return before.every((status) => status === 200) && after.every((status) => status === 401)
    ? []
    : [`A session was ${before.join()} and, ended by another process, ${after.join()}.`];
}

/** Wrong passwords are counted together. */
async function faultsOfLimits(programs: readonly Program[]): Promise<string[]> {
  const body = { email: 'nobody@people.example', password: 'not the password' };
  const statuses: number[] = [];
  for (let turn = 0; turn < FAILURES + programs.length; turn += 1) {
    const { url } = programs[turn % programs.length] ?? { url: '' };
    statuses.push((await ask(url, '/session', { body })).status);
  }
  const expected = statuses.map((_, turn) => (turn < FAILURES ? 401 : 429));
  return statuses.join() === expected.join() ? [] : [`Wrong passwords were answered ${statuses.join()}.`];
}

/** An import that one process was asked for and any works off is followed to its end in the others. */
async function faultsOfFollowing({ at, from, token }: Record<'at' | 'token', string> & { from: string[] }) {
  const form = new FormData();
  const workbook = zipOfCsv({ 'companies.csv': 'ref,name\nfollowed,Gevolgd' });
  form.append('file', new Blob([new Uint8Array(workbook)]), 'followed.zip');
  const { id } = await answered<{ id: string }>(at, '/imports', { body: form, token });
  const told = await Promise.all(
    from.map(async (url) => (await ask(url, `/imports/${id}/events`, { token })).text()),
  );
  return told
    .filter((events) => !events.includes('"status":"DONE"'))
    .map((events) => `An import was not followed to its end: ${events.slice(-300)}`);
}

/** Publishes a report while one process is killed, and waits for its edition. @returns faults: sentences */
export async function publishWhile(
  { proxy, tokens: { writer, approver } }: Together,
  kill: () => Promise<void>,
): Promise<string[]> {
  const report = { title: 'Samen', asOf: '2022-01-01', indicators: [INDICATOR], text: `{{${INDICATOR}}}` };
  const { id } = await answered<{ id: string }>(proxy, '/reports', { body: report, token: writer });
  await answered(proxy, `/reports/${id}/submit`, { method: 'POST', token: writer });
  await answered(proxy, `/reports/${id}/approve`, { method: 'POST', token: approver });
  const publish = (): Promise<unknown> =>
    ask(proxy, `/reports/${id}/publish`, { method: 'POST', token: writer, key: 'publish' }).catch(
      () => undefined,
    );
  await Promise.all([publish(), kill()]);
  for (let second = 0; second < PATIENCE_S; second += 1) {
    const found = await ask(proxy, `/reports/${id}`, { token: writer }).catch(() => undefined);
    const { status } = found?.ok ? ((await found.json()) as { status: string }) : { status: '' };
    if (status === 'APPROVED') await publish(); // nobody heard it
    if (status === 'PUBLISHED') {
      const next = await ask(proxy, `/reports/${id}/editions/2`, { token: writer });
      return next.status === 404 ? [] : [`The second edition of a report published once: ${next.status}.`];
    }
    await seconds(1);
  }
  return ['A report was not published in two minutes.'];
}
