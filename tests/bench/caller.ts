import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;

export interface Answer {
  status: number;
  /** Of what is not JSON: nothing, it was read to its end and kept nowhere. */
  body: Record<string, unknown>;
}

/** Somebody with a token, who asks a server that listens on this machine. */
export class Caller {
  constructor(
    private readonly port: number,
    private readonly token: string,
  ) {}

  get = (path: string): Promise<Answer> => this.ask('GET', path);

  post = (path: string, body?: object): Promise<Answer> => this.ask('POST', path, body);

  patch = (path: string, version: unknown, body: object): Promise<Answer> =>
    this.ask('PATCH', path, body, { 'If-Match': `"${String(version)}"` });

  /** Sends a file, as a form does. */
  upload(path: string, name: string, content: Uint8Array): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), name);
    return this.send('POST', path, form, {});
  }

  /** Looks again and again until what was begun has ended. */
  async ended(path: string, underWay: readonly string[]): Promise<Answer> {
    for (;;) {
      const answer = await this.get(path);
      if (answer.status !== 200 || !underWay.includes(String(answer.body.status))) return answer;
      await sleep(LOOK_EVERY_MS);
    }
  }

  private ask(method: string, path: string, body?: object, headers = {}): Promise<Answer> {
    const isJson = body !== undefined ? { 'Content-Type': 'application/json' } : {};
    return this.send(method, path, body && JSON.stringify(body), { ...headers, ...isJson });
  }

  private async send(
    method: string,
    path: string,
    body: string | FormData | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v1${path}`, {
      ...{ method, headers: { Authorization: `Bearer ${this.token}`, ...headers } },
      ...(body !== undefined && { body }),
    });
    if (!/^application\/(problem\+)?json\b/.test(answer.headers.get('Content-Type') ?? '')) {
      await answer.body?.pipeTo(new WritableStream());
      return { status: answer.status, body: {} };
    }
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  }
}

const IMPORTING = ['QUEUED', 'RUNNING'];
const PUBLISHING = ['PUBLISHING'];

/** Imports a workbook, and waits until it came in. */
export async function imported(caller: Caller, workbook: Uint8Array, query = ''): Promise<string> {
  const begun = await caller.upload(`/imports${query}`, 'workbook.zip', workbook);
  if (begun.status !== 202) return String(begun.status);
  const { body } = await caller.ended(`/imports/${String(begun.body.id)}`, IMPORTING);
  return `${begun.status} ${String(body.status)}`;
}

/** Searches the register for duplicates, and waits until that has ended. */
export async function scanned(caller: Caller): Promise<string> {
  const begun = await caller.post('/duplicates/scan');
  if (begun.status !== 202) return String(begun.status);
  const { body } = await caller.ended('/duplicates/scan', IMPORTING);
  return `${begun.status} ${String(body.status)}`;
}

/** A report that another has approved; answers its id. */
export async function approvedReport(author: Caller, approver: Caller, report: object): Promise<string> {
  const { body } = await author.post('/reports', report);
  const id = String(body.id);
  await author.post(`/reports/${id}/submit`);
  const approved = await approver.post(`/reports/${id}/approve`, { confirmTypedNumbers: true });
  if (approved.status !== 200) throw new Error(`The report was not approved: ${JSON.stringify(approved)}`);
  return id;
}

/** Publishes an approved report, and waits until it is public or cannot be. */
export async function published(caller: Caller, id: string): Promise<string> {
  const begun = await caller.post(`/reports/${id}/publish`);
  if (begun.status > 202) return String(begun.status);
  const { body } = await caller.ended(`/reports/${id}`, PUBLISHING);
  return `${begun.status} ${String(body.status)}`;
}
