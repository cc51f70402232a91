import { Box, Button, Link as MuiLink, MenuItem, Stack, TextField } from '@mui/material';
import { LANGUAGES, REPORT_TEMPLATES, type Language, type ReportTemplate } from '@fieldlab/domain';
import { useRef, type SyntheticEvent } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useLanguage, useT } from '../i18n/use-t';
import { useProgramme } from '../providers/programme';
import { makeReport, type Report } from '../providers/reports';
import { today } from '../providers/today';
import { useOfferUndo } from '../ui/bulk/use-bulk-action';
import { DateField } from '../ui/dates/DateField';
import { DraftNotice } from '../ui/forms/DraftNotice';
import { LeaveGuard } from '../ui/forms/LeaveGuard';
import { useKept } from '../ui/forms/use-kept';
import { useUnmaking } from '../ui/forms/use-saved-notice';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';
import { useAttempt } from '../ui/use-attempt';
import { ScopeField } from './ScopeField';
import { TemplateChoice } from './TemplateChoice';

const KINDS = { programme: undefined, hub: 'HUB', centre: 'FIELDLAB' } as const;
/** A report from nothing begins with one figure: without any it would be none. */
const NOTHING: Pick<ReportTemplate, 'scope' | 'indicators' | 'by' | 'text'> = {
  scope: 'programme',
  indicators: ['companies_participated'],
  by: [],
  text: { nl: '', en: '' },
};

const beginningOf = (template: string): typeof NOTHING & Partial<ReportTemplate> =>
  (REPORT_TEMPLATES as Record<string, ReportTemplate>)[template] ?? NOTHING;

/** A report is begun: from a template or from nothing, about a place and a period. */
export default function NewReportPage() {
  const t = useT();
  const making = useMaking();
  const { template, choose, values, set, kind, isReady, isBusy, make, typed, isMade } = making;
  return (
    <Page
      title={t('reports.create.title')}
      above={
        <MuiLink component={Link} to="/reports" color="inherit">
          {t('reports.title')}
        </MuiLink>
      }
    >
      <Box component="form" noValidate onSubmit={make}>
        <LeaveGuard isHeld={typed.isHeld} isSaving={isBusy} isSaved={isMade} onLeave={typed.restart} />
        {typed.wasKept && <DraftNotice onRestart={typed.restart} />}
        <Section title={t('reports.create.template')}>
          <TemplateChoice value={template} onChange={choose} />
        </Section>
        <Section title={t('reports.create.about')}>
          <Stack direction="row" sx={{ gap: 4, flexWrap: 'wrap', rowGap: 5, mb: 6 }}>
            <ScopeField value={values.scope} onChange={(scope) => set({ scope })} kind={kind} />
            <DateField
              label={t('reports.create.from')}
              value={values.from}
              onDate={(from) => set({ from })}
              sx={{ width: 180 }}
            />
            <DateField
              label={t('reports.create.asOf')}
              value={values.asOf}
              onDate={(asOf) => set({ asOf })}
              sx={{ width: 180 }}
            />
            <LanguageField value={values.language} onChange={(language) => set({ language })} />
          </Stack>
          <Button type="submit" variant="contained" disabled={!isReady} loading={isBusy}>
            {t('reports.create.submit')}
          </Button>
        </Section>
      </Box>
    </Page>
  );
}

interface Begun {
  template: string;
  /** What was said; the rest follows the template, the programme and the reader. */
  chosen: { scope?: string; from?: string; asOf?: string; language?: Language };
}

function useMaking() {
  const show = useShowing();
  const reader = useLanguage();
  const programme = useProgramme();
  const typed = useKept<Begun>('report.new', { template: 'evaluation', chosen: {} });
  const { template, chosen } = typed.value;
  const made = useRef(false);
  const { isBusy, attempt } = useAttempt();
  const begun = beginningOf(template);
  const kind = KINDS[begun.scope];
  const values = {
    scope: chosen.scope ?? (kind === undefined ? 'programme' : ''),
    from: chosen.from ?? programme?.startedOn ?? '',
    asOf: chosen.asOf ?? today(),
    language: chosen.language ?? reader,
  };
  const make = async (): Promise<void> => {
    const { scope, from, asOf, language } = values;
    const fresh = language === 'nl' ? 'Nieuw rapport' : 'New report';
    const report = await makeReport({
      ...{ scope, asOf, language, from: from === '' ? null : from },
      ...{ title: begun.title?.[language] ?? fresh, text: begun.text[language] },
      ...{ indicators: [...begun.indicators], by: [...begun.by] },
    });
    made.current = true;
    typed.restart();
    await show(report);
  };
  return {
    ...{ template, values, kind, isBusy, isReady: values.scope !== '' && values.asOf !== '' },
    ...{ typed, isMade: () => made.current },
    set: (change: Begun['chosen']) => typed.set({ chosen: { ...chosen, ...change } }),
    choose: (name: string) => {
      const { scope: _, ...others } = chosen;
      typed.set({ template: name, chosen: others });
    },
    make: (event: SyntheticEvent) => {
      event.preventDefault();
      void attempt(make);
    },
  };
}

/** Leads to a report that was begun, and offers to take that back. */
function useShowing(): (report: Report) => Promise<void> {
  const t = useT();
  const navigate = useNavigate();
  const offerUndo = useOfferUndo();
  const unmake = useUnmaking('reports');
  return async (report) => {
    await navigate(`/reports/${report.id}`);
    offerUndo(t('reports.create.done'), { undos: [() => unmake(report)] });
  };
}

function LanguageField({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const t = useT();
  return (
    <TextField
      select
      label={t('reports.create.language')}
      value={value}
      onChange={(event) => onChange(event.target.value as Language)}
      sx={{ width: 180 }}
      slotProps={{ inputLabel: { shrink: true } }}
    >
      {LANGUAGES.map((language) => (
        <MenuItem key={language} value={language}>
          {t(`reports.languages.${language}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
