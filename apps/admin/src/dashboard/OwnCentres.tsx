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
import { findIndicator } from '@fieldlab/domain';
import { useGetMany, usePermissions } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import type { Permissions } from '../providers/auth-provider';
import { amountOf, figureOf, membersPath, useFigures } from '../providers/figures';
import type { Centre } from '../providers/records';
import { FigureRow } from '../ui/charts/FigureRow';
import { RecordLink } from '../ui/fields/values';
import { useLogSheet } from '../ui/log-sheet';
import { Section } from '../ui/page/Section';
import { Sideways } from '../ui/page/Sideways';

const SHOWN = ['companies_participating', 'companies_participated', 'people_trained', 'spin_offs'] as const;

/** What a coordinator comes for: their own centres, before the programme as a whole. */
export function OwnCentres({ asOf }: { asOf: string }) {
  const t = useT();
  const { permissions } = usePermissions<Permissions | undefined>();
  const ids = permissions?.role === 'COORDINATOR' ? [...permissions.centreIds] : [];
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
        <OneCentre centre={only} asOf={asOf} />
      ) : (
        <CentresTable centres={centres} asOf={asOf} />
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

function OneCentre({ centre, asOf }: { centre: Centre; asOf: string }) {
  const language = useLanguage();
  const { figure } = useFormat();
  const scope = `centre:${centre.code}`;
  const { data } = useFigures({ scope, asOf, indicator: SHOWN });
  const figures = data?.figures.map(({ indicator, value, unit }) => ({
    key: indicator,
    help: indicator as (typeof SHOWN)[number],
    label: findIndicator(indicator)?.title[language] ?? indicator,
    text: figure(value, unit),
    to: membersPath(indicator, { scope, asOf, from: data.from ?? undefined }),
  }));
  return <FigureRow figures={figures} count={SHOWN.length} />;
}

function CentresTable({ centres, asOf }: { centres: readonly Centre[]; asOf: string }) {
  const t = useT();
  const language = useLanguage();
  const { data } = useFigures({ asOf, by: 'centre', indicator: SHOWN });
  const { number } = useFormat();
  return (
    <Sideways label={t('dashboard.ownCentres')} mb={4}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('logging.centre')}</TableCell>
            {SHOWN.map((code) => (
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
              {SHOWN.map((code) => {
                const cell = figureOf(data, code)?.breakdown?.find((one) => one.key === key);
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
