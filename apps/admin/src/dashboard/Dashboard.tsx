import { Box, Button, MenuItem, Stack, TextField } from '@mui/material';
import { useGetIdentity, usePermissions } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { mayDo } from '../providers/access';
import type { Permissions } from '../providers/auth-provider';
import { useProgramme } from '../providers/programme';
import { today } from '../providers/today';
import { FigureRow } from '../ui/charts/FigureRow';
import { DateField } from '../ui/dates/DateField';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { useIsPrinting } from '../ui/print/use-is-printing';
import { Attention } from './Attention';
import { Changes } from './Changes';
import { COMPARISONS, type Comparison } from './comparison';
import { FirstDoors } from './FirstDoors';
import { Headlines } from './Headlines';
import { LevelsPerYear } from './LevelsPerYear';
import { OverviewViews } from './OverviewViews';
import { OwnCentres } from './OwnCentres';
import { ProvinceMap } from './ProvinceMap';
import { Recent } from './Recent';
import { useDates } from './use-dates';
import { useOverview } from './use-overview';
import { usePreviousVisit } from './use-previous-visit';

/** The programme at a glance, by what the reader comes for; every number leads to what was counted. */
export function Dashboard() {
  const t = useT();
  const { date } = useFormat();
  const isPrinting = useIsPrinting();
  const programme = useProgramme();
  const { asOf, comparison, show } = useDates();
  return (
    <Page
      title={programme?.name ?? t('dashboard.title')}
      {...(isPrinting && { below: `${t('dashboard.asOf')} ${date(asOf)}` })}
      actions={
        <>
          <AsOf value={asOf} onChange={(date) => show({ asOf: date })} />
          <Compare value={comparison} onChange={(by) => show({ comparison: by })} />
          <OverviewViews asOf={asOf} comparison={comparison} />
        </>
      }
    >
      <Content asOf={asOf} comparison={comparison} />
    </Page>
  );
}

interface ContentProps {
  asOf: string;
  comparison: Comparison;
}

function Content(dates: ContentProps) {
  const { permissions } = usePermissions<Permissions | undefined>();
  const { data: identity } = useGetIdentity();
  return permissions && identity ? (
    <Overview {...dates} {...permissions} person={String(identity.id)} />
  ) : (
    <FigureRow figures={undefined} count={5} />
  );
}

function Overview({
  asOf,
  comparison,
  role,
  centreIds,
  person,
}: ContentProps & Permissions & { person: string }) {
  const since = usePreviousVisit(person);
  const overview = useOverview({ asOf, comparison, since, role });
  const error = overview.errorOf('headlines');
  const { figures, isUpdating } = overview.told('headlines');
  if (error) return <Failed error={error} onRetry={overview.refetch} />;
  if (!isUpdating && figures?.figures.every(({ value }) => Number(value ?? 0) === 0)) return <Empty />;
  const isCoordinator = role === 'COORDINATOR';
  const shown = { asOf, overview };
  return (
    <>
      <FirstDoors {...shown} person={person} />
      {isCoordinator && <OwnCentres {...shown} centreIds={centreIds} />}
      {isCoordinator && <Matters />}
      <Headlines {...shown} comparison={comparison} />
      <Columns>
        <ProvinceMap {...shown} />
        <LevelsPerYear overview={overview} />
      </Columns>
      {/* What is asked beside the figures waits for the first of them: it does not compete for the same register. */}
      {figures && mayDo(role, 'participations', 'list') && !isCoordinator && <Matters />}
      {since !== undefined && <Changes {...shown} since={since} />}
    </>
  );
}

/** What is due, and what was done last. */
function Matters() {
  return (
    <Columns>
      <Attention />
      <Recent />
    </Columns>
  );
}

function Columns({ children }: { children: ReactNode }) {
  return (
    <Box
      className="columns"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 3fr)' },
        columnGap: 10,
      }}
    >
      {children}
    </Box>
  );
}

function Empty() {
  const t = useT();
  const { permissions } = usePermissions<Permissions | undefined>();
  const mayImport = permissions !== undefined && mayDo(permissions.role, 'imports', 'create');
  return (
    <Message
      title={t('dashboard.emptyTitle')}
      text={t(mayImport ? 'dashboard.emptyText' : 'register.list.emptyReadOnly')}
    >
      {mayImport && (
        <Button variant="outlined" component={Link} to="/imports">
          {t('imports.title')}
        </Button>
      )}
    </Message>
  );
}

function Compare({ value, onChange }: { value: Comparison; onChange: (comparison: Comparison) => void }) {
  const t = useT();
  return (
    <TextField
      select
      label={t('dashboard.compareWith')}
      value={value}
      onChange={(event) => onChange(event.target.value as Comparison)}
      sx={{ minWidth: 168 }}
    >
      {COMPARISONS.map((one) => (
        <MenuItem key={one} value={one}>
          {t(`dashboard.comparisons.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function AsOf({ value, onChange }: { value: string; onChange: (date: string) => void }) {
  const t = useT();
  return (
    <Stack direction="row" sx={{ gap: 2 }}>
      <DateField
        label={t('dashboard.asOf')}
        value={value}
        onDate={(date) => onChange(date || today())}
        sx={{ width: 172 }}
      />
    </Stack>
  );
}
