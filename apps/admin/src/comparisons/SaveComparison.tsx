import { Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import type { ComparedFigure, Comparison } from '../providers/comparisons';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { useUnmaking } from '../ui/forms/use-saved-notice';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';

/** Keeps the question, not its answer: the figures are computed anew whenever it is opened. */
export function SaveComparison({ chain, title: proposed }: { chain: ComparedFigure[]; title: string }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('comparing.save')}
      </Button>
      {isAsking && <Asking chain={chain} proposed={proposed} onClose={() => setAsking(false)} />}
    </>
  );
}

function Asking({
  chain,
  proposed,
  onClose,
}: {
  chain: ComparedFigure[];
  proposed: string;
  onClose: () => void;
}) {
  const t = useT();
  const navigate = useNavigate();
  const offerUndo = useOfferUndo();
  const unmake = useUnmaking('comparisons');
  const [title, setTitle] = useState(proposed);
  const { isBusy, attempt } = useAttempt();
  const save = async (): Promise<void> => {
    const body = { title: title.trim(), chains: [chain] };
    const made = await request<Comparison>('POST', '/comparisons', { body });
    await navigate(`/comparisons/${made.id}`);
    offerUndo(t('comparing.saved'), { undos: [() => unmake(made)] });
  };
  return (
    <ConfirmDialog
      title={t('comparing.saveTitle')}
      text={t('comparing.saveText')}
      action={t('register.form.save')}
      isHarmless
      isBusy={isBusy}
      onConfirm={() => void (title.trim() !== '' && attempt(save))}
      onClose={onClose}
    >
      <TitleField title={title} onChange={setTitle} />
    </ConfirmDialog>
  );
}

function TitleField({ title, onChange }: { title: string; onChange: (title: string) => void }) {
  const t = useT();
  const isEmpty = title.trim() === '';
  return (
    <TextField
      label={t('comparing.name')}
      value={title}
      required
      fullWidth
      multiline
      onChange={(event) => onChange(event.target.value)}
      error={isEmpty}
      helperText={isEmpty ? t('register.form.required') : ''}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
