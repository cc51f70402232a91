import { Box, Typography } from '@mui/material';
import { indicatorReference, type Indicator } from '@fieldlab/domain';
import { useLanguage, useT } from '../../i18n/use-t';
import { Section } from '../page/Section';

/** The published definition beside the figure, with its version. */
export function Definition({ indicator }: { indicator: Indicator }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Section title={t('figures.definition')}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {indicator.title[language]}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
        {t(`figures.kinds.${indicator.kind}`)} · <Box component="code">{indicatorReference(indicator)}</Box>
      </Typography>
      <Typography sx={{ fontSize: '0.875rem', maxWidth: '75ch' }}>
        {indicator.definition[language]}
      </Typography>
    </Section>
  );
}
