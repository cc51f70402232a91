import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Word } from '../../../../../tests/support/browser-reader';
import { FormOf } from '../../../../../tests/support/form-of';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { MoneyInput, NumberInput } from './amounts';

const SAVE: Word = ['Opslaan', 'Save'];

describe.each(READINGS)('in $language', (reading) => {
  const word = wordIn(reading);

  describe('an amount of money', () => {
    const amountField = async (record = {}) => {
      const onSave = vi.fn();
      const form = (
        <FormOf resource="investments" record={record} onSave={onSave}>
          <MoneyInput source="amountEur" required />
        </FormOf>
      );
      const { page } = await rendered(form, reading);
      const save = () => page.getByRole('button', { name: word(SAVE), exact: true }).click();
      return { page, field: page.getByRole('textbox', { name: word(['Bedrag', 'Amount']) }), save, onSave };
    };

    it.each<[typed: string, readAs: Word, shown: Word, saved: string]>([
      ['12,5 mln', ['= € 12.500.000', '= €12,500,000'], ['12.500.000', '12,500,000'], '12500000'],
      ['€ 12.500,50', ['= € 12.500,50', '= €12,500.50'], ['12.500,5', '12,500.5'], '12500.5'],
      ['1.200', ['= € 1.200', '= €1,200'], ['1.200', '1,200'], '1200'],
    ])('typed as %j is read back, shown in full and saved', async (typed, readAs, shown, saved) => {
      const { page, field, save, onSave } = await amountField();
      await field.fill(typed);
      await expect.element(page.getByText(word(readAs), { exact: true })).toBeVisible();
      await userEvent.tab();
      await expect.element(field).toHaveValue(word(shown));
      expect(page.getByText('= €').elements()).toEqual([]);
      await save();
      await vi.waitFor(() =>
        expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ amountEur: saved })),
      );
    });

    it('that is none stops the form, which leads to it, and stays to be mended', async () => {
      const { page, field, save, onSave } = await amountField({ amountEur: '1200.00' });
      await expect.element(field).toHaveValue(word(['1.200', '1,200']));
      await field.fill('veel');
      await save();
      await expect.element(page.getByText(word(['Dit is geen bedrag.', 'This is no amount.']))).toBeVisible();
      await expect.element(field).toHaveFocus();
      await expect.element(field).toHaveValue('veel');
      await field.fill('3k');
      await save();
      await vi.waitFor(() =>
        expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ amountEur: '3000' })),
      );
      expect(onSave).toHaveBeenCalledOnce();
    });

    it('that is missing stops the form where there must be one', async () => {
      const { page, field, save, onSave } = await amountField({ amountEur: '1200.00' });
      await field.fill('');
      await save();
      await expect.element(page.getByText(word(['Vul dit in.', 'Fill this in.']))).toBeVisible();
      const summary = page.getByRole('alert');
      const told: Word = ['Er is 1 veld dat aandacht vraagt: Bedrag', '1 field needs attention: Amount'];
      await expect.element(summary).toHaveTextContent(word(told));
      expect(onSave).not.toHaveBeenCalled();
    });
  });

  describe('a number', () => {
    const numberField = async (employees: number | null) => {
      const onSave = vi.fn();
      const form = (
        <FormOf resource="companies" record={{ employees }} onSave={onSave}>
          <NumberInput source="employees" />
        </FormOf>
      );
      const { page } = await rendered(form, reading);
      const save = async (): Promise<unknown> => {
        await page.getByRole('button', { name: word(SAVE), exact: true }).click();
        await vi.waitFor(() => expect(onSave).toHaveBeenCalled());
        return (onSave.mock.lastCall as [{ employees: unknown }])[0].employees;
      };
      const label: Word = ['Werknemers', 'Employees'];
      return { page, field: page.getByRole('textbox', { name: word(label) }), save };
    };

    it.each<[typed: string, readAs: Word, saved: number]>([
      ['1.200', ['= 1.200', '= 1,200'], 1200],
      ['2,5', ['= 2,5', '= 2.5'], 2.5],
      ['12 duizend', ['= 12.000', '= 12,000'], 12_000],
    ])('typed as %j is read back, and saved as one', async (typed, readAs, saved) => {
      const { page, field, save } = await numberField(null);
      await field.fill(typed);
      await expect.element(page.getByText(word(readAs), { exact: true })).toBeVisible();
      expect(await save()).toBe(saved);
    });

    it('that is emptied is unknown, and no nought', async () => {
      const { field, save } = await numberField(1200);
      await expect.element(field).toHaveValue(word(['1.200', '1,200']));
      await field.fill('');
      expect(await save()).toBeNull();
    });

    it('below nought is none', async () => {
      const { page, field } = await numberField(null);
      await field.fill('-3');
      await userEvent.tab();
      await page.getByRole('button', { name: word(SAVE), exact: true }).click();
      await expect.element(page.getByText(word(['Dit is geen getal.', 'This is no number.']))).toBeVisible();
      await expect.element(field).toHaveValue('-3');
    });
  });
});
