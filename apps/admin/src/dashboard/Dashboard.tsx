import { Box, Button, MenuItem, Stack, TextField } from '@mui/material';
import { usePermissions } from 'react-admin';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { mayDo } from '../providers/access';
import type { Permissions } from '../providers/auth-provider';
import { useFigures } from '../providers/figures';
import { useProgramme } from '../providers/programme';
import { today } from '../providers/today';
import { DateField } from '../ui/dates/DateField';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { useIsPrinting } from '../ui/print/use-is-printing';
import { Attention } from './Attention';
import { Changes } from './Changes';
import { COMPARISONS, type Comparison } from './comparison';
import { Headlines } from './Headlines';
import { LevelsPerYear } from './LevelsPerYear';
import { OverviewViews } from './OverviewViews';
import { OwnCentres } from './OwnCentres';
import { ProvinceMap } from './ProvinceMap';
import { Recent } from './Recent';
import { HEADLINES } from './headline-codes';
import { useDates } from './use-dates';

const FirstDoors = lazy(() => import('./FirstDoors'));

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

function Content({ asOf, comparison }: { asOf: string; comparison: Comparison }) {
  const { permissions } = usePermissions<Permissions | undefined>();
  const { data, error, refetch } = useFigures({ asOf, indicator: HEADLINES });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data?.figures.every(({ value }) => Number(value ?? 0) === 0)) return <Empty />;
  const readsRegister = permissions !== undefined && mayDo(permissions.role, 'participations', 'list');
  const isCoordinator = permissions?.role === 'COORDINATOR';
  return (
    <>
      <Suspense>
        <FirstDoors asOf={asOf} />
      </Suspense>
      <OwnCentres asOf={asOf} />
      {isCoordinator && <Matters />}
      <Headlines asOf={asOf} comparison={comparison} />
      {/* The headlines first: what stands below them does not compete for the same register. */}
      {data && (
        <>
          <Columns>
            <ProvinceMap asOf={asOf} />
            <LevelsPerYear asOf={asOf} />
          </Columns>
          {readsRegister && !isCoordinator && <Matters />}
          <Changes asOf={asOf} />
        </>
      )}
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
