import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Role } from '@fieldlab/domain';
import type { Client } from 'pg';

export interface BenchPerson {
  role?: Role;
  centreIds?: readonly string[];
  /** For who signs in. */
  passwordHash?: string;
}

/** Of somebody made for it: an administrator, who may ask anything, or another. */
export async function makeToken(
  owner: Client,
  name: string,
  scopes: readonly string[] = ['read'],
  { role = 'ADMIN', centreIds = [], passwordHash }: BenchPerson = {},
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `with person as (
       insert into users (email, name, role, centre_ids, password_hash) values ($2, 'Bench', $4, $5::uuid[], $6) returning id)
     insert into api_tokens (user_id, name, token_hash, prefix, scopes)
     select id, 'bench', $1, 'bench', $3 from person`,
    [
      ...[createHash('sha256').update(token).digest(), `${name}@bench.example`, scopes],
      ...[role, centreIds, passwordHash],
    ],
  );
  return token;
}

/** The cookie of a browser in which an administrator signed in; `hash` is what is kept of it. */
export async function makeSession(owner: Client, name: string): Promise<{ cookie: string; hash: Buffer }> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await owner.query(
    `with person as (insert into users (email, name, role) values ($2, 'Bench', 'ADMIN') returning id)
     insert into sessions (user_id, token_hash, expires_at, method, second_factor)
     select id, $1, now() + interval '12 hours', 'PASSWORD', true from person`,
    [hash, `${name}@bench.example`],
  );
  return { cookie: `fieldlab-session=${token}`, hash };
}

export interface Served {
  port: number;
  process: number;
  end: () => Promise<void>;
}

/** A server of its own process, as both are in life. */
export async function serve(name: string, url: string): Promise<Served> {
  const program = join(import.meta.dirname, `bench-${name}.js`);
  const child = spawn(process.execPath, [program, url], { stdio: ['pipe', 'pipe', 'ignore'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const end = async (): Promise<void> => {
    const closed = once(child, 'close');
    child.stdin.end();
    await closed;
  };
  return { port: Number(line), process: child.pid ?? 0, end };
}
