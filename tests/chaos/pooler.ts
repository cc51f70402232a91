import { pgbouncerProgram, startPgBouncer } from '../support/pgbouncer';
import { shippedFile } from './cluster/shipped';

/** Enough for one program: about four for each are advised. */
const SESSIONS = 6;
/** What of the shipped settings has another value here. */
const OWN = /^(listen_|auth_|pool_mode|default_pool_size|max_client_conn)/;

/** Where to find the register, as the environment says it. */
export type Addresses = Record<'DATABASE_URL' | 'DATABASE_OWNER_URL', string>;

/** Leads a program to its register: itself, or through what pools connections. */
export type Lead = (to: Addresses) => Promise<NodeJS.ProcessEnv>;

export const directly: Lead = (to) => Promise.resolve(to);

/** @param undo is told what is to be undone @throws Error where it is not installed */
export function throughPgBouncer(undo: (step: () => Promise<unknown>) => void): Lead {
  const program = pgbouncerProgram();
  if (program === undefined)
    throw new Error('pgbouncer is not installed (Debian: apt-get install pgbouncer).');
  const [, shipped = ''] = shippedFile('pgbouncer.ini').split('[pgbouncer]');
  const settings = shipped.split('\n').filter((line) => line.includes(' = ') && !OWN.test(line));
  return async (to) => {
    const pooler = await startPgBouncer(program, to.DATABASE_URL, { sessions: SESSIONS, settings });
    undo(() => pooler.stop());
    return { ...to, DATABASE_URL: pooler.url, DATABASE_POOLER: 'transaction' };
  };
}
