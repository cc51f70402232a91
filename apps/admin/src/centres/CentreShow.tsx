import { Box, Button } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { Link } from 'react-router-dom';
import { useT, useWords, capitalised } from '../i18n/use-t';
import type { Centre } from '../providers/records';
import { LastDay } from '../ui/fields/values';
import { useLogSheet } from '../ui/log-sheet';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';
import { CentreFacts } from './CentreFacts';
import { CentreFigures } from './CentreFigures';
import { CentreParts } from './CentreParts';

/** One fieldlab or hub: its own figures, its facts, who takes part and what happens there. */
export default function CentreShow() {
  return (
    <ShowPage<Centre>
      resource="centres"
      nameOf={({ name }) => name}
      below={(centre) => <InOneLine centre={centre} />}
      actions={({ id }) => <LogButton centreId={id} />}
    >
      {(centre) => <Content centre={centre} />}
    </ShowPage>
  );
}

function Content({ centre }: { centre: Centre }) {
  const t = useT();
  return (
    <>
      <CentreFigures centre={centre} />
      <Box
        className="columns"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          columnGap: 8,
        }}
      >
        <CentreParts centre={centre} />
        <Section title={t('register.record.facts')}>
          <CentreFacts centre={centre} />
        </Section>
      </Box>
    </>
  );
}

function InOneLine({ centre: { kind, code, municipality, lastDay } }: { centre: Centre }) {
  const words = useWords();
  return (
    <>
      {[capitalised(words.centreKind[kind]), code, municipality].filter(Boolean).join(' · ')}
      {lastDay && (
        <>
          {' · '}
          <LastDay date={lastDay} />
        </>
      )}
    </>
  );
}

function LogButton({ centreId }: { centreId: string }) {
  const t = useT();
  const { open } = useLogSheet();
  const { canAccess } = useCanAccess({ resource: 'participations', action: 'create' });
  if (!canAccess) return null;
  return (
    <>
      <Button variant="outlined" component={Link} to={`/paste?centreId=${centreId}`}>
        {t('pasting.title')}
      </Button>
      <Button variant="outlined" onClick={() => open({ centreId })}>
        {t('logging.title')}
      </Button>
    </>
  );
}
