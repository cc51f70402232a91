import type { EditionDocument } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { Random } from '../random';
import { Attacker } from './attacker';
import { publish, randomQuestions, STATES } from './series';
import { randomFacts } from './sample-register';

/** So many series; more than are run by default find what is rare: DISCLOSURE_SERIES=500 npx vitest run series. */
const SERIES = Number(process.env.DISCLOSURE_SERIES ?? 24);
const FIRST = Number(process.env.DISCLOSURE_SERIES_FROM ?? 1);

describe('a series of reports', () => {
  it.each(Array.from({ length: SERIES }, (_, index) => FIRST + index))(
    'gives nothing away to who lays them beside each other, series %i',
    async (seed) => {
      const random = new Random(seed);
      const facts = randomFacts(random, STATES);
      const opened: EditionDocument[] = [];
      let refused = 0;
      for (const question of randomQuestions(random)) {
        const { open, output } = await publish(facts, question, opened);
        expect(output.unproved).toBe(0);
        if (output.forbidden) refused += 1;
        else opened.push(open);
      }
      const attacker = new Attacker(opened, facts, STATES);
      const exposed = await attacker.exposed();
      console.info(
        `Series ${seed}: ${attacker.suppressed()} of ${attacker.numbers.length} numbers suppressed in ${opened.length} reports, ${refused} refused.`,
      );
      expect(
        exposed.map(({ name, value, bounds }) => `${name} = ${value}, between ${bounds.join(' and ')}`),
      ).toEqual([]);
    },
    120_000,
  );
});
