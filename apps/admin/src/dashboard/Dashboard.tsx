import { Button, Skeleton } from '@mui/material';
import { useGetIdentity, usePermissions } from 'react-admin';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { mayDo } from '../providers/access';
import type { Permissions } from '../providers/auth-provider';
import { useProgramme } from '../providers/programme';
import { FigureRow } from '../ui/charts/FigureRow';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';
import { useIsPrinting } from '../ui/print/use-is-printing';
import { Changes } from './Changes';
import type { Comparison } from './comparison';
import { Columns } from './Columns';
import { FirstDoors } from './FirstDoors';
import { Headlines } from './Headlines';
import { LevelsPerYear } from './LevelsPerYear';
import { OverviewViews } from './OverviewViews';
import { OwnCentres } from './OwnCentres';
import { ProvinceMap } from './ProvinceMap';
import { useDates } from './use-dates';
import { useOverview } from './use-overview';
import { usePreviousVisit } from './use-previous-visit';

const later = () => import('./later-parts');
const DateChoices = lazy(async () => ({ default: (await later()).DateChoices }));
const Matters = lazy(async () => ({ default: (await later()).Matters }));

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
          <Suspense fallback={<Skeleton variant="rounded" width={348} height={40} />}>
            <DateChoices asOf={asOf} comparison={comparison} show={show} />
          </Suspense>
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
    <FigureRow figures={undefined} count={5} hasMore />
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
  const matters = (
    <Suspense fallback={<Waiting />}>
      <Matters />
    </Suspense>
  );
  return (
    <>
      <FirstDoors {...shown} person={person} />
      {isCoordinator && <OwnCentres {...shown} centreIds={centreIds} />}
      {isCoordinator && matters}
      <Headlines {...shown} comparison={comparison} />
      <Columns>
        <ProvinceMap {...shown} />
        <LevelsPerYear overview={overview} />
      </Columns>
      {/* What is asked beside the figures waits for the first of them: it does not compete for the same register. */}
      {figures && mayDo(role, 'participations', 'list') && !isCoordinator && matters}
      {since !== undefined && <Changes {...shown} since={since} />}
    </>
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
