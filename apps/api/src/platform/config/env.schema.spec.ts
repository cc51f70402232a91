import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, parseEnvironment } from './env.schema';
import { projectRoot } from './project-root';
import { variablesSchema } from './variables';

const DATABASE_URL = 'postgres://app:secret@db:5432/fieldlab';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    parseEnvironment(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults.map(({ message }) => message);
    throw error;
  }
}

describe(parseEnvironment.name, () => {
  it('needs nothing: a loopback server with an embedded database and the demonstration', () => {
    const configuration = parseEnvironment({});
    expect(configuration).toMatchObject({
      server: {
        port: 3000,
        host: '127.0.0.1',
        publicUrl: 'http://localhost:3000',
        trustProxy: false,
        processes: 1,
        logLevel: 'info',
      },
      database: { url: undefined, ownerUrl: undefined, replicaUrl: undefined },
      demo: true,
      administrator: { password: undefined },
      contactEmail: undefined,
      mail: undefined,
      oidc: undefined,
      objectStore: undefined,
      kvk: undefined,
    });
    expect(isAbsolute(configuration.dataDir)).toBe(true);
  });

  it('starts empty on a database server, unless told otherwise', () => {
    expect(parseEnvironment({ DATABASE_URL }).demo).toBe(false);
    expect(parseEnvironment({ DATABASE_URL, DEMO: 'true' }).demo).toBe(true);
    expect(parseEnvironment({ DEMO: 'false' }).demo).toBe(false);
  });

  it.each([
    [{}, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '127.0.0.9' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '127.example.nl' }, false],
    [{ PUBLIC_URL: 'http://localhost:3000' }, false],
  ])('knows whether only this machine reaches it: %j', (environment, isForThisMachine) => {
    expect(parseEnvironment(environment).server.isForThisMachine).toBe(isForThisMachine);
  });

  it('takes an empty variable as one that is not set', () => {
    expect(parseEnvironment({ DATABASE_URL: '', PORT: ' ', OIDC_ISSUER: '' }).server.port).toBe(3000);
  });

  it('gives the public address without a slash at its end', () => {
    expect(parseEnvironment({ PUBLIC_URL: 'https://register.example.nl/' }).server.publicUrl).toBe(
      'https://register.example.nl',
    );
    expect(parseEnvironment({ HOST: '::1', PORT: '80' }).server.publicUrl).toBe('http://[::1]:80');
  });

  it.each([
    ['false', false],
    ['true', 1],
    ['2', 2],
    ['10.0.0.1, 10.0.0.2', '10.0.0.1, 10.0.0.2'],
  ])('reads TRUST_PROXY %s', (value, expected) => {
    expect(parseEnvironment({ TRUST_PROXY: value }).server.trustProxy).toBe(expected);
  });

  it('takes how many processes serve: a number, or as many as there are cores within bounds', () => {
    expect(parseEnvironment({ WEB_CONCURRENCY: '3' }).server.processes).toBe(3);
    const { processes } = parseEnvironment({ WEB_CONCURRENCY: 'auto' }).server;
    expect(processes).toBe(Math.min(availableParallelism(), 8));
    for (const WEB_CONCURRENCY of ['0', '17', '2.5', 'many']) {
      expect(faultsOf({ WEB_CONCURRENCY })).toEqual([
        'WEB_CONCURRENCY must be auto, or a whole number of processes from 1 to 16.',
      ]);
    }
  });

  it('groups the services that are set up', () => {
    const configuration = parseEnvironment({
      PUBLIC_URL: 'https://register.example.nl',
      SMTP_URL: 'smtp://mail:25',
      OIDC_ISSUER: 'https://login.example.nl',
      OIDC_CLIENT_ID: 'fieldlab',
      OIDC_CLIENT_SECRET: 'secret',
      KVK_API_KEY: 'key',
    });
    expect(configuration.mail).toEqual({ url: 'smtp://mail:25', from: 'fieldlab@register.example.nl' });
    expect(configuration.oidc).toMatchObject({ issuer: 'https://login.example.nl', clientId: 'fieldlab' });
    expect(configuration.kvk).toMatchObject({ key: 'key' });
  });

  it('names all faults at once, in sentences', () => {
    expect(
      faultsOf({
        PORT: '70000',
        PUBLIC_URL: 'register.example.nl',
        DATABASE_URL: 'mysql://db',
        DEMO: 'yes',
        ADMIN_EMAIL: 'admin',
        SESSION_SECRET: 'short',
        LOG_LEVEL: 'loud',
        OIDC_ISSUER: 'https://login.example.nl',
      }),
    ).toEqual([
      'PORT must be a whole number from 0 to 65535.',
      'PUBLIC_URL must be an address such as https://register.example.nl.',
      'DATABASE_URL must be an address such as postgres://user:password@host:5432/fieldlab.',
      'DEMO must be true or false.',
      'ADMIN_EMAIL must be an e-mail address.',
      'SESSION_SECRET must have at least 32 characters.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      'OIDC_CLIENT_ID is missing beside OIDC_ISSUER.',
      'OIDC_CLIENT_SECRET is missing beside OIDC_ISSUER.',
    ]);
  });

  it('refuses what means nothing alone', () => {
    expect(faultsOf({ DATABASE_OWNER_URL: DATABASE_URL })).toEqual([
      'DATABASE_OWNER_URL means nothing without DATABASE_URL.',
    ]);
    expect(faultsOf({ PUBLIC_URL: 'https://example.nl/register' })).toEqual([
      'PUBLIC_URL must be an address without a path, such as https://register.example.nl.',
    ]);
  });

  it('takes the schema of a register from its address, the same in each', () => {
    const inSchema = { DATABASE_URL: `${DATABASE_URL}?schema=programma_b` };
    expect(parseEnvironment(inSchema).database.url).toContain('programma_b');
    const elsewhere = { DATABASE_OWNER_URL: DATABASE_URL, DATABASE_REPLICA_URL: DATABASE_URL };
    expect(faultsOf({ ...inSchema, ...elsewhere })).toEqual([
      'DATABASE_OWNER_URL must name the same schema as DATABASE_URL.',
      'DATABASE_REPLICA_URL must name the same schema as DATABASE_URL.',
    ]);
    for (const name of ['Programma', 'pg_own', 'a;b', 'b'.repeat(51)])
      expect(faultsOf({ DATABASE_URL: `${DATABASE_URL}?schema=${name}` })).toEqual([
        'DATABASE_URL must name a schema (?schema=name) of small letters, digits and _, 50 at most.',
      ]);
  });

  it('asks for the address of PostgreSQL itself beside a pooler', () => {
    const pooled = { DATABASE_URL, DATABASE_POOLER: 'transaction' };
    expect(faultsOf(pooled)).toEqual([
      'DATABASE_OWNER_URL is missing beside DATABASE_POOLER: migrations need PostgreSQL itself.',
    ]);
    const direct = { DATABASE_OWNER_URL: 'postgres://owner:secret@db:5432/fieldlab' };
    expect(parseEnvironment({ ...pooled, ...direct }).database.pooler).toBe('transaction');
    expect(faultsOf({ ...pooled, ...direct, DATABASE_POOLER: 'session' })).toEqual([
      'DATABASE_POOLER must be transaction, or unset where nothing pools connections.',
    ]);
    expect(faultsOf({ DATABASE_POOLER: 'transaction' })).toEqual([
      'DATABASE_POOLER means nothing without DATABASE_URL.',
    ]);
  });

  it('takes an OpenID provider by https, or on this very machine', () => {
    const client = { OIDC_CLIENT_ID: 'register', OIDC_CLIENT_SECRET: 'x' };
    for (const OIDC_ISSUER of ['http://localhost:8080/realms/a', 'http://127.0.0.1:9', 'http://[::1]:9']) {
      expect(faultsOf({ ...client, OIDC_ISSUER })).toEqual([]);
    }
    for (const OIDC_ISSUER of ['http://id.example', 'http://localhost.id.example', 'http://10.0.0.7']) {
      expect(faultsOf({ ...client, OIDC_ISSUER })).toEqual([
        'OIDC_ISSUER must begin with https://, unless the provider runs on this very machine.',
      ]);
    }
  });

  it('never repeats a value, which may be a secret', () => {
    expect(
      faultsOf({ ADMIN_PASSWORD: 'hunter2', DATABASE_URL: 'postgres//:hunter2@db' }).join(),
    ).not.toContain('hunter2');
  });
});

describe('.env.example', () => {
  it('lists every variable', () => {
    const listed = readFileSync(join(projectRoot(), '.env.example'), 'utf8').match(/^[A-Z][A-Z0-9_]*(?==)/gm);
    expect(listed?.sort()).toEqual(Object.keys(variablesSchema.shape).sort());
  });

  it('reads which role a provider’s group gives, and refuses what is no role', () => {
    const provider = {
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'register',
      OIDC_CLIENT_SECRET: 'x',
    };
    const groups = { OIDC_ROLE_CLAIM: 'groups', OIDC_ROLE_MAP: '{"cn=eval,dc=example": "EVALUATOR"}' };
    expect(parseEnvironment({ ...provider, ...groups }).oidc).toMatchObject({
      roleClaim: 'groups',
      roleMap: { 'cn=eval,dc=example': 'EVALUATOR' },
    });
    for (const map of ['evaluators', '{"evaluators": "KING"}', '["EVALUATOR"]']) {
      expect(faultsOf({ ...provider, ...groups, OIDC_ROLE_MAP: map })).toEqual([
        expect.stringContaining('OIDC_ROLE_MAP must be JSON'),
      ]);
    }
    expect(faultsOf({ ...provider, OIDC_ROLE_CLAIM: 'groups' })).toEqual([
      'OIDC_ROLE_MAP is missing beside OIDC_ROLE_CLAIM.',
    ]);
  });
});
