import {
  Box,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { breakdownName, type Figure, type FigureCell, type FiguresAnswer } from '@fieldlab/domain';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { capitalised, useLanguage, useT } from '../i18n/use-t';
import { amountOf, membersPath } from '../providers/figures';
import { useMayLookIn } from '../ui/use-figure-door';
import { apiQuery, type FigureQuery } from '../ui/figures/use-figure-query';

/** The cells of a breakdown; each is a door, and the total is no sum. */
export function CellTable({
  answer,
  figure,
  asked,
}: {
  answer: FiguresAnswer;
  figure: Figure;
  asked: FigureQuery;
}) {
  const t = useT();
  const language = useLanguage();
  const { figure: write } = useFormat();
  const mayLook = useMayLookIn(apiQuery(asked).scope);
  const cells = figure.breakdown ?? [];
  return (
    <Box className="sideways" sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>
              {asked.by === ''
                ? t('figures.cell')
                : capitalised(breakdownName(asked.by, language, answer.sectorVersion))}
            </TableCell>
            <TableCell align="right">{t('figures.value')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {cells.map((cell) => (
            <CellRow key={cell.key} cell={cell} figure={figure} asked={asked} mayLook={mayLook} />
          ))}
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell component="th" scope="row" sx={{ fontWeight: 600, color: 'text.primary' }}>
              {t('figures.total')}
            </TableCell>
            <TableCell align="right" sx={{ fontWeight: 600, color: 'text.primary' }}>
              {write(figure.value, figure.unit)}
            </TableCell>
          </TableRow>
        </TableFooter>
      </Table>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {t('figures.notSum')}
      </Typography>
    </Box>
  );
}

function CellRow({
  cell: { key, label, value },
  figure,
  asked,
  mayLook,
}: {
  cell: FigureCell;
  figure: Figure;
  asked: FigureQuery;
  mayLook: boolean;
}) {
  const t = useT();
  const { figure: write } = useFormat();
  const text = write(value, figure.unit);
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {label}
      </TableCell>
      <TableCell align="right">
        {amountOf(value) === 0 || !mayLook ? (
          text
        ) : (
          <MuiLink
            component={Link}
            to={membersPath(asked.indicator.code, { ...apiQuery(asked), key })}
            aria-label={t('figures.showMembers', { label, value: text })}
          >
            {text}
          </MuiLink>
        )}
      </TableCell>
    </TableRow>
  );
}
