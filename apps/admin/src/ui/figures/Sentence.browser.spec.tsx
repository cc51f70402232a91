import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Word } from '../../../../../tests/support/browser-reader';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { Sentence } from './Sentence';
import { useFigureQuery } from './use-figure-query';

const ANSWER = {
  asOf: '2024-06-01',
  from: '2015-01-01',
  knownAt: '2024-06-30T10:00:00Z',
  sectorVersion: '2008',
};
const records = {
  centres: [
    { id: 'zee', code: 'ZL-9', name: 'Zeelab', kind: 'FIELDLAB' },
    { id: 'oost', code: 'HO', name: 'Hub Oost', kind: 'HUB' },
  ],
};

/** The question of the page's address. */
function Asking({ isWhole = false }: { isWhole?: boolean }) {
  const { asked, ask } = useFigureQuery();
  return <Sentence asked={asked} ask={ask} answer={ANSWER} isWhole={isWhole} />;
}

describe.each(READINGS)('the question in $language', (reading) => {
  const word = wordIn(reading);
  const INDICATOR: Word = ['Indicator', 'Indicator'];
  const BY: Word = ['per', 'by'];
  const PLACES: Word = ['Waar bedrijven gevestigd zijn', 'Where companies are'];
  const COUNTED: Word = ['geteld per', 'counted by'];
  const VERSION: Word = ['Versie van de SBI', 'Version of the SBI'];
  const FROM: Word = ['van', 'from'];
  const SCOPE: Word = ['in', 'in'];

  const sentence = async (query: string, isWhole = false) => {
    const piece = <Asking isWhole={isWhole} />;
    const { page, asked } = await rendered(piece, reading, { at: `/figures?${query}`, records });
    const choice = (label: Word) => page.getByRole('combobox', { name: word(label), exact: true });
    const choose = async (label: Word, option: Word): Promise<void> => {
      await choice(label).click();
      await page.getByRole('option', { name: word(option), exact: true }).click();
      await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    };
    const day = (label: Word) => page.getByRole('textbox', { name: word(label), exact: true });
    return { page, asked, choice, choose, day };
  };

  it.each<[query: string, words: Word[]]>([
    ['indicator=companies_participated', [FROM, COUNTED, BY]],
    ['indicator=companies_participated&by=province', [FROM, COUNTED, BY, PLACES]],
    ['indicator=companies_participated&by=municipality', [FROM, COUNTED, BY, PLACES]],
    ['indicator=companies_participated&by=sizeClass', [FROM, COUNTED, BY]],
    ['indicator=companies_participated&by=sector', [FROM, COUNTED, BY, VERSION]],
    ['indicator=companies_participating&by=province', [COUNTED, BY, PLACES]],
    ['indicator=spin_offs&by=province', [FROM, BY]],
    ['indicator=centres_active', [BY]],
  ])('%s has the words that follow from its indicator', async (query, words) => {
    const { choice, day } = await sentence(query);
    await expect.element(choice(INDICATOR)).toBeVisible();
    const optional: Word[] = [FROM, COUNTED, BY, PLACES, VERSION];
    const there = optional.filter((label) =>
      [choice(label), day(label)].some((found) => found.elements().length > 0),
    );
    expect(there).toEqual(optional.filter((label) => words.includes(label)));
  });

  it('of the whole has no word for a breakdown', async () => {
    const { choice } = await sentence('indicator=companies_participated&by=province', true);
    await expect.element(choice(INDICATOR)).toBeVisible();
    for (const label of [BY, PLACES, COUNTED]) expect(choice(label).elements()).toEqual([]);
  });

  it('says what the answer took for what was left open, and asks by address', async () => {
    const { choice, choose, day, asked } = await sentence('by=province');
    await expect.element(day(FROM)).toHaveValue(word(['1-1-2015', '1 Jan 2015']));
    await expect.element(day(['Peildatum', 'As of'])).toHaveValue(word(['1-6-2024', '1 Jun 2024']));
    const known = day(['zoals bekend op', 'as known on']);
    await expect.element(known).toHaveValue(word(['30-6-2024', '30 Jun 2024']));
    await known.fill('1 mei 2021');
    await expect.poll(() => asked('knownOn')).toBe('2021-05-01');
    await choose(PLACES, ['zoals nu', 'as they are now']);
    await expect.poll(() => asked('placesAs')).toBe('now');
    await choose(COUNTED, ['concern (groep)', 'group']);
    await expect.poll(() => asked('countBy')).toBe('group');
    await choose(PLACES, ['zoals toen', 'as they were then']);
    await expect.poll(() => asked('placesAs')).toBeNull();
    await expect.element(choice(COUNTED)).toHaveTextContent(word(['concern', 'group']));
  });

  it('of another indicator drops what that does not know', async () => {
    const { choice, choose, asked } = await sentence(
      'indicator=companies_participated&by=sizeClass&countBy=group&asOf=2021-05-01',
    );
    await choose(INDICATOR, ['Gerealiseerde investeringen', 'Realised investment']);
    await expect.poll(() => asked('indicator')).toBe('investment_realised');
    expect([asked('by'), asked('countBy'), asked('asOf')]).toEqual([null, null, '2021-05-01']);
    await choose(BY, ['financier', 'funder']);
    await expect.poll(() => asked('by')).toBe('funder');
    await expect.element(choice(COUNTED)).not.toBeInTheDocument();
  });

  it('finds a scope by its code, keeps it while another is looked for, and is of all without one', async () => {
    const { page, choice, asked } = await sentence('');
    const scope = choice(SCOPE);
    await expect
      .element(scope)
      .toHaveAttribute('placeholder', word(['het hele programma', 'the whole programme']));
    await scope.fill('zl-9');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked('scope')).toBe('centre:ZL-9');
    await expect.element(scope).toHaveValue('Zeelab');
    await scope.fill('hub o');
    expect(asked('scope')).toBe('centre:ZL-9');
    await expect.element(page.getByRole('option', { name: 'Hub Oost' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => asked('scope')).toBe('hub:HO');
    await expect.element(scope).toHaveValue('Hub Oost');
    await scope.fill('');
    await expect.poll(() => asked('scope')).toBeNull();
  });
});
