import { Alert, Button, Stack } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import type { WrittenList } from '../providers/lists';
import { useUndoImport } from '../ui/use-undo-import';
import type { ListDraft } from './draft';

interface WrittenProps {
  written: WrittenList;
  draft: ListDraft;
  onAgain: () => void;
}

/** What came of the list, and the ways on: look, paste another, or take it back. */
export function Written({ written, draft, onAgain }: WrittenProps) {
  const t = useT();
  const undoImport = useUndoImport();
  const [isUndone, setUndone] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const undo = async (): Promise<void> => {
    setBusy(true);
    setUndone(await undoImport(written.id));
    setBusy(false);
  };
  const created = (sheet: string): number => written.counts[sheet]?.created ?? 0;
  const parts = (['companies', 'participations', 'attendances'] as const)
    .filter((sheet) => created(sheet) > 0)
    .map((sheet) => t(`pasting.made.${sheet}`, { smart_count: created(sheet) }));
  const where =
    draft.kind === 'attendances' ? `/activities/${draft.activityId}/show` : `/centres/${draft.centreId}/show`;
  return (
    <>
      <Alert severity={isUndone ? 'info' : 'success'} role="status" sx={{ mb: 5, maxWidth: 880 }}>
        {isUndone ? t('imports.undone') : `${t('pasting.done')} ${parts.join(', ')}.`}
      </Alert>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
        <Button variant="contained" component={Link} to={where}>
          {t(draft.kind === 'attendances' ? 'pasting.toActivity' : 'pasting.toCentre')}
        </Button>
        <Button variant="outlined" onClick={onAgain}>
          {t('pasting.again')}
        </Button>
        {!isUndone && (
          <Button variant="outlined" loading={isBusy} onClick={() => void undo()}>
            {t('register.record.undo')}
          </Button>
        )}
      </Stack>
    </>
  );
}
