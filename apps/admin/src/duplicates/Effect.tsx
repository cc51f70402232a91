import { findIndicator } from '@fieldlab/domain';
import { Box, Typography } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import type { MergeEffect } from '../providers/duplicates';
import { useWhy } from '../ui/use-error-text';

/** Which figures of the whole programme a merge changes, and to what. */
export function Effect({ effect, error }: { effect: MergeEffect | undefined; error: Error | null }) {
  const t = useT();
  const why = useWhy();
  if (error) return <Typography sx={{ color: 'text.secondary' }}>{why(error)}</Typography>;
  if (!effect) return <Typography sx={{ color: 'text.secondary' }}>{t('duplicates.reckoning')}</Typography>;
  const changed = effect.figures.filter(({ before, after }) => before !== after);
  return (
    <div aria-live="polite">
      {changed.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {changed.map((figure) => (
            <Changed key={figure.indicator} {...figure} />
          ))}
        </Box>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {t(changed.length > 0 ? 'duplicates.othersStay' : 'duplicates.allStay')}
        {effect.overlapsIn.length > 0 &&
          ` ${t('duplicates.overlaps', { centres: effect.overlapsIn.join(', ') })}`}
      </Typography>
    </div>
  );
}

function Changed({ indicator: code, before, after }: MergeEffect['figures'][number]) {
  const language = useLanguage();
  const { figure } = useFormat();
  const indicator = findIndicator(code);
  const unit = indicator?.unit ?? 'count';
  return (
    <Box
      component="li"
      sx={{ display: 'flex', justifyContent: 'space-between', gap: 4, py: 1, flexWrap: 'wrap' }}
    >
      <span>{indicator?.title[language] ?? code}</span>
      <Box component="span" className="figure" sx={{ whiteSpace: 'nowrap' }}>
        {figure(before, unit)} → <strong>{figure(after, unit)}</strong>
      </Box>
    </Box>
  );
}
