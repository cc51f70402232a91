import { Box, Button, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { LONGEST_VIEW_NAME } from '@fieldlab/domain';
import { useNotify } from 'react-admin';
import { useState, type SyntheticEvent } from 'react';
import { useT } from '../../i18n/use-t';
import { useViewActions } from '../../providers/saved-views';
import type { SavedView } from '../../providers/view-path';
import { useAttempt } from '../use-attempt';
import type { SavedViewsProps } from './views-props';

interface KeepViewProps extends SavedViewsProps {
  own: readonly SavedView[];
  onClose: () => void;
}

/** Keeps what is on screen under a name; under the name of one's own view in that view's place. */
export function KeepView({ resource, state, own, onClose }: KeepViewProps) {
  const t = useT();
  const notify = useNotify();
  const actions = useViewActions();
  const { isBusy, attempt } = useAttempt();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const called = name.trim();
  const before = own.find((view) => view.name.toLowerCase() === called.toLowerCase());
  const keep = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const isKept = await attempt(() =>
      before
        ? actions.change(before, { state: state(), ...(isShared && { isShared }) })
        : actions.keep({ resource, name: called, state: state(), isShared }),
    );
    if (!isKept) return;
    notify(t('views.kept', { name: called }));
    onClose();
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => void keep(event)}
      sx={{ borderTop: 1, borderColor: 'divider', p: 4, display: 'flex', flexDirection: 'column', gap: 2 }}
    >
      <TextField
        fullWidth
        label={t('views.name')}
        value={name}
        helperText={before && t('views.replaces')}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: LONGEST_VIEW_NAME } }}
      />
      <FormControlLabel
        control={<Checkbox checked={isShared} onChange={(_event, on) => setShared(on)} />}
        label={t('views.share')}
      />
      <Button type="submit" variant="outlined" loading={isBusy} disabled={called === ''}>
        {t('views.keep')}
      </Button>
    </Box>
  );
}
