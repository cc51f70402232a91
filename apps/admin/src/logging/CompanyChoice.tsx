import { Box, Button, Stack, Typography } from '@mui/material';
import { useGetOne } from 'react-admin';
import { useT, type Translate } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { describeCompany } from '../ui/inputs/describe';
import { RecordPicker } from '../ui/inputs/RecordPicker';
import { emptyCompany, type Draft } from './draft';
import { NewCompanyFields } from './NewCompanyFields';

interface CompanyChoiceProps {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  fault: string | undefined;
  typeFault: string | undefined;
}

/** Finds the company as one types, or makes it on the spot. */
export function CompanyChoice({ draft, set, fault, typeFault }: CompanyChoiceProps) {
  const { newCompany } = draft;
  if (newCompany) return <NewCompanyFields company={newCompany} {...{ set, fault, typeFault }} />;
  if (draft.companyId) return <Chosen id={draft.companyId} set={set} />;
  return <Finder set={set} fault={fault} />;
}

function Chosen({ id, set }: { id: string; set: CompanyChoiceProps['set'] }) {
  const t = useT();
  const { data: company } = useGetOne<Company>('companies', { id });
  return (
    <Stack
      direction="row"
      sx={{
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: 2,
        borderBottom: 1,
        borderColor: 'divider',
        pb: 3,
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{company?.name ?? ' '}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {company && describeCompany(company)}
        </Typography>
      </Box>
      <Button size="small" onClick={() => set({ companyId: null, companyName: '' })} sx={{ flexShrink: 0 }}>
        {t('logging.change')}
      </Button>
    </Stack>
  );
}

function Finder({ set, fault }: Pick<CompanyChoiceProps, 'set' | 'fault'>) {
  const t = useT();
  return (
    <RecordPicker<Company>
      resource="companies"
      searchFrom={2}
      value={null}
      onChange={(companyId, company) => {
        if (company) set({ companyId, companyName: company.name });
      }}
      creates={{
        onCreate: (typed) => set({ newCompany: newCompanyOf(typed) }),
        words: (name) => t('logging.newCompany', { name }),
      }}
      label={t('logging.company')}
      placeholder={t('logging.companyHint')}
      describe={(company) => describeFound(company, t)}
      autoFocus
      required
      error={fault !== undefined}
      helperText={fault ?? ''}
    />
  );
}

function describeFound(company: Company, t: Translate): string {
  const centres = company.centreCount ?? 0;
  const line = [describeCompany(company), centres > 0 && t('logging.inCentres', { smart_count: centres })];
  return line.filter(Boolean).join(' · ');
}

/** Eight digits are a number, anything else is a name. */
function newCompanyOf(text: string): NonNullable<Draft['newCompany']> {
  const isNumber = /^\d{8}$/.test(text);
  return { ...emptyCompany(), ...(isNumber ? { kvkNumber: text } : { name: text }) };
}
