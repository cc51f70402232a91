import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Word } from '../../../../../tests/support/browser-reader';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { DateField } from './DateField';

interface OwnerProps {
  first: string;
  onDate: (date: string) => void;
  onUnreadable: (text: string) => void;
}

/** Keeps the date, as a page or a form does, and may say another. */
function Owner({ first, onDate, onUnreadable }: OwnerProps) {
  const [date, setDate] = useState(first);
  const told = (next: string): void => {
    onDate(next);
    setDate(next);
  };
  return (
    <>
      <DateField label="Dag" value={date} onDate={told} onUnreadable={onUnreadable} />
      <button onClick={() => setDate('2020-02-29')}>leap</button>
    </>
  );
}

describe.each(READINGS)('a date in $language', (reading) => {
  const word = wordIn(reading);

  const dateField = async (first = '') => {
    const [onDate, onUnreadable] = [vi.fn(), vi.fn()];
    const { page } = await rendered(<Owner {...{ first, onDate, onUnreadable }} />, reading);
    return { page, field: page.getByLabelText('Dag', { exact: true }), onDate, onUnreadable };
  };
  const NO_DATE: Word = ['Dit is geen datum.', 'This is not a date.'];
  const OPEN: Word = ['Kalender openen', 'Open the calendar'];

  it.each(['1 maart 2019', '1-3-2019', '2019-03-01', 'March 1, 2019', ' 1 mrt ’19 '])(
    'typed as %j is read back in full, and stands in the reader’s notation once it is left',
    async (typed) => {
      const { page, field, onDate } = await dateField();
      await field.fill(typed);
      await expect.element(page.getByText(word(['= 1 maart 2019', '= 1 March 2019']))).toBeVisible();
      expect(onDate).toHaveBeenLastCalledWith('2019-03-01');
      await expect.element(field).toHaveValue(typed);
      await userEvent.tab();
      await expect.element(field).toHaveValue(word(['1-3-2019', '1 Mar 2019']));
      expect(page.getByText('= 1').elements()).toEqual([]);
    },
  );

  it('is found to be none only once it is left, and stays to be mended', async () => {
    const { page, field, onDate, onUnreadable } = await dateField('2021-05-01');
    await field.fill('30 februari 2020');
    expect(page.getByText(word(NO_DATE)).elements()).toEqual([]);
    expect(onUnreadable).toHaveBeenLastCalledWith('30 februari 2020');
    await userEvent.tab();
    await expect.element(page.getByText(word(NO_DATE))).toBeVisible();
    await expect.element(field).toHaveValue('30 februari 2020');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    expect(onDate).not.toHaveBeenCalled();
    await field.fill('29 februari 2020');
    await userEvent.tab();
    await expect.element(field).toHaveAttribute('aria-invalid', 'false');
    expect(onDate).toHaveBeenLastCalledWith('2020-02-29');
  });

  it('is emptied by emptying the field', async () => {
    const { page, field, onDate } = await dateField('2021-05-01');
    await field.fill('');
    await userEvent.tab();
    expect(onDate).toHaveBeenLastCalledWith('');
    await expect.element(field).toHaveValue('');
    expect(page.getByText(word(NO_DATE)).elements()).toEqual([]);
  });

  it('is what its owner says, once nobody types', async () => {
    const { page, field } = await dateField();
    await field.fill('1-5-2021');
    await page.getByRole('button', { name: 'leap' }).click();
    await expect.element(field).toHaveValue(word(['29-2-2020', '29 Feb 2020']));
  });

  it('is chosen from the calendar by the keyboard, where a month later ends with a shorter month', async () => {
    const { page, field, onDate } = await dateField('2019-01-31');
    page
      .getByRole('button', { name: word(OPEN) })
      .element()
      .focus();
    await userEvent.keyboard('{Enter}');
    const grid = page.getByRole('grid');
    const day = (name: Word) => grid.getByRole('button', { name: word(name), exact: true });
    await expect.element(day(['31 januari 2019', '31 January 2019'])).toHaveFocus();
    await userEvent.keyboard('{PageDown}');
    await expect.element(day(['28 februari 2019', '28 February 2019'])).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(day(['7 maart 2019', '7 March 2019'])).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(day(['4 maart 2019', '4 March 2019'])).toHaveFocus();
    await userEvent.keyboard('{Shift>}{PageDown}{/Shift}');
    await expect.element(day(['4 maart 2020', '4 March 2020'])).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveValue(word(['4-3-2020', '4 Mar 2020']));
    expect(onDate.mock.calls).toEqual([['2020-03-04']]);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('is left as it was by closing the calendar, from where one goes on', async () => {
    const { page, field, onDate } = await dateField('2019-01-31');
    const button = page.getByRole('button', { name: word(OPEN) });
    await button.click();
    const step = page.getByRole('button', { name: word(['Volgend jaar', 'Next year']) });
    await step.click();
    await expect
      .element(page.getByText(word(['januari 2020', 'January 2020']), { exact: true }))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
    await expect.element(field).toHaveValue(word(['31-1-2019', '31 Jan 2019']));
    expect(onDate).not.toHaveBeenCalled();
  });
});
