import { Box } from '@mui/material';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { Note } from '../../providers/records';
import { today } from '../../providers/today';

/** When something is to be followed up, or was. */
export function DueText({ note: { dueOn, doneOn } }: { note: Note }) {
  const t = useT();
  const { date } = useFormat();
  if (dueOn === null) return null;
  if (doneOn !== null) return <>{t('people.done', { date: date(doneOn) })}</>;
  const isLate = dueOn <= today();
  return (
    <Box component="span" sx={{ color: isLate ? 'warning.main' : 'inherit' }}>
      {t(dueOn < today() ? 'people.overdue' : 'people.due', { date: date(dueOn) })}
    </Box>
  );
}
