import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useNotify, useRedirect, useRefresh, type RaRecord } from 'react-admin';
import { useNames, useT } from '../../i18n/use-t';
import type { RegisterProvider } from '../../providers/data-provider';
import { apart, changesOf } from '../../providers/list-query';
import type { Versioned } from '../../providers/records';
import { ValueText } from '../history/ValueText';
import { useErrorText } from '../use-error-text';
import { useSavedNotice } from './use-saved-notice';

export interface Conflict {
  yours: object;
  /** As it was when the form was opened. */
  original: RaRecord<string> & Versioned;
}

interface ConflictDialogProps {
  resource: string;
  conflict: Conflict;
  onClose: () => void;
  /** Where to go on once it is decided; without it, to the record's own page. */
  onDecided?: () => void;
}

/** Somebody else saved first: both versions side by side, and a way on. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { resource, onClose } = props;
  const t = useT();
  const { theirs, who, mine, keepMine, takeTheirs, isSaving } = useConflict(props);
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth>
      <DialogTitle>{t('register.conflict.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 4 }}>{t('register.conflict.text', { name: who })}</DialogContentText>
        {theirs && <Differences resource={resource} mine={mine} theirs={theirs} />}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 2, p: 4 }}>
        <Button color="inherit" onClick={onClose}>
          {t('register.conflict.back')}
        </Button>
        <Button variant="outlined" onClick={takeTheirs}>
          {t('register.conflict.takeTheirs')}
        </Button>
        <Button variant="contained" onClick={() => void keepMine()} disabled={!theirs} loading={isSaving}>
          {t('register.conflict.keepMine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useConflict({ resource, conflict, onClose, onDecided }: ConflictDialogProps) {
  const t = useT();
  const say = useSavedNotice(resource);
  const notify = useNotify();
  const errorText = useErrorText();
  const redirect = useRedirect();
  const refresh = useRefresh();
  const provider = useDataProvider<RegisterProvider>();
  const { id } = conflict.original;
  const { data, isFetching } = useQuery({
    queryKey: ['conflict', resource, id, conflict.original.version],
    queryFn: async () => {
      const [one, history] = await Promise.all([
        provider.getOne(resource, { id }),
        // Not everything keeps a history; what changed is told without it as well.
        provider.history(resource, id).catch(() => undefined),
      ]);
      return { theirs: one.data as RaRecord<string> & Versioned, who: history?.data[0]?.actor.name };
    },
  });
  const mine = changesOf(conflict.yours, conflict.original);
  const leave = (): void => {
    onClose();
    refresh();
    if (onDecided) onDecided();
    else redirect('show', resource, id);
  };
  const keepMine = async (): Promise<void> => {
    if (!data) return;
    const change = { id, data: { ...data.theirs, ...mine }, previousData: data.theirs };
    try {
      const { data: now } = await provider.update<typeof data.theirs>(resource, change);
      leave();
      say(now, { before: data.theirs, sent: mine });
    } catch (error) {
      // What was typed is still in the form below.
      onClose();
      notify(errorText(error), { type: 'error' });
    }
  };
  const who = data?.who ?? t('register.conflict.someone');
  return { theirs: data?.theirs, who, mine, keepMine, takeTheirs: leave, isSaving: isFetching };
}

function Differences({
  resource,
  mine,
  theirs,
}: {
  resource: string;
  mine: Record<string, unknown>;
  theirs: RaRecord<string>;
}) {
  const t = useT();
  const { field } = useNames();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{t('register.conflict.field')}</TableCell>
          <TableCell>{t('register.conflict.yours')}</TableCell>
          <TableCell>{t('register.conflict.theirs')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {Object.entries(apart(mine).record).map(([name, value]) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row">
              {field(resource, name)}
            </TableCell>
            <TableCell>
              <ValueText resource={resource} field={name} value={value} />
            </TableCell>
            <TableCell>
              <ValueText resource={resource} field={name} value={(theirs as Record<string, unknown>)[name]} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
