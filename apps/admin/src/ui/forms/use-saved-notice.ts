import { useDataProvider, useNotify, useRedirect, type RaRecord } from 'react-admin';
import { useT } from '../../i18n/use-t';
import type { RegisterProvider } from '../../providers/data-provider';
import { apart } from '../../providers/list-query';
import type { Versioned } from '../../providers/records';
import { useOfferUndo } from '../bulk/use-bulk-action';
import { restored } from './restored';

type Saved = RaRecord<string> & Versioned;

/** A change of a record: what it was before, and what the form sent. */
export interface Change<T> {
  before: T;
  sent: object;
}

/** Says that a record was saved, and offers to take that back: what was made goes, what was changed is as before. */
export function useSavedNotice(resource: string): <T extends Saved>(now: T, change?: Change<T>) => void {
  const t = useT();
  const notify = useNotify();
  const offerUndo = useOfferUndo();
  const unmake = useUnmaking(resource);
  const unchange = useUnchanging(resource);
  return (now, change) => {
    const said = t('register.record.saved');
    // A form that was sent as it was changed nothing that could be taken back.
    if (change?.before.version === now.version) notify(said);
    else offerUndo(said, { undos: [() => (change ? unchange(now, change) : unmake(now))] });
  };
}

/** Deletes what was made. */
export function useUnmaking(resource: string): (made: Versioned) => Promise<void> {
  const query = useUndoQuery();
  const redirect = useRedirect();
  const provider = useDataProvider<RegisterProvider>();
  return async (made) => {
    await provider.delete(resource, { id: made.id, previousData: made, meta: { query } });
    // Its own page has nothing to show any more.
    if (location.pathname.includes(made.id)) redirect('list', resource);
  };
}

function useUnchanging(resource: string): <T extends Saved>(now: T, change: Change<T>) => Promise<unknown> {
  const query = useUndoQuery();
  const provider = useDataProvider<RegisterProvider>();
  return (now, { before, sent }) =>
    // What holds from a day on began a period, which goes as a whole.
    'effectiveOn' in apart(sent).about
      ? provider.undoChange(resource, now, query)
      : provider.update(resource, {
          id: now.id,
          data: restored(now, before),
          previousData: now,
          meta: { query },
        });
}

/** Why it is written again, as the history tells it. */
function useUndoQuery(): { reason: string } {
  const t = useT();
  return { reason: t('register.bulk.undoReason') };
}
