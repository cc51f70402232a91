import { Box } from '@mui/material';
import { changedCell, findIndicator, type EditionChange, type SealedEdition } from '@fieldlab/domain';
import { useFormat } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-t';

/** What an edition changed of the one before: from, to, and why. */
export function Changes({ edition }: { edition: SealedEdition }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
      {edition.changes?.map((change) => (
        <Change
          key={`${change.indicator}/${change.by ?? ''}/${change.key ?? ''}`}
          change={change}
          edition={edition}
        />
      ))}
    </Box>
  );
}

function Change({ change, edition }: { change: EditionChange; edition: SealedEdition }) {
  const { indicator: code, from, to, reasons } = change;
  const language = useLanguage();
  const { figure: write, change: signed } = useFormat();
  const indicator = findIndicator(code);
  const unit = indicator?.unit ?? 'count';
  const cell = changedCell(change, edition, language);
  return (
    <Box component="li" sx={{ fontSize: '0.875rem' }}>
      <Box
        sx={{ fontWeight: 600 }}
      >{`${indicator?.title[language] ?? code}${cell === undefined ? '' : `, ${cell}`}`}</Box>
      <Box className="figure">{`${write(from, unit)} → ${write(to, unit)}`}</Box>
      {reasons.map(({ reason, label, change: added }) => (
        <Box key={reason} sx={{ color: 'text.secondary' }}>
          {added === undefined ? label : `${signed(Number(added), unit)} ${label}`}
        </Box>
      ))}
    </Box>
  );
}
