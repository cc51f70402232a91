import { Box, Button } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useT, useWords } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { useLogSheet } from '../ui/log-sheet';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';
import { CompanyFacts } from './CompanyFacts';
import { CompanyParts } from './CompanyParts';
import { MergedIntoNote, Merges } from './Merges';
import { Timeline } from './Timeline';

/** Everything about one firm on one page. */
export default function CompanyShow() {
  return (
    <ShowPage<Company>
      resource="companies"
      nameOf={({ name }) => name}
      below={(company) => <InOneLine company={company} />}
      actions={({ id, mergedIntoId }) => mergedIntoId === null && <LogButton companyId={id} />}
      isReadOnly={({ mergedIntoId }) => mergedIntoId !== null}
    >
      {(company) => <Content company={company} />}
    </ShowPage>
  );
}

function Content({ company }: { company: Company }) {
  const t = useT();
  return (
    <>
      {company.mergedIntoId && <MergedIntoNote survivorId={company.mergedIntoId} />}
      <Box
        className="columns"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          columnGap: 8,
        }}
      >
        <Section title={t('people.timeline')}>
          <Timeline company={company} />
        </Section>
        <Section title={t('register.record.facts')}>
          <CompanyFacts company={company} />
        </Section>
      </Box>
      <Merges companyId={company.id} />
      <CompanyParts company={company} />
    </>
  );
}

function InOneLine({ company }: { company: Company }) {
  const words = useWords();
  const { kvkNumber, foreignNumber, municipality, sizeClass, organisationType } = company;
  const parts = [
    kvkNumber ? `KvK ${kvkNumber}` : foreignNumber,
    municipality,
    sizeClass && words.sizeClass[sizeClass],
    organisationType === 'BUSINESS' ? undefined : words.organisationType[organisationType],
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

function LogButton({ companyId }: { companyId: string }) {
  const t = useT();
  const { open } = useLogSheet();
  const { canAccess } = useCanAccess({ resource: 'participations', action: 'create' });
  if (!canAccess) return null;
  return (
    <Button variant="outlined" onClick={() => open({ companyId })}>
      {t('logging.title')}
    </Button>
  );
}
