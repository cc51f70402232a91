import { MenuItem, TextField } from '@mui/material';
import type { Schemas } from '@fieldlab/api-client';
import { useNotify } from 'react-admin';
import { useNames, useT } from '../i18n/use-t';
import { useOwnStart, useSavedViews, useViewActions } from '../providers/saved-views';
import type { SavedView } from '../providers/view-path';
import { useAttempt } from '../ui/use-attempt';

/** Where one comes in after signing in. */
export function StartChoice() {
  const t = useT();
  const notify = useNotify();
  const nameOf = useNameOfView();
  const { data: start } = useOwnStart();
  const { data: views } = useSavedViews();
  const { startHere } = useViewActions();
  const { isBusy, attempt } = useAttempt();
  const choose = async (value: string): Promise<void> => {
    if (await attempt(() => startHere(choiceOf(value)))) notify(t('views.startSaved'));
  };
  const known = views?.data ?? [];
  const chosen = start && known.find(({ id }) => id === start.viewId);
  const value = start?.choice === 'VIEW' ? (chosen?.id ?? 'ROLE') : (start?.choice ?? 'ROLE');
  const roleStart = start?.roleView ? nameOf(start.roleView) : t('dashboard.title');
  return (
    <TextField
      select
      label={t('views.start')}
      value={value}
      disabled={isBusy || !start || !views}
      helperText={t('views.startHelp')}
      onChange={(event) => void choose(event.target.value)}
      sx={{ width: 420, maxWidth: '100%' }}
    >
      <MenuItem value="ROLE">{t('views.asMyRole', { name: roleStart })}</MenuItem>
      <MenuItem value="OVERVIEW">{t('dashboard.title')}</MenuItem>
      {known.map((view) => (
        <MenuItem key={view.id} value={view.id}>
          {nameOf(view)}
        </MenuItem>
      ))}
    </TextField>
  );
}

const choiceOf = (value: string): Schemas['OwnStartPatch'] =>
  value === 'ROLE' || value === 'OVERVIEW'
    ? { choice: value, viewId: null }
    : { choice: 'VIEW', viewId: value };

function useNameOfView(): (view: SavedView) => string {
  const t = useT();
  const { many } = useNames();
  return ({ resource, name }) =>
    `${resource === 'overview' ? t('dashboard.title') : many(resource)}: ${name}`;
}
