import {
  Box,
  Button,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import { findIndicator, type Figure, type FigureCell } from '@fieldlab/domain';
import { useGetMany } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { amountOf, figureOf, membersPath } from '../providers/figures';
import type { Centre } from '../providers/records';
import { FigureRow } from '../ui/charts/FigureRow';
import { RecordLink } from '../ui/fields/values';
import { useLogSheet } from '../ui/log-sheet';
import { Section } from '../ui/page/Section';
import { Sideways } from '../ui/page/Sideways';
import { OWN } from './overview-questions';
import type { OverviewProps } from './use-overview';

/** What a coordinator comes for: their own centres, before the programme as a whole. */
export function OwnCentres({ asOf, centreIds, overview }: OverviewProps & { centreIds: readonly string[] }) {
  const t = useT();
  const ids = [...centreIds];
  const { data: centres = [] } = useGetMany<Centre>('centres', { ids }, { enabled: ids.length > 0 });
  const [only, ...others] = centres;
  if (!only) return null;
  return (
    <Section
      help="ownCentres"
      title={others.length === 0 ? only.name : t('dashboard.ownCentres')}
      actions={<Actions centreId={others.length === 0 ? only.id : undefined} />}
    >
      {others.length === 0 ? (
        <OneCentre centre={only} asOf={asOf} overview={overview} />
      ) : (
        <CentresTable centres={centres} asOf={asOf} overview={overview} />
      )}
    </Section>
  );
}

function Actions({ centreId }: { centreId: string | undefined }) {
  const t = useT();
  const { open } = useLogSheet();
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      <Button variant="outlined" onClick={() => open(centreId === undefined ? {} : { centreId })}>
        {t('logging.title')}
      </Button>
      <Button
        variant="outlined"
        component={Link}
        to={centreId === undefined ? '/paste' : `/paste?centreId=${centreId}`}
      >
        {t('pasting.title')}
      </Button>
      {centreId !== undefined && (
        <Button component={Link} to={`/centres/${centreId}/show`}>
          {t('register.record.open')}
        </Button>
      )}
    </Box>
  );
}

function OneCentre({ centre, asOf, overview }: OverviewProps & { centre: Centre }) {
  const language = useLanguage();
  const { figure } = useFormat();
  const scope = `centre:${centre.code}`;
  const { figures: data } = overview.told('own');
  const figures = data?.figures.map(({ indicator, breakdown, unit }) => ({
    key: indicator,
    help: indicator as (typeof OWN)[number],
    label: findIndicator(indicator)?.title[language] ?? indicator,
    text: figure(amountOf(cellOf(breakdown, centre)?.value), unit),
    to: membersPath(indicator, { scope, asOf, from: data.from ?? undefined }),
  }));
  return <FigureRow figures={figures} count={OWN.length} />;
}

function CentresTable({ centres, asOf, overview }: OverviewProps & { centres: readonly Centre[] }) {
  const t = useT();
  const language = useLanguage();
  const { figures: data } = overview.told('own');
  const { number } = useFormat();
  return (
    <Sideways label={t('dashboard.ownCentres')} mb={4}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('logging.centre')}</TableCell>
            {OWN.map((code) => (
              <TableCell key={code} align="right">
                {findIndicator(code)?.title[language]}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {centres.map(({ id, name, code: key }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">
                <RecordLink resource="centres" id={id} name={name} />
              </TableCell>
              {OWN.map((code) => {
                const cell = cellOf(figureOf(data, code)?.breakdown, { code: key });
                const to = membersPath(code, { scope: `centre:${key}`, asOf, from: data?.from ?? undefined });
                return (
                  <TableCell key={code} align="right">
                    <MuiLink component={Link} to={to}>
                      {data && number(amountOf(cell?.value))}
                    </MuiLink>
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Sideways>
  );
}

/** What is nothing has no cell. */
const cellOf = (cells: Figure['breakdown'], { code }: Pick<Centre, 'code'>): FigureCell | undefined =>
  cells?.find(({ key }) => key === code);
