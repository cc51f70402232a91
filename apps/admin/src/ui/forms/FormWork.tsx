import { useEffect, useState } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { readDraft } from '../../providers/drafts';
import { DraftNotice } from './DraftNotice';
import { LeaveGuard } from './LeaveGuard';
import type { TypedWork } from './typed-work';

/** What is typed in the form around it: kept over a reload, and not left without being asked. */
export function FormWork({ work }: { work: TypedWork }) {
  const { getValues, reset } = useFormContext();
  const { dirtyFields, isReady, isSubmitting } = useFormState();
  const wasKept = useRestored(work.place, isReady);
  // Drawn again at every change, and so kept at every change.
  useWatch();
  const names = Object.keys(dirtyFields);
  useEffect(() => {
    if (isReady) work.hold(Object.fromEntries(names.map((name) => [name, getValues(name) as unknown])));
  });
  const isHeld = names.length > 0;
  return (
    <>
      <LeaveGuard
        isHeld={isHeld}
        isSaving={isSubmitting}
        isSaved={() => !work.isHeld}
        onLeave={() => work.end()}
      />
      {wasKept && isHeld && <DraftNotice onRestart={() => reset()} />}
    </>
  );
}

/** Puts back what was kept, once the form has set itself to its record. @returns whether there was anything */
function useRestored(place: string, isReady: boolean): boolean {
  const { setValue } = useFormContext();
  const [kept] = useState(() => readDraft<Record<string, unknown>>(place));
  useEffect(() => {
    if (!isReady) return;
    for (const [name, value] of Object.entries(kept ?? {})) setValue(name, value, { shouldDirty: true });
  }, [isReady, kept, setValue]);
  return kept !== undefined;
}
