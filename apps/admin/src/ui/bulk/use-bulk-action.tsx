import { useCloseNotification, useNotify, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { askingOnce } from '../../providers/reason';
import { useWhy } from '../use-error-text';
import { inTurn, NotPutBack, takeBack, type Outcome, type Turn } from './in-turn';
import { UndoAlert } from './UndoAlert';

interface BulkAction<T> {
  records: readonly T[];
  turn: Turn<T>;
  /** What was done, of so many. */
  said: (count: number) => string;
}

/** Does something to records, one or many, and offers to take it back as long as all of it went well. */
export function useBulkAction(): {
  isBusy: boolean;
  perform: <T>(action: BulkAction<T>) => Promise<Outcome<T>>;
} {
  const offerUndo = useOfferUndo();
  const refresh = useRefresh();
  const [isBusy, setBusy] = useState(false);
  const perform = async <T,>({ records, turn, said }: BulkAction<T>): Promise<Outcome<T>> => {
    setBusy(true);
    try {
      const outcome = await askingOnce(() => inTurn(records, turn));
      if (outcome.refused.length === 0) offerUndo(said(outcome.undos.length), outcome);
      return outcome;
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return { isBusy, perform };
}

interface Undoable extends Pick<Outcome<unknown>, 'undos'> {
  /** What is said once it is taken back; without it, of how many rows it was. */
  undone?: string;
}

/** Says what was done, and offers to take it back. */
export function useOfferUndo(): (said: string, done: Undoable) => void {
  const notify = useNotify();
  return (said, done) => notify(<UndoNotice done={done} text={said} />, { autoHideDuration: 12_000 });
}

function UndoNotice({ done, text }: { done: Undoable; text: string }) {
  const close = useCloseNotification();
  const undo = useUndo();
  const takeItBack = (): void => {
    close();
    void undo(done);
  };
  return <UndoAlert text={text} onUndo={takeItBack} />;
}

/** Takes a action back on the server, and says what came of it. */
export function useUndo(): (done: Undoable) => Promise<void> {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefresh();
  const why = useWhy();
  return async ({ undos, undone }) => {
    const { done, errors } = await askingOnce(() => takeBack({ undos }));
    refresh();
    const said = done > 0 ? [undone ?? t('register.bulk.undone', { smart_count: done })] : [];
    if (errors.length === 0) {
      notify(said.join(' '));
      return;
    }
    const failed = t('register.bulk.notUndone', { smart_count: errors.length, why: whyNot(errors, why) });
    notify([...said, failed].join(' '), { type: 'error' });
  };
}

const MOST_NAMED = 5;

/** Why some were not put back: by name where they have one, else what the first of them said. */
function whyNot(errors: readonly unknown[], why: (error: unknown) => string): string {
  const named = errors.filter((error) => error instanceof NotPutBack);
  if (named.length === 0) return why(errors[0]);
  return named
    .slice(0, MOST_NAMED)
    .map(({ record, reason }) => `${record}: ${why(reason)}`)
    .join(' ');
}
