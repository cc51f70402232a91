import type { ReactNode } from 'react';
import { ListBase } from 'react-admin';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Word } from '../../../../../tests/support/browser-reader';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { CentreFilter, ChoiceFilter, DaysFilter, SearchFilter } from './filters';

const records = {
  centres: [
    { id: 'zee', code: 'ZL-9', name: 'Zeelab', municipality: 'Delft' },
    { id: 'oost', code: 'HO', name: 'Hub Oost' },
  ],
};

describe.each(READINGS)('a list in $language', (reading) => {
  const word = wordIn(reading);

  const filtered = async (filters: ReactNode, filter: object = {}) => {
    const list = (
      <ListBase resource="participations" empty={false}>
        {filters}
      </ListBase>
    );
    const at = `/participations?filter=${encodeURIComponent(JSON.stringify(filter))}`;
    const { page, asked } = await rendered(list, reading, { at, records });
    const isFilteredBy = (wanted: object) =>
      expect.poll(() => JSON.parse(asked('filter') ?? '{}') as unknown).toEqual(wanted);
    return { page, isFilteredBy };
  };
  const FROM: Word = ['Sinds vanaf', 'Since from'];

  it('is filtered from a day on that is typed as people type days, and the address keeps it', async () => {
    const { page, isFilteredBy } = await filtered(
      <DaysFilter resource="participations" source="startedOn" />,
    );
    const from = page.getByLabelText(word(FROM), { exact: true });
    for (const typed of ['1 maart 2019', '2019-03-02', '3-3-2019']) {
      await from.fill(typed);
      await userEvent.tab();
    }
    await expect.element(from).toHaveValue(word(['3-3-2019', '3 Mar 2019']));
    await isFilteredBy({ startedOnFrom: '2019-03-03' });
    await from.fill('ergens in mei');
    await userEvent.tab();
    await expect.element(page.getByText(word(['Dit is geen datum.', 'This is not a date.']))).toBeVisible();
    await isFilteredBy({ startedOnFrom: '2019-03-03' });
    await from.fill('');
    await isFilteredBy({});
  });

  it('is filtered by one choice beside others, and by none again', async () => {
    const words = { PARTNER: 'partner', ENGAGED: 'actief' };
    const filter = <ChoiceFilter resource="participations" source="level" words={words} />;
    const { page, isFilteredBy } = await filtered(filter, { q: 'las' });
    const choice = page.getByRole('combobox', { name: word(['Niveau', 'Level']) });
    await choice.click();
    await page.getByRole('option', { name: 'Actief' }).click();
    await isFilteredBy({ q: 'las', level: 'ENGAGED' });
    await choice.click();
    await page.getByRole('option', { name: word(['Alle', 'All']), exact: true }).click();
    await isFilteredBy({ q: 'las' });
  });

  it('of one centre keeps it while another is looked for, and lets it go', async () => {
    const { page, isFilteredBy } = await filtered(<CentreFilter resource="participations" />, {
      centreId: 'oost',
    });
    const centre = page.getByRole('combobox');
    await expect.element(centre).toHaveValue('Hub Oost');
    await centre.fill('zl-');
    await isFilteredBy({ centreId: 'oost' });
    await centre.fill('zl-9');
    await userEvent.keyboard('{Enter}');
    await expect.element(centre).toHaveValue('Zeelab');
    await isFilteredBy({ centreId: 'zee' });
    await centre.fill('');
    await isFilteredBy({});
  });

  it('is searched as one types, and at once by leaving the field', async () => {
    const { page, isFilteredBy } = await filtered(<SearchFilter />);
    const search = page.getByRole('searchbox', { name: word(['Zoeken', 'Search']) });
    await search.fill(' las ');
    await isFilteredBy({ q: 'las' });
    await search.fill('lassen');
    await userEvent.tab();
    await isFilteredBy({ q: 'lassen' });
  });
});
