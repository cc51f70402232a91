import { Alert, Box, Button, Typography } from '@mui/material';
import { useGetOne } from 'react-admin';
import { useT } from '../i18n/use-t';
import type { Activity, Centre } from '../providers/records';
import { TypeChoice } from './TypeChoice';
import { targetOf, type Firms } from './use-firms';
import { lineKey } from './lines';
import type { PastedList } from './use-list';
import type { Saving } from './use-saving';

interface SaveBarProps {
  list: PastedList;
  firms: Firms;
  saving: Saving;
}

/** What saving will do, or what it still waits for; always in sight. */
export function SaveBar({ list, firms, saving }: SaveBarProps) {
  const t = useT();
  const waitsFor = useWaitsFor(list, firms);
  const name = useListName(list);
  const count = firms.rows.length;
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: { xs: 60, md: 0 },
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
        py: 3,
        mt: 3,
        display: 'grid',
        gap: 2,
      }}
    >
      {saving.failure !== '' && (
        <Alert severity="error" role="alert">
          {saving.failure}
        </Alert>
      )}
      <Typography role="status">{waitsFor || <Summary firms={firms} />}</Typography>
      <TypeOfRest list={list} firms={firms} />
      <Box>
        <Button
          variant="contained"
          disabled={waitsFor !== '' || count === 0}
          loading={saving.isBusy}
          onClick={() => void saving.save(name, firms.rows)}
        >
          {t('pasting.save', { smart_count: count })}
        </Button>
      </Box>
    </Box>
  );
}

function Summary({ firms: { rows, firms } }: { firms: Firms }) {
  const t = useT();
  const made = rows.filter(({ row }) => row.newCompany !== undefined).length;
  const parts = [
    t('pasting.willWrite', { smart_count: rows.length }),
    made > 0 && t('pasting.willMake', { smart_count: made }),
    firms.length > rows.length && t('pasting.thereAlready', { smart_count: firms.length - rows.length }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

/** One answer for all new companies of which nobody said yet what they are: in most lists they are alike. */
function TypeOfRest({ list, firms: { untyped } }: Pick<SaveBarProps, 'list' | 'firms'>) {
  const t = useT();
  if (untyped.length < 2) return null;
  const label = t('pasting.typeOfRest', { smart_count: untyped.length });
  return (
    <Box component="label" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
      <span aria-hidden>{label}</span>
      <TypeChoice
        label={label}
        value={undefined}
        onChoose={(organisationType) => {
          const lines = untyped.flatMap((firm) => firm.lines);
          const choices = lines.map((line) => [lineKey(line), { kind: 'new', organisationType }] as const);
          list.set({ choices: { ...list.draft.choices, ...Object.fromEntries(choices) } });
        }}
      />
    </Box>
  );
}

/** What has to be done first; nothing is an empty text. */
function useWaitsFor({ draft, lines }: PastedList, { read, untyped, isSearching }: Firms): string {
  const t = useT();
  if (targetOf(draft) === undefined)
    return t(draft.kind === 'attendances' ? 'pasting.chooseActivity' : 'logging.chooseCentre');
  if (isSearching) return t('pasting.searching');
  const doubts = read.filter(({ meaning }) => meaning.kind === 'doubt').length;
  if (doubts > 0) return t('pasting.doubtsLeft', { smart_count: doubts });
  const skipped = new Set(read.flatMap(({ line, meaning }) => (meaning.kind === 'skip' ? [line.row] : [])));
  const faulty = lines.filter(({ row, faults }) => faults.length > 0 && !skipped.has(row)).length;
  if (faulty > 0) return t('pasting.faultsLeft', { smart_count: faulty });
  return untyped.length > 0 ? t('pasting.typesLeft', { smart_count: untyped.length }) : '';
}

/** What the list is called among the imports: where it went. */
function useListName({ draft: { kind, centreId, activityId } }: PastedList): string {
  const t = useT();
  const isActivity = kind === 'attendances' && activityId !== null;
  const { data: activity } = useGetOne<Activity>(
    'activities',
    { id: activityId ?? '' },
    { enabled: isActivity },
  );
  const { data: centre } = useGetOne<Centre>(
    'centres',
    { id: centreId ?? '' },
    { enabled: centreId !== null },
  );
  return t('pasting.listName', { name: (isActivity ? activity?.title : centre?.name) ?? '' }).slice(0, 200);
}
