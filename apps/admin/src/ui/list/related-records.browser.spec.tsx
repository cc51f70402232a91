import { afterEach, describe, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import type { Participation } from '../../providers/records';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import type { Records } from '../../../../../tests/support/records-in';
import { RecordLink } from '../fields/values';
import { RelatedParticipations } from './related-records';

const WIDE = [1440, 900] as const;
const PHONE = [390, 844] as const;
const PARTICIPATIONS = [
  { id: 'one', companyId: 'x', companyName: 'Van Dijk Metaal B.V.', centreId: 'zee', level: 'PARTNER' },
  { id: 'two', companyId: 'y', companyName: 'Loverhorst Schakeltechniek', centreId: 'zee', level: 'REACHED' },
].map((one, index) => ({
  ...one,
  startedOn: `202${index}-03-01`,
  lastDay: index === 0 ? null : '2023-12-31',
}));

describe.each(READINGS)('what hangs from a record, in $language', (reading) => {
  const word = wordIn(reading);
  afterEach(() => screen.viewport(...WIDE));
  const draw = async (participations: Records[string] = PARTICIPATIONS) =>
    rendered(
      <RelatedParticipations
        filter={{ centreId: 'zee' }}
        first={{
          field: 'companyName',
          render: ({ companyId, companyName }: Participation) => (
            <RecordLink resource="companies" id={companyId} name={companyName} />
          ),
        }}
      />,
      reading,
      { records: { participations } },
    );

  it('stands in a table, a column for each value', async () => {
    const { page } = await draw();
    await expect.element(page.getByRole('link', { name: 'Van Dijk Metaal B.V.' })).toBeVisible();
    const heads = page.getByRole('columnheader').elements();
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      word(['Bedrijf', 'Company']),
      word(['Niveau', 'Level']),
      word(['Sinds', 'Since']),
      word(['Tot en met', 'Until']),
    ]);
  });

  it('lies below each other on a phone, each value with its name, and nothing beside the page', async () => {
    await screen.viewport(...PHONE);
    const { page } = await draw();
    await expect.element(page.getByRole('link', { name: 'Van Dijk Metaal B.V.' })).toBeVisible();
    expect(page.getByRole('table').elements()).toEqual([]);
    const [first] = page.getByRole('listitem').elements();
    const pairs = [...(first?.querySelectorAll('dt') ?? [])].map((name) => [
      name.textContent,
      name.nextElementSibling?.textContent,
    ]);
    expect(pairs).toEqual([
      [word(['Niveau', 'Level']), word(['partner', 'partner'])],
      [word(['Sinds', 'Since']), word(['1 maart 2020', '1 March 2020'])],
      [word(['Tot en met', 'Until']), word(['loopt nog', 'ongoing'])],
    ]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(PHONE[0]);
  });

  it('says where it will be when there is none', async () => {
    const { page } = await draw([]);
    const empty = word([
      'Zodra er iets is vastgelegd, ziet u het hier.',
      'As soon as something is logged you will see it here.',
    ]);
    await expect.element(page.getByText(empty)).toBeVisible();
  });
});
