import { Button, MenuItem, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { PARTICIPATION_LEVELS, type ParticipationLevel } from '@fieldlab/domain';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { capitalised, useT, useWords } from '../i18n/use-t';
import { undoImport, writeList } from '../providers/lists';
import type { Activity } from '../providers/records';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { useAttempt } from '../ui/use-attempt';
import { useNewcomers } from './use-newcomers';

/** Who came takes part: one action logs it for every company that does not take part there yet. */
export function LogAttendants({ activity }: { activity: Activity }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const newcomers = useNewcomers(activity);
  if (newcomers.length === 0) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('activities.logAttendants', { smart_count: newcomers.length })}
      </Button>
      {isOpen && <LevelDialog activity={activity} companyIds={newcomers} onClose={() => setOpen(false)} />}
    </>
  );
}

interface LevelDialogProps {
  activity: Activity;
  companyIds: readonly string[];
  onClose: () => void;
}

function LevelDialog({ activity, companyIds, onClose }: LevelDialogProps) {
  const t = useT();
  const words = useWords();
  const { date } = useFormat();
  const [level, setLevel] = useState<ParticipationLevel>('ENGAGED');
  const { save, isBusy } = useSaving(activity, companyIds, onClose);
  return (
    <ConfirmDialog
      title={t('activities.logTitle', { smart_count: companyIds.length })}
      text={t('activities.logText', { centre: activity.centreName, date: date(activity.heldOn) })}
      action={t('logging.save')}
      isHarmless
      isBusy={isBusy}
      onConfirm={() => void save(level)}
      onClose={onClose}
    >
      <TextField
        select
        label={t('logging.level')}
        value={level}
        helperText={t(`logging.levels.${level}`)}
        onChange={(event) => setLevel(event.target.value as ParticipationLevel)}
      >
        {PARTICIPATION_LEVELS.map((one) => (
          <MenuItem key={one} value={one}>
            {capitalised(words.level[one])}
          </MenuItem>
        ))}
      </TextField>
    </ConfirmDialog>
  );
}

function useSaving({ title, centreId, heldOn }: Activity, companyIds: readonly string[], done: () => void) {
  const t = useT();
  const offerUndo = useOfferUndo();
  const client = useQueryClient();
  const { isBusy, attempt } = useAttempt();
  const [key] = useState(() => crypto.randomUUID());
  const log = async (level: ParticipationLevel): Promise<void> => {
    const rows = companyIds.map((companyId) => ({
      companyId,
      participation: { centreId, level, startedOn: heldOn },
    }));
    const { id: list } = await writeList({ name: title, rows }, `${key}-${level}`);
    await client.invalidateQueries();
    const made = t('pasting.made.participations', { smart_count: rows.length });
    offerUndo(`${t('pasting.done')} ${made}.`, {
      undos: [() => undoImport(list)],
      undone: t('imports.undone'),
    });
    done();
  };
  const save = (level: ParticipationLevel): Promise<boolean> => attempt(() => log(level));
  return { save, isBusy };
}
