import { Box, Button, Stack } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { useFigures } from '../providers/figures';
import { useProgramme } from '../providers/programme';
import { today } from '../providers/today';
import { DateField } from '../ui/dates/DateField';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Attention } from './Attention';
import { Headlines } from './Headlines';
import { LevelsPerYear } from './LevelsPerYear';
import { ProvinceMap } from './ProvinceMap';
import { Recent } from './Recent';
import { HEADLINES } from './headline-codes';

/** The programme at a glance; every number leads to what was counted. */
export function Dashboard() {
  const t = useT();
  const programme = useProgramme();
  const [asOf, setAsOf] = useState(today());
  return (
    <Page title={programme?.name ?? t('dashboard.title')} actions={<AsOf value={asOf} onChange={setAsOf} />}>
      <Content asOf={asOf} />
    </Page>
  );
}

function Content({ asOf }: { asOf: string }) {
  const { data, error, refetch } = useFigures({ asOf, indicator: HEADLINES });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data?.figures.every(({ value }) => Number(value ?? 0) === 0)) return <Empty />;
  return (
    <>
      <Headlines asOf={asOf} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 3fr)' },
          columnGap: 10,
        }}
      >
        <ProvinceMap asOf={asOf} />
        <LevelsPerYear asOf={asOf} />
        <Attention />
        <Recent />
      </Box>
    </>
  );
}

function Empty() {
  const t = useT();
  return (
    <Message title={t('dashboard.emptyTitle')} text={t('dashboard.emptyText')}>
      <Button variant="outlined" component={Link} to="/imports">
        {t('imports.title')}
      </Button>
    </Message>
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
