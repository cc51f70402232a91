import dns from 'node:dns';
import { Database } from '@api/platform/database/database';
import { asDomainError } from '@api/platform/database/database-errors';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => vi.restoreAllMocks());

describe('a database to which there is no way', () => {
  // As systems call it: of a name that nobody resolves for now, of a network and of a machine that are down.
  it.each(['EAI_AGAIN', 'EAI_FAIL', 'ENOTFOUND', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'ECONNABORTED'])(
    'is a refusal for now, whoever asks (%s)',
    async (code) => {
      const failed = Object.assign(new Error(`getaddrinfo ${code} database.example`), { code });
      vi.spyOn(dns, 'lookup').mockImplementation((...given: unknown[]) => {
        const answer = given.at(-1) as (error: Error) => void;
        setImmediate(answer, failed);
      });
      const away = new Database('postgres://somebody:secret@database.example:5432/register');
      const asked = [
        away.pool.query('select 1'),
        away.prisma.centre.count(),
        away.prisma.$queryRawUnsafe('select 1'),
        away.prismaTransaction((tx) => tx.prisma.centre.count()),
        away.snapshot((client) => client.query('select 1')),
      ].map((one) => Promise.resolve(one).catch((error: unknown) => asDomainError(error)?.code ?? error));
      expect(await Promise.all(asked)).toEqual(asked.map(() => 'UNAVAILABLE'));
      await away.close();
    },
  );
});
