import { Typography } from '@mui/material';
import type { FiguresAnswer } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { placesCompanies, type FigureQuery } from '../ui/figures/use-figure-query';

/** Says as of which day companies are placed: they move. */
export function PlacesNote({ asked, answer }: { asked: FigureQuery; answer: FiguresAnswer }) {
  const t = useT();
  const { date } = useFormat();
  if (!placesCompanies(asked)) return null;
  const { placesOn, asOf } = answer;
  return (
    <Typography role="note" variant="body2" sx={{ color: 'text.secondary', mb: 5, maxWidth: '75ch' }}>
      {placesOn === undefined
        ? t('figures.places.asThen', { date: date(asOf) })
        : t('figures.places.asNow', { date: date(placesOn) })}
    </Typography>
  );
}
