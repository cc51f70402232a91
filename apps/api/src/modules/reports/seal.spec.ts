import { describe, expect, it } from 'vitest';
import { canonical, digestOf, membersFile } from './seal';

describe(membersFile, () => {
  it.each([0, 1, 3, 12_001])(
    'is the canonical form of the whole, however many records: %i',
    async (count) => {
      const records = Array.from({ length: count }, (_, place) => ({
        ...{ resource: 'companies', id: `é-${place}`, version: place % 3 },
      }));
      const members = [
        { indicator: 'companies_participated', members: records },
        { indicator: 'jobs', members: [] },
      ];
      const { text, digest } = await membersFile(members, 'salt');
      expect(text).toBe(canonical({ salt: 'salt', members }));
      expect(digest).toBe(digestOf({ salt: 'salt', members }));
    },
  );
});
