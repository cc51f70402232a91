import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Statement } from '../providers/statements';
import { Level } from '../ui/fields/Ladder';

/** What a company states beside what is registered: old → new, of what differs. */
export function StatedChanges({ statement: { registered, stated } }: { statement: Statement }) {
  const t = useT();
  const { date } = useFormat();
  if (!stated) return null;
  const last = (day: string | null): string => (day === null ? t('rounds.statements.goesOn') : date(day));
  const changes: [label: string, isChanged: boolean, from: ReactNode, to: ReactNode][] = [
    [
      t('publicly.participation.level'),
      registered.level !== stated.level,
      <Level key="from" level={registered.level} />,
      <Level key="to" level={stated.level} />,
    ],
    [
      t('publicly.participation.since'),
      registered.startedOn !== stated.startedOn,
      date(registered.startedOn),
      date(stated.startedOn),
    ],
    [
      t('publicly.participation.lastDay'),
      registered.lastDay !== stated.lastDay,
      last(registered.lastDay),
      last(stated.lastDay),
    ],
  ];
  const changed = changes.filter(([, isChanged]) => isChanged);
  if (changed.length === 0) return <Box sx={{ mt: 1 }}>{t('rounds.statements.same')}</Box>;
  return (
    <Box
      component="dl"
      sx={{ m: 0, mt: 1, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 4, rowGap: 0.5 }}
    >
      {changed.map(([label, , from, to]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
            <Box component="s" sx={{ color: 'text.secondary' }}>
              {from}
            </Box>
            <span aria-hidden>→</span>
            <strong>{to}</strong>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
