import { Box, Link as MuiLink, Typography } from '@mui/material';
import { findIndicator, type Figure } from '@fieldlab/domain';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { amountOf, figureOf, figurePath } from '../providers/figures';
import { comparePath } from '../providers/comparisons';
import { Section } from '../ui/page/Section';
import { Rows } from './Rows';
import type { OverviewProps } from './use-overview';

/** What is known now and was not when this person looked before: the same figures, by the second clock. */
export function Changes({ asOf, since, overview }: OverviewProps & { since: string }) {
  const t = useT();
  const { instant } = useFormat();
  const [now, before] = (['watched', 'watchedBefore'] as const).map((name) => overview.told(name).figures);
  const changed = (now?.figures ?? []).flatMap((figure) => {
    const former = figureOf(before, figure.indicator);
    return former && former.value !== figure.value ? [{ figure, former }] : [];
  });
  return (
    <Section title={t('dashboard.changesTitle')} help="changes">
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('dashboard.changesSince', { date: instant(since) })}
      </Typography>
      {before && changed.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('dashboard.changesNone')}</Typography>
      )}
      <Rows>
        {changed.map(({ figure, former }) => (
          <Change key={figure.indicator} figure={figure} former={former} asOf={asOf} since={since} />
        ))}
      </Rows>
    </Section>
  );
}

interface ChangeProps {
  figure: Figure;
  former: Figure;
  asOf: string;
  since: string;
}

/** The figure by its name, and its change by what it came from. */
function Change({ figure, former, asOf, since }: ChangeProps) {
  const language = useLanguage();
  const { figure: write, change } = useFormat();
  const title = findIndicator(figure.indicator)?.title[language] ?? figure.indicator;
  const { indicator } = figure;
  const difference = amountOf(figure.value) - amountOf(former.value);
  return (
    <Box component="li" sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
      <Link to={figurePath(figure.indicator, { asOf })} style={{ color: 'inherit' }}>
        {title}
      </Link>
      <MuiLink
        component={Link}
        to={comparePath({ indicator, asOf, knownAt: since }, { indicator, asOf })}
        sx={{ color: 'inherit', whiteSpace: 'nowrap', textAlign: 'right' }}
      >
        {`${write(former.value, figure.unit)} → ${write(figure.value, figure.unit)} `}
        <strong>{`(${change(difference, figure.unit)})`}</strong>
      </MuiLink>
    </Box>
  );
}
