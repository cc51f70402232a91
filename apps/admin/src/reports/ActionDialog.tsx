import { Checkbox, FormControlLabel, TextField } from '@mui/material';
import { shownNumbers, typedNumbers, type ReportAction } from '@fieldlab/domain';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Report } from '../providers/reports';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';

interface ActionDialogProps {
  report: Report;
  action: ReportAction;
  isBusy: boolean;
  onConfirm: (body: object | undefined) => void;
  onClose: () => void;
}

/** Says what an action does, and asks for what it needs: a remark, a reason, or word that typed numbers are right. */
export function ActionDialog({ report, action, isBusy, onConfirm, onClose }: ActionDialogProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [isVouched, setVouched] = useState(false);
  const typed = action === 'approve' ? typedNumbers(report.text) : [];
  const asked = action === 'return' ? 'remark' : action === 'revise' ? 'reason' : undefined;
  const isReady = (asked === undefined || text.trim() !== '') && (typed.length === 0 || isVouched);
  const body = (): object | undefined => {
    if (asked !== undefined) return { [asked]: text.trim() };
    return typed.length > 0 ? { confirmTypedNumbers: true } : undefined;
  };
  return (
    <ConfirmDialog
      title={t(`reports.actions.${action}`)}
      text={t(`reports.ask.${action}`)}
      action={t(`reports.actions.${action}`)}
      isHarmless
      isBusy={isBusy}
      onConfirm={() => {
        if (isReady) onConfirm(body());
      }}
      onClose={onClose}
    >
      {asked !== undefined && (
        <TextField
          label={t(`reports.ask.${asked}`)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
          fullWidth
          multiline
          minRows={2}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
      {typed.length > 0 && (
        <>
          <span>{t('reports.ask.typed', { numbers: shownNumbers(typed, ' · ') })}</span>
          <FormControlLabel
            control={<Checkbox checked={isVouched} onChange={(event) => setVouched(event.target.checked)} />}
            label={t('reports.ask.typedConfirm')}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
