import { Box } from '@mui/material';
import { findIndicator, type EditionChange } from '@fieldlab/domain';
import { useFormat } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-t';

/** What an edition changed of the one before: from, to, and why. */
export function Changes({ changes }: { changes: readonly EditionChange[] }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
      {changes.map((change) => (
        <Change key={`${change.indicator}/${change.by ?? ''}/${change.key ?? ''}`} change={change} />
      ))}
    </Box>
  );
}

function Change({ change: { indicator: code, key, from, to, reasons } }: { change: EditionChange }) {
  const language = useLanguage();
  const { figure: write, change: signed } = useFormat();
  const indicator = findIndicator(code);
  const unit = indicator?.unit ?? 'count';
  const where = key === undefined ? '' : ` (${key.replace(/^NL-/, '')})`;
  return (
    <Box component="li" sx={{ fontSize: '0.875rem' }}>
      <Box sx={{ fontWeight: 600 }}>{`${indicator?.title[language] ?? code}${where}`}</Box>
      <Box className="figure">{`${write(from, unit)} → ${write(to, unit)}`}</Box>
      {reasons.map(({ reason, label, change }) => (
        <Box key={reason} sx={{ color: 'text.secondary' }}>
          {change === undefined ? label : `${signed(Number(change), unit)} ${label}`}
        </Box>
      ))}
    </Box>
  );
}
