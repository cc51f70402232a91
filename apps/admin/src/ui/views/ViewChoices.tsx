import {
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  FormGroup,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { isAllowed, LONGEST_VIEW_NAME, ROLES, VIEWED_RESOURCES } from '@fieldlab/domain';
import { useNotify } from 'react-admin';
import { useId, useState } from 'react';
import { capitalised, useT, useWords } from '../../i18n/use-t';
import { useOwnStart, useViewActions } from '../../providers/saved-views';
import type { SavedView } from '../../providers/view-path';
import { useOfferUndo } from '../bulk/use-bulk-action';
import { useAttempt } from '../use-attempt';
import { useMay } from '../use-may';
import type { ViewLineProps } from './views-props';

/** What can be done with a view, by whose it is and what one may. */
export function ViewChoices({ view, isOwn, state }: ViewLineProps) {
  const may = useMay();
  return (
    <Box sx={{ px: 4, pb: 3, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 2 }}>
      {isOwn && <Naming view={view} />}
      {(isOwn || may('saved-views', 'delete')) && <Sharing view={view} isOwn={isOwn} />}
      {view.isShared && may('role-starts', 'edit') && <RolesThatStartHere view={view} />}
      <Deeds view={view} isOwn={isOwn} state={state} />
    </Box>
  );
}

function Naming({ view }: { view: SavedView }) {
  const t = useT();
  const { change } = useViewActions();
  const { isBusy, attempt } = useAttempt();
  const [name, setName] = useState(view.name);
  const called = name.trim();
  return (
    <Box
      component="form"
      sx={{ display: 'flex', gap: 2, width: '100%', pt: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(() => change(view, { name: called }));
      }}
    >
      <TextField
        fullWidth
        label={t('views.otherName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: LONGEST_VIEW_NAME } }}
      />
      <Button type="submit" loading={isBusy} disabled={called === '' || called === view.name}>
        {t('views.rename')}
      </Button>
    </Box>
  );
}

/** Of a colleague's view an administrator can only end it: who keeps it says whether it is shared. */
function Sharing({ view, isOwn }: Pick<ViewLineProps, 'view' | 'isOwn'>) {
  const t = useT();
  const { change } = useViewActions();
  const { isBusy, attempt } = useAttempt();
  if (!isOwn && !view.isShared) return null;
  return (
    <FormControlLabel
      disabled={isBusy}
      control={
        <Switch
          checked={view.isShared}
          onChange={(_event, isShared) => void attempt(() => change(view, { isShared }))}
        />
      }
      label={t('views.share')}
    />
  );
}

function RolesThatStartHere({ view }: { view: SavedView }) {
  const t = useT();
  const words = useWords();
  const id = useId();
  const { startRoleAt } = useViewActions();
  const { isBusy, attempt } = useAttempt();
  const readers = ROLES.filter((role) => isAllowed(role, VIEWED_RESOURCES[view.resource]));
  return (
    <div>
      <Typography variant="body2" id={id} sx={{ fontWeight: 600 }}>
        {t('views.startsHere')}
      </Typography>
      <FormGroup row aria-labelledby={id}>
        {readers.map((role) => (
          <FormControlLabel
            key={role}
            disabled={isBusy}
            control={
              <Checkbox
                size="small"
                checked={view.startOf.includes(role)}
                onChange={(_event, on) => void attempt(() => startRoleAt(role, on ? view.id : null))}
              />
            }
            label={capitalised(words.role[role])}
          />
        ))}
      </FormGroup>
    </div>
  );
}

function Deeds({ view, isOwn, state }: Pick<ViewLineProps, 'view' | 'isOwn' | 'state'>) {
  const t = useT();
  const may = useMay();
  const notify = useNotify();
  const offerUndo = useOfferUndo();
  const { data: start } = useOwnStart();
  const { change, remove, restore, startHere } = useViewActions();
  const { isBusy, attempt } = useAttempt();
  const { name } = view;
  const isStart = start?.choice === 'VIEW' && start.viewId === view.id;
  const choose = (): Promise<unknown> =>
    startHere(isStart ? { choice: 'ROLE', viewId: null } : { choice: 'VIEW', viewId: view.id });
  const update = async (): Promise<void> => {
    if (await attempt(() => change(view, { state: state() }))) notify(t('views.kept', { name }));
  };
  const takeAway = async (): Promise<void> => {
    if (!(await attempt(() => remove(view)))) return;
    const undos = [() => restore(view)];
    offerUndo(t('views.removed', { name }), { undos, undone: t('register.record.undone') });
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', ml: -2 }}>
      <Button size="small" disabled={isBusy} onClick={() => void attempt(choose)}>
        {t(isStart ? 'views.notMyStart' : 'views.myStart')}
      </Button>
      {isOwn && (
        <Button size="small" disabled={isBusy} onClick={() => void update()}>
          {t('views.update')}
        </Button>
      )}
      {(isOwn || may('saved-views', 'delete')) && (
        <Button size="small" color="error" disabled={isBusy} onClick={() => void takeAway()}>
          {t('views.remove')}
        </Button>
      )}
    </Box>
  );
}
