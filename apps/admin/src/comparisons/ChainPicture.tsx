import { Box, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Bridge, BridgeStep } from '../providers/reconciliation';
import { TableSwitch } from '../ui/charts/ChartTable';
import { Waterfall } from '../ui/charts/Waterfall';
import { Section } from '../ui/page/Section';
import { chainRows, type ChainRow } from './chain-rows';
import { useChangeText } from './use-change-text';
import { useFigureWords } from './use-figure-words';

interface ChainPictureProps {
  bridges: readonly Bridge[];
  /** The page that shows the records behind a step. */
  doorTo: (bridge: Bridge, step: BridgeStep) => string;
}

/** From figure to figure with every reason between them, as a picture or as a table. */
export function ChainPicture({ bridges, doorTo }: ChainPictureProps) {
  const t = useT();
  const rows = useRows(bridges, doorTo);
  const [isTable, setTable] = useState(false);
  const title = t('comparing.waterfall', { from: rows.at(0)?.text, to: rows.at(-1)?.text });
  return (
    <Section title={title} help="bridge" actions={<TableSwitch isTable={isTable} onChange={setTable} />}>
      {isTable ? <StepTable rows={rows} /> : <Waterfall rows={rows} label={title} />}
    </Section>
  );
}

function useRows(bridges: readonly Bridge[], door: ChainPictureProps['doorTo']): ChainRow[] {
  const { figure: write } = useFormat();
  const words = useFigureWords();
  const unit = bridges[0]?.left.unit ?? 'count';
  const change = useChangeText(unit);
  return chainRows(bridges, { end: words, value: (value) => write(value, unit), change, door });
}

function StepTable({ rows }: { rows: readonly ChainRow[] }) {
  const t = useT();
  const { number } = useFormat();
  return (
    <Box className="sideways" sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('comparing.step')}</TableCell>
            <TableCell align="right">{t('comparing.change')}</TableCell>
            <TableCell align="right">{t('comparing.running')}</TableCell>
            <TableCell align="right">{t('comparing.records')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, label, text, total, isEnd, door, records }) => (
            <TableRow key={key} sx={{ '& > *': { fontWeight: isEnd ? 600 : undefined } }}>
              <TableCell component="th" scope="row">
                {door === undefined ? (
                  label
                ) : (
                  <MuiLink component={Link} to={door} sx={{ color: 'inherit' }}>
                    {label}
                  </MuiLink>
                )}
              </TableCell>
              <TableCell align="right">{isEnd ? '' : text}</TableCell>
              <TableCell align="right">{total}</TableCell>
              <TableCell align="right">{records === undefined ? '' : number(records)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
