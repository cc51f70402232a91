import { Box, Radio, RadioGroup } from '@mui/material';
import { REPORT_TEMPLATES, type ReportTemplate } from '@fieldlab/domain';
import { useLanguage, useT } from '../i18n/use-t';

/** A report from nothing is no template, but is chosen in the same place. */
const NOTHING = 'nothing';

/** The templates, each with a sentence that says what it gives. */
export function TemplateChoice({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const t = useT();
  const language = useLanguage();
  const templates = Object.entries<ReportTemplate>(REPORT_TEMPLATES).map(([name, template]) => ({
    name,
    title: template.title[language],
    text: template.description[language],
  }));
  const nothing = {
    name: NOTHING,
    title: t('reports.create.nothing'),
    text: t('reports.create.nothingText'),
  };
  return (
    <RadioGroup
      aria-label={t('reports.create.template')}
      value={value}
      onChange={(_event, name) => onChange(name)}
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr', lg: 'repeat(3, 1fr)' },
      }}
    >
      {[...templates, nothing].map(({ name, title, text }) => (
        <Box key={name} component="label" sx={lookOf(name === value)}>
          <Radio value={name} size="small" sx={{ p: 1 }} />
          <span>
            <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
              {title}
            </Box>
            <Box component="span" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
              {text}
            </Box>
          </span>
        </Box>
      ))}
    </RadioGroup>
  );
}

const lookOf = (isChosen: boolean) => ({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  alignItems: 'center',
  columnGap: 2,
  p: 3,
  border: 1,
  borderColor: isChosen ? 'primary.main' : 'divider',
  borderRadius: 1,
  cursor: 'pointer',
});
