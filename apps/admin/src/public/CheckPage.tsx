import { Box, Button, Link as MuiLink, TextField, Typography } from '@mui/material';
import { LONGEST_CHECKED, MOST_NUMBERS } from '@fieldlab/domain';
import { useState, type SyntheticEvent } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import {
  editionPath,
  useCheck,
  type CheckedNumber,
  type CheckedNumbers,
  type NumberMatch,
} from '../providers/public';
import { Failed } from '../ui/page/Failed';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';

/** Anybody pastes a text, and reads of every number in it which published figure it is. */
export default function CheckPage() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const { data, error, isFetching, refetch } = useCheck(asked);
  const { length } = typed;
  const isTooLong = length > LONGEST_CHECKED;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(typed);
  };
  return (
    <Page title={t('publicly.check')} below={t('publicly.checkIntro')}>
      <Box component="form" className="no-print" onSubmit={submit} sx={{ display: 'grid', gap: 3, mb: 8 }}>
        <TextField
          label={t('publicly.text')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          multiline
          minRows={4}
          maxRows={14}
          fullWidth
          error={isTooLong}
          helperText={isTooLong && t('publicly.tooLong', { length, most: LONGEST_CHECKED })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <Box>
          <Button
            type="submit"
            variant="contained"
            disabled={typed.trim() === '' || isTooLong}
            loading={isFetching}
          >
            {t('publicly.ask')}
          </Button>
        </Box>
      </Box>
      <Box aria-live="polite">
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {asked !== '' && !error && !data && <Waiting rows={3} />}
        {data && <Answer text={asked} {...data} />}
      </Box>
    </Page>
  );
}

function Answer({ text, numbers, definitions }: { text: string } & CheckedNumbers) {
  const t = useT();
  const meanings = new Map(definitions.map(({ reference, definition }) => [reference, definition]));
  if (numbers.length === 0) return <Typography>{t('publicly.noNumbers')}</Typography>;
  return (
    <>
      <Marked text={text} numbers={numbers} />
      {numbers.length === MOST_NUMBERS && (
        <Typography sx={{ mb: 4 }}>{t('publicly.firstNumbers', { most: MOST_NUMBERS })}</Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {numbers.map((number) => (
          <Box
            component="li"
            key={number.start}
            sx={{ borderTop: 1, borderColor: 'divider', py: 4, display: 'grid', gap: 3 }}
          >
            <Typography variant="h2" className="figure">
              {number.text}
            </Typography>
            {number.matches.length === 0 && (
              <Typography sx={{ color: 'text.secondary' }}>{t('publicly.unknown')}</Typography>
            )}
            {number.matches.map((match, index) => (
              <Match
                key={index}
                match={match}
                definition={meanings.get(`${match.indicator}@${match.definitionVersion}`)}
              />
            ))}
          </Box>
        ))}
      </Box>
    </>
  );
}

/** The text as it was pasted, each number marked: with a full line when it is known, a dotted one when it is not. */
function Marked({ text, numbers }: { text: string; numbers: readonly CheckedNumber[] }) {
  const starts = [0, ...numbers.map(({ end }) => end)];
  return (
    <Box sx={{ whiteSpace: 'pre-wrap', mb: 6, maxWidth: '75ch', overflowWrap: 'anywhere' }}>
      {numbers.map(({ start, end, matches }, index) => (
        <span key={start}>
          {text.slice(starts[index], start)}
          <Box
            component="mark"
            sx={{
              ...{ color: 'inherit', bgcolor: 'transparent', fontWeight: 600, borderBottom: '2px' },
              borderBottomStyle: matches.length > 0 ? 'solid' : 'dotted',
              borderColor: matches.length > 0 ? 'primary.main' : 'warning.main',
            }}
          >
            {text.slice(start, end)}
          </Box>
        </span>
      ))}
      {text.slice(starts.at(-1))}
    </Box>
  );
}

function Match({ match, definition }: { match: NumberMatch; definition: string | undefined }) {
  const t = useT();
  const { figure: write, date } = useFormat();
  const { title, cell, value, unit, how, from, asOf, report, edition, restatedTo } = match;
  const when =
    from === null
      ? t('publicly.on', { asOf: date(asOf) })
      : t('publicly.from', { from: date(from), asOf: date(asOf) });
  return (
    <Box sx={{ maxWidth: '75ch' }}>
      <Box sx={{ fontWeight: 600 }}>
        {t('publicly.is', {
          value: write(value, unit),
          how: t(`publicly.${how}`),
          title: cell ? `${title}, ${cell.label}` : title,
        })}
      </Box>
      <Box sx={{ fontSize: '0.875rem' }}>
        {when} –{' '}
        <MuiLink component={Link} to={editionPath(report.id, edition)} underline="always">
          {t('publicly.inReport', { title: report.title, edition })}
        </MuiLink>
      </Box>
      <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>{definition}</Box>
      {restatedTo !== undefined && (
        <Box sx={{ fontSize: '0.875rem', color: 'warning.main' }}>
          {t('publicly.restated', { value: write(restatedTo, unit) })}
        </Box>
      )}
    </Box>
  );
}
