import { Box, Link as MuiLink } from '@mui/material';
import { NETHERLANDS } from '@fieldlab/domain';
import { useGetMany } from 'react-admin';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import { useFormat } from '../../i18n/format';
import { useLanguage, useT } from '../../i18n/use-t';
import { recordPath } from '../../providers/record-path';
import { RowContext } from '../list/row-context';

/** A date in the reader's notation. */
export function Day({ date }: { date: string | null | undefined }) {
  const { date: write } = useFormat();
  return date ? <time dateTime={date}>{write(date)}</time> : <None />;
}

/** A moment, to the minute. */
export function Instant({ at }: { at: string }) {
  const { instant } = useFormat();
  return <time dateTime={at}>{instant(at)}</time>;
}

/** The last day of a period; without one it goes on. */
export function LastDay({ date }: { date: string | null | undefined }) {
  const t = useT();
  const { date: write } = useFormat();
  if (!date) return <Muted>{t('register.record.stillOpen')}</Muted>;
  return <time dateTime={date}>{t('register.record.until', { date: write(date) })}</time>;
}

export function Money({ amount }: { amount: string }) {
  const { money } = useFormat();
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {money(amount)}
    </Box>
  );
}

/** A link to a record's page, by its name; in a list, one to another kind of record than its rows stands out. */
export function RecordLink({ resource, id, name }: { resource: string; id: string; name: string | null }) {
  const { resource: rows } = useContext(RowContext);
  const leadsAway = rows !== '' && rows !== resource;
  return (
    <MuiLink
      component={Link}
      to={recordPath(resource, id)}
      onClick={(event) => event.stopPropagation()}
      sx={{ color: leadsAway ? 'primary.main' : 'inherit', textDecorationColor: 'currentColor' }}
    >
      {name ?? '…'}
    </MuiLink>
  );
}

/** Links to records of which only the ids are known; asked for together. */
export function RecordLinks({ resource, ids }: { resource: string; ids: readonly string[] }) {
  const { data = [] } = useGetMany<{ id: string; name?: string; title?: string }>(resource, {
    ids: [...ids],
  });
  if (ids.length === 0) return <None />;
  return (
    <>
      {ids.map((id, index) => {
        const found = data.find((record) => record.id === id);
        return (
          <span key={id}>
            {index > 0 && ', '}
            <RecordLink resource={resource} id={id} name={found?.name ?? found?.title ?? null} />
          </span>
        );
      })}
    </>
  );
}

export function Province({ code }: { code: string | null }) {
  const language = useLanguage();
  const region = NETHERLANDS.regions.find((one) => one.code === code);
  return region ? <>{region.name[language]}</> : <None />;
}

export function WebLink({ address }: { address: string | null }) {
  if (!address) return <None />;
  const href = /^https?:/.test(address) ? address : `https://${address}`;
  return (
    <MuiLink href={href} target="_blank" rel="noreferrer" sx={{ overflowWrap: 'anywhere' }}>
      {address.replace(/^https?:\/\//, '')}
    </MuiLink>
  );
}

/** Nothing is known: said in a way that does not shout. */
export function None() {
  const t = useT();
  return (
    <Box
      component="span"
      sx={{ color: 'text.secondary' }}
      aria-label={t('register.record.unknown')}
      role="img"
    >
      –
    </Box>
  );
}

export function Muted({ children }: { children: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {children}
    </Box>
  );
}
