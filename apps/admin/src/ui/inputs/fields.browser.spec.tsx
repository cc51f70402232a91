import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Word } from '../../../../../tests/support/browser-reader';
import { FormOf } from '../../../../../tests/support/form-of';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { ChoiceInput, CountryInput, DayInput, LastDayInput, WordListInput } from './fields';

describe.each(READINGS)('a field of a form, in $language', (reading) => {
  const word = wordIn(reading);

  const inForm = async (resource: string, fields: ReactNode, record: object = {}) => {
    const onSave = vi.fn();
    const { page } = await rendered(<FormOf {...{ resource, record, onSave }}>{fields}</FormOf>, reading);
    const save = () => page.getByRole('button', { name: word(['Opslaan', 'Save']), exact: true }).click();
    const saved = async (): Promise<unknown> => {
      await save();
      await vi.waitFor(() => expect(onSave).toHaveBeenCalled());
      return (onSave.mock.lastCall as [unknown])[0];
    };
    return { page, onSave, save, saved };
  };

  it('for a day refuses what is none, and the form leads to it by its name', async () => {
    const { page, save, onSave } = await inForm('participations', <DayInput source="startedOn" required />, {
      startedOn: '2019-01-01',
    });
    const field = page.getByRole('textbox', { name: word(['Sinds', 'Since']) });
    await expect.element(field).toHaveValue(word(['1-1-2019', '1 Jan 2019']));
    await field.fill('30 februari 2020');
    await save();
    const summary = page.getByRole('alert');
    await expect.element(field).toHaveFocus();
    await userEvent.tab();
    await summary.getByRole('button', { name: word(['Sinds', 'Since']) }).click();
    await expect.element(field).toHaveFocus();
    await expect.element(page.getByText(word(['Dit is geen datum.', 'This is not a date.']))).toBeVisible();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('for a last day says what an empty one means, and is saved as the day itself', async () => {
    const { page, saved } = await inForm('participations', <LastDayInput />);
    const help: Word = ['De laatste dag waarop het nog geldt. Leeg: loopt nog.', 'Empty: ongoing.'];
    await expect.element(page.getByText(word(help))).toBeVisible();
    await page.getByRole('textbox', { name: word(['Tot en met', 'Until']) }).fill('31-12-2020');
    expect(await saved()).toMatchObject({ lastDay: '2020-12-31' });
  });

  it('with choices has the unknown among them only where one need not choose', async () => {
    const words = { SMALL: 'klein', LARGE: 'groot' };
    const fields = (
      <>
        <ChoiceInput source="sizeClass" words={words} />
        <ChoiceInput source="organisationType" words={words} required />
      </>
    );
    const { page, saved } = await inForm('companies', fields, { sizeClass: 'SMALL' });
    const choices = async (label: Word): Promise<string[]> => {
      await page.getByRole('combobox', { name: word(label) }).click();
      await expect.element(page.getByRole('listbox')).toBeVisible();
      return page
        .getByRole('option')
        .elements()
        .map((option) => option.textContent);
    };
    expect(await choices(['Soort organisatie', 'Kind of organisation'])).toEqual(['Klein', 'Groot']);
    await page.getByRole('option', { name: 'Groot' }).click();
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    const unknown = word(['onbekend', 'unknown']);
    expect(await choices(['Grootteklasse', 'Size class'])).toEqual([unknown, 'Klein', 'Groot']);
    await page.getByRole('option', { name: unknown }).click();
    expect(await saved()).toMatchObject({ sizeClass: null, organisationType: 'LARGE' });
  });

  it('for a country finds it by its name in the reader’s language', async () => {
    const { page, saved } = await inForm('companies', <CountryInput source="country" required />, {
      country: 'NL',
    });
    const field = page.getByRole('combobox', { name: word(['Land', 'Country']) });
    await expect.element(field).toHaveValue(word(['Nederland', 'Netherlands']));
    await field.fill(word(['duits', 'german']));
    await expect
      .element(page.getByRole('option', { name: word(['Duitsland', 'Germany']), exact: true }))
      .toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveValue(word(['Duitsland', 'Germany']));
    expect(await saved()).toMatchObject({ country: 'DE' });
  });

  it('for words of one’s own takes each by Enter, and the last one as it is left', async () => {
    const { page, saved } = await inForm('centres', <WordListInput source="technologies" />, {
      technologies: ['Robotica', 'Fotonica'],
    });
    const field = page.getByRole('combobox', { name: word(['Technologieën', 'Technologies']) });
    await field.click();
    await userEvent.keyboard('{Backspace}3D-printen{Enter}Lassen{Tab}');
    await expect.element(page.getByRole('button', { name: 'Lassen' })).toBeVisible();
    expect(await saved()).toMatchObject({ technologies: ['Robotica', '3D-printen', 'Lassen'] });
  });
});
