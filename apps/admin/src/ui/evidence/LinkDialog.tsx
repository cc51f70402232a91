import { TextField } from '@mui/material';
import { useState } from 'react';
import { useNames, useT } from '../../i18n/use-t';
import { attachLink, type Evidenced } from '../../providers/evidence';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { useErrorText } from '../use-error-text';
import { useAttached } from './use-attaching';

/** Adds a link as evidence. */
export function LinkDialog({ of, onClose }: { of: Evidenced; onClose: () => void }) {
  const t = useT();
  const { field } = useNames();
  const why = useErrorText();
  const attached = useAttached();
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    setBusy(true);
    try {
      attached(await attachLink(of, { url, title }));
      onClose();
    } catch (error) {
      setFault(why(error));
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      title={t('evidence.addLink')}
      text={t('evidence.linkHelp')}
      action={t('evidence.add')}
      isBusy={isBusy}
      isHarmless
      onConfirm={() => void add()}
      onClose={onClose}
    >
      <TextField
        label={field('evidence', 'url')}
        type="url"
        value={url}
        required
        autoFocus
        error={fault !== undefined}
        helperText={fault}
        onChange={({ target }) => setUrl(target.value)}
      />
      <TextField
        label={field('evidence', 'title')}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
    </ConfirmDialog>
  );
}
