import { Box } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Stated } from '../providers/participation-link';
import { Level } from '../ui/fields/Ladder';

/** A participation in a line: its level, since when, and until when. */
export function WhatHolds({ stated: { level, startedOn, lastDay } }: { stated: Stated }) {
  const t = useT();
  const { date } = useFormat();
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1 }}>
      <Level level={level} />
      <span>{t('register.record.since', { date: date(startedOn) })}</span>
      <span>
        {lastDay === null
          ? t('publicly.participation.goesOn')
          : t('register.record.until', { date: date(lastDay) })}
      </span>
    </Box>
  );
}
