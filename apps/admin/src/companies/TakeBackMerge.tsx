import { FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNames, useT } from '../i18n/use-t';
import { refusalOf } from '../providers/http';
import { useDecisions, type Merge } from '../providers/duplicates';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useErrorText } from '../ui/use-error-text';

interface TakeBackMergeProps {
  merge: Merge;
  onClose: () => void;
}

/** Takes a merge back, once one says so; what was edited since, it asks about. */
export function TakeBackMerge({ merge, onClose }: TakeBackMergeProps) {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const { takeBack } = useDecisions();
  const [isBusy, setBusy] = useState(false);
  const [edited, setEdited] = useState<readonly string[]>();
  const [choice, setChoice] = useState<'keep' | 'restore'>('keep');
  const perform = async (): Promise<void> => {
    setBusy(true);
    try {
      await takeBack(merge, edited && choice);
      notify(t('duplicates.tookBack', { company: merge.mergedName }));
      onClose();
    } catch (error) {
      const { code, about } = refusalOf(error);
      if (code === 'EDITED_SINCE_MERGE') setEdited(about.companyFields?.split(' ') ?? []);
      else {
        notify(errorText(error), { type: 'error' });
        onClose();
      }
    } finally {
      setBusy(false);
    }
  };
  const shared = { isBusy, onClose, onConfirm: () => void perform(), action: t('duplicates.takeBack') };
  if (!edited) {
    return (
      <ConfirmDialog
        {...shared}
        title={t('duplicates.takeBackOf', { company: merge.mergedName })}
        text={t('duplicates.takeBackText', { company: merge.mergedName })}
      />
    );
  }
  return <AskAboutEdited {...shared} {...{ edited, choice }} onChoose={setChoice} />;
}

interface AskAboutEditedProps {
  edited: readonly string[];
  choice: 'keep' | 'restore';
  onChoose: (choice: 'keep' | 'restore') => void;
  isBusy: boolean;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** What cannot be split by itself, and the two ways to go on. */
function AskAboutEdited({ edited, choice, onChoose, ...dialog }: AskAboutEditedProps) {
  const t = useT();
  const { field } = useNames();
  const fields = edited.map((name) => field('companies', name).toLowerCase()).join(', ');
  return (
    <ConfirmDialog
      {...dialog}
      title={t('duplicates.editedTitle')}
      text={t('duplicates.editedText', { fields })}
    >
      <RadioGroup
        aria-label={t('duplicates.editedTitle')}
        value={choice}
        onChange={(_, value) => onChoose(value === 'restore' ? 'restore' : 'keep')}
      >
        <FormControlLabel value="keep" control={<Radio />} label={t('duplicates.keep')} />
        <FormControlLabel value="restore" control={<Radio />} label={t('duplicates.restore')} />
      </RadioGroup>
    </ConfirmDialog>
  );
}
