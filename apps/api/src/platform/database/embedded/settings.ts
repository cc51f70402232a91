import { createServer, type AddressInfo } from 'node:net';

/** PostgreSQL settings by name; our own values suit a register on one machine beside its server. */
export type Settings = Record<string, string | number>;

const SETTINGS: Settings = {
  // Loopback only, with a password; no socket file that would need a folder of its own.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  // Of several processes with what each keeps open, and commands beside them.
  max_connections: 120,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_parallel_workers: 2,
  max_parallel_workers_per_gather: 2,
  random_page_cost: 1.1,
  // Our statements are many and short: compiling them costs more than it gains.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // No replica is made of an embedded database.
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '2GB',
  // Statements and their values are personal data, and the log is not the register: an error is told to the program that
  // made it, which says what a person may know. The message itself may name a value, so errors are not logged at all.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_min_duration_statement: -1,
  log_statement: 'none',
};

export function settingsFile(port: number, extra: Settings): string {
  const lines = Object.entries({ ...SETTINGS, ...extra, port }).map(
    ([name, value]) => `${name} = '${value}'`,
  );
  return `# Written anew at every start.\n${lines.join('\n')}\n`;
}

/** `preferred` where it is free (0: none is preferred), else any free port of this machine. */
export async function freePort(preferred: number | undefined): Promise<number> {
  return (
    (await tryPort(preferred ?? 0)) ?? (await tryPort(0)) ?? Promise.reject(new Error('No port is free.'))
  );
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}
