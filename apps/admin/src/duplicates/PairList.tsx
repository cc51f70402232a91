import { Box, Checkbox, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Duplicate } from '../providers/duplicates';
import { RecordLink } from '../ui/fields/values';
import { Sideways } from '../ui/page/Sideways';
import { BulkDecision } from './BulkDecision';
import { percentOf } from './choices';

interface PairListProps {
  pairs: readonly Duplicate[];
  importId: string | undefined;
  onLater: (ids: readonly string[]) => void;
}

/** Pairs below each other, to decide upon several at once. */
export function PairList({ pairs, importId, onLater }: PairListProps) {
  const t = useT();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  // What was decided, by whomever, is not there any more.
  const chosen = pairs.filter(({ id }) => ticked.has(id));
  const toggle = (id: string, isChosen: boolean): void => {
    const others = [...ticked].filter((one) => one !== id);
    setTicked(new Set(isChosen ? [...others, id] : others));
  };
  return (
    <>
      <BulkDecision pairs={chosen} {...{ importId, onLater }} onDecided={() => setTicked(new Set())} />
      <Sideways label={t('duplicates.list')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell padding="checkbox">
                <Checkbox
                  size="small"
                  checked={chosen.length === pairs.length}
                  onChange={(_event, all) => setTicked(new Set(all ? pairs.map(({ id }) => id) : []))}
                  slotProps={{ input: { 'aria-label': t('duplicates.chooseAll') } }}
                />
              </TableCell>
              {(['one', 'other', 'chance', 'because'] as const).map((name) => (
                <TableCell key={name} align={name === 'chance' ? 'right' : 'left'}>
                  {t(`duplicates.columns.${name}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {pairs.map((pair) => (
              <PairRow key={pair.id} pair={pair} isChosen={ticked.has(pair.id)} onToggle={toggle} />
            ))}
          </TableBody>
        </Table>
      </Sideways>
    </>
  );
}

interface PairRowProps {
  pair: Duplicate;
  isChosen: boolean;
  onToggle: (id: string, isChosen: boolean) => void;
}

function PairRow({ pair, isChosen, onToggle }: PairRowProps) {
  const t = useT();
  const { id, left, right, score, reasons } = pair;
  return (
    <TableRow selected={isChosen}>
      <TableCell padding="checkbox">
        <Checkbox
          size="small"
          checked={isChosen}
          onChange={(_event, next) => onToggle(id, next)}
          slotProps={{
            input: { 'aria-label': t('duplicates.choose', { left: left.name, right: right.name }) },
          }}
        />
      </TableCell>
      <CompanyCell company={left} />
      <CompanyCell company={right} />
      <TableCell align="right" className="figure">
        {percentOf(score)}%
      </TableCell>
      <TableCell sx={{ color: 'text.secondary' }}>{reasons[0]?.text}</TableCell>
    </TableRow>
  );
}

function CompanyCell({ company }: { company: Duplicate['left'] }) {
  const { id, name, kvkNumber, municipality } = company;
  const facts = [kvkNumber, municipality].filter((fact) => fact !== null);
  return (
    <TableCell sx={{ minWidth: 160 }}>
      <RecordLink resource="companies" id={id} name={name} />
      {facts.length > 0 && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{facts.join(' · ')}</Box>
      )}
    </TableCell>
  );
}
