import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { DataProvider } from 'react-admin';
import { useState } from 'react';
import type { Word } from '../../../../../../tests/support/browser-reader';
import { FormOf } from '../../../../../../tests/support/form-of';
import { READINGS, rendered, wordIn } from '../../../../../../tests/support/rendered';
import { describeCompany } from '../describe';
import { CentresInput, CompanyInput } from '../references';
import { RecordPicker } from '../RecordPicker';

const DIJK = { id: 'dijk', name: 'Van Dijk Metaal B.V.', municipality: 'Enschede', kvkNumber: '12345678' };
const STAAL = { id: 'staal', name: 'Jansen Staal', municipality: 'Delft' };
const records = {
  companies: [DIJK, STAAL],
  centres: [
    { id: 'zee', code: 'ZL-9', name: 'Zeelab', municipality: 'Delft' },
    { id: 'oost', code: 'HO', name: 'Hub Oost' },
  ],
};

interface FinderProps {
  onChange: (id: string | null) => void;
  onCreate: (typed: string) => void;
}

/** A company that is found or made, as where participations are logged. */
function Finder({ onChange, onCreate }: FinderProps) {
  const [id, setId] = useState<string | null>(null);
  return (
    <RecordPicker
      resource="companies"
      label="Firma"
      searchFrom={2}
      value={id}
      onChange={(chosen) => {
        onChange(chosen);
        setId(chosen);
      }}
      describe={describeCompany}
      creates={{ onCreate, words: (typed) => `Nieuw: ${typed}` }}
    />
  );
}

describe.each(READINGS)('choosing a record, in $language', (reading) => {
  const word = wordIn(reading);
  const UNRESOLVED: Word = [
    'Kies er een uit de lijst, of maak dit veld leeg.',
    'Choose one from the list, or empty this field.',
  ];

  /** @param getList what the register finds, whatever is typed */
  const finder = async (getList?: () => Promise<unknown>) => {
    const [onChange, onCreate] = [vi.fn(), vi.fn()];
    const answers = getList ? { getList: getList as unknown as DataProvider['getList'] } : {};
    const piece = <Finder {...{ onChange, onCreate }} />;
    const { page } = await rendered(piece, reading, { records, answers });
    return { page, field: page.getByRole('combobox', { name: 'Firma' }), onChange, onCreate };
  };

  it.each([
    ['12345678', '{Enter}'],
    ['1234 56.78', '{Tab}'],
    ['van dijk metaal bv', '{Tab}'],
    ['van dij', '{Enter}'],
  ])(
    'takes what %j meant by %s, also when the register answers late, and makes nothing',
    async (typed, key) => {
      let answer = (_page: unknown): void => undefined;
      const answered = new Promise<unknown>((resolve) => (answer = resolve));
      const { page, field, onChange, onCreate } = await finder(() => answered);
      await field.fill(typed);
      await userEvent.keyboard(key);
      expect(onChange).not.toHaveBeenCalled();
      answer({ data: [STAAL, DIJK], total: 2 });
      await expect.element(field).toHaveValue('Van Dijk Metaal B.V.');
      await expect.element(page.getByText('Enschede · 12345678')).toBeVisible();
      expect(onChange.mock.calls).toEqual([['dijk']]);
      expect(onCreate).not.toHaveBeenCalled();
    },
  );

  it('takes what is merely similar, or new, only where the arrows chose it', async () => {
    const similar = () => Promise.resolve({ data: [DIJK], total: 1 });
    const { page, field, onChange, onCreate } = await finder(similar);
    await field.fill('van dijc');
    await expect.element(page.getByRole('option', { name: 'Nieuw: van dijc' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(word(UNRESOLVED))).toBeVisible();
    await expect.element(field).toHaveValue('van dijc');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onCreate.mock.calls).toEqual([['van dijc']]);
    await field.fill('van dijc');
    await expect.element(page.getByRole('option').first()).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(field).toHaveValue('Van Dijk Metaal B.V.');
    expect(onChange).toHaveBeenLastCalledWith('dijk');
  });

  it('says that the search failed, and keeps what was typed', async () => {
    const { page, field } = await finder(() => Promise.reject(new Error('gone')));
    await field.fill('van dijk');
    const failed: Word = ['Zoeken is niet gelukt.', 'The search failed.'];
    await expect.element(page.getByText(word(failed))).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field).toHaveValue('van dijk');
  });

  it('asks for two letters before it looks', async () => {
    const { page, field } = await finder(() => Promise.resolve({ data: [], total: 0 }));
    await field.fill('v');
    const more: Word = ['Typ ten minste twee letters of cijfers.', 'Type at least two letters or digits.'];
    await expect.element(page.getByText(word(more))).toBeVisible();
  });

  describe('in a form', () => {
    const inForm = async () => {
      const onSave = vi.fn();
      const form = (
        <FormOf resource="spin-offs" record={{ parentCompanyId: 'staal' }} onSave={onSave}>
          <CompanyInput source="parentCompanyId" />
          <CentresInput source="centreIds" />
        </FormOf>
      );
      const { page } = await rendered(form, reading, { records });
      return {
        ...{ page, onSave },
        company: page.getByRole('combobox', { name: word(['Moederbedrijf', 'Parent company']) }),
        centres: page.getByRole('combobox', { name: 'Fieldlabs & hubs' }),
        save: () => page.getByRole('button', { name: word(['Opslaan', 'Save']), exact: true }).click(),
      };
    };

    it('stops what was typed and stands for nothing, also where none need be chosen', async () => {
      const { page, company, save, onSave } = await inForm();
      await expect.element(company).toHaveValue('Jansen Staal');
      await company.fill('Bestaat Niet');
      await save();
      await expect.element(page.getByText(word(UNRESOLVED))).toBeVisible();
      expect(onSave).not.toHaveBeenCalled();
      await company.fill('');
      await save();
      await vi.waitFor(() =>
        expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ parentCompanyId: null })),
      );
    });

    it('brings back by Escape what stood there before one typed', async () => {
      const { company, save, onSave } = await inForm();
      await expect.element(company).toHaveValue('Jansen Staal');
      await company.fill('van d');
      await userEvent.keyboard('{Escape}');
      await expect.element(company).toHaveValue('Jansen Staal');
      await save();
      await vi.waitFor(() =>
        expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ parentCompanyId: 'staal' })),
      );
    });

    it('takes several, each found by its name or its code', async () => {
      const { page, centres, save, onSave } = await inForm();
      for (const [typed, name] of [
        ['zl-9', 'Zeelab'],
        ['hub o', 'Hub Oost'],
      ] as const) {
        await centres.fill(typed);
        await userEvent.keyboard('{Enter}');
        await expect.element(page.getByRole('button', { name, exact: true })).toBeVisible();
      }
      await save();
      await vi.waitFor(() =>
        expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ centreIds: ['zee', 'oost'] })),
      );
    });
  });
});
