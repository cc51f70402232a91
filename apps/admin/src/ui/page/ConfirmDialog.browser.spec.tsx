import { TextField } from '@mui/material';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Word } from '../../../../../tests/support/browser-reader';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { ConfirmDialog } from './ConfirmDialog';
import { DeleteDialog } from './DeleteDialog';

describe.each(READINGS)('a dialog that asks, in $language', (reading) => {
  const word = wordIn(reading);
  const STAY: Word = ['Hier blijven', 'Stay here'];
  const LEAVE: Word = ['Weggaan', 'Leave'];
  const REASON: Word = ['Reden (komt in de geschiedenis)', 'Reason (kept in the history)'];

  /** A dialog that closes, within a form that is not to be sent by it. */
  const deleting = async (isBusy = false) => {
    const [onConfirm, onSubmit] = [vi.fn(), vi.fn()];
    const Asker = () => {
      const [isOpen, setOpen] = useState(true);
      return (
        <form onSubmit={onSubmit}>
          {isOpen && <DeleteDialog title="Weg?" {...{ isBusy, onConfirm }} onClose={() => setOpen(false)} />}
        </form>
      );
    };
    const { page } = await rendered(<Asker />, reading);
    const button = (name: Word) => page.getByRole('button', { name: word(name), exact: true });
    const dialog = page.getByRole('dialog', { name: 'Weg?' });
    return { page, dialog, button, reason: page.getByLabelText(word(REASON)), onConfirm, onSubmit };
  };

  it('does what it asks for with the reason, and sends no form around it', async () => {
    const { button, reason, onConfirm, onSubmit } = await deleting();
    await expect.element(reason).toHaveFocus();
    await reason.fill('Dubbel');
    await button(['Verwijderen', 'Delete']).click();
    expect(onConfirm.mock.calls).toEqual([['Dubbel']]);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it.each(['key', 'button'])('closes at once by the %s while nothing was typed', async (way) => {
    const { dialog, button, onConfirm } = await deleting();
    await expect.element(dialog).toBeVisible();
    if (way === 'key') await userEvent.keyboard('{Escape}');
    else await button(['Annuleren', 'Cancel']).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('does not lose a sentence by a slip', async () => {
    const { dialog, button, reason } = await deleting();
    await reason.fill('Dubbel ingevoerd');
    await userEvent.keyboard('{Escape}');
    await button(STAY).click();
    await expect.element(button(STAY)).not.toBeInTheDocument();
    await expect.element(reason).toHaveValue('Dubbel ingevoerd');
    await userEvent.keyboard('{Escape}');
    await button(LEAVE).click();
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('goes on at what is wrong in it, once the answer is there', async () => {
    const asking = (isBusy: boolean) => (
      <ConfirmDialog title="Weg?" text="" action="Ja" {...{ isBusy, onConfirm: vi.fn(), onClose: vi.fn() }}>
        <TextField label="Goed" />
        <TextField label="Fout" error={!isBusy} />
      </ConfirmDialog>
    );
    const Answered = () => {
      const [isBusy, setBusy] = useState(true);
      return <div onKeyDown={() => setBusy(false)}>{asking(isBusy)}</div>;
    };
    const { page } = await rendered(<Answered />, reading);
    await expect.element(page.getByRole('button', { name: 'Ja' })).toBeDisabled();
    await page.getByLabelText('Goed').click();
    await userEvent.keyboard('x');
    await expect.element(page.getByLabelText('Fout')).toHaveFocus();
  });
});
