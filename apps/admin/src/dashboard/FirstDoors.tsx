import { Box, Button, ButtonBase, Skeleton, Typography } from '@mui/material';
import { useStore } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { en } from '../i18n/doors/en';
import { nl } from '../i18n/doors/nl';
import { useFormat } from '../i18n/format';
import { useLanguage } from '../i18n/use-t';
import { comparePath } from '../providers/comparisons';
import { amountOf, figureOf } from '../providers/figures';
import { useLogSheet } from '../ui/log-sheet';
import { Section } from '../ui/page/Section';
import { useMay } from '../ui/use-may';
import { DOOR } from './overview-questions';
import type { OverviewProps } from './use-overview';

const WORDS = { nl, en };
/** Of a door whose text takes two lines. */
const DOOR_HEIGHT = 99;
const [MORE, FEWER] = DOOR;

/** Three ways in for who comes for the first time; each person puts them away, and brings them back. */
export function FirstDoors({ asOf, person, overview }: OverviewProps & { person: string }) {
  const words = WORDS[useLanguage()];
  const [isAway, setAway] = useStore(`doors.${person}.away`, false);
  if (isAway) {
    return (
      <Box className="no-print" sx={{ mb: 4 }}>
        <Button size="small" color="inherit" onClick={() => setAway(false)} sx={{ ml: -1.5 }}>
          {words.bringBack}
        </Button>
      </Box>
    );
  }
  return (
    <div className="no-print">
      <Section
        title={words.title}
        actions={
          <Button size="small" color="inherit" onClick={() => setAway(true)}>
            {words.putAway}
          </Button>
        }
      >
        <Doors asOf={asOf} overview={overview} />
      </Section>
    </div>
  );
}

function Doors({ asOf, overview }: OverviewProps) {
  const words = WORDS[useLanguage()];
  const { number } = useFormat();
  const { open } = useLogSheet();
  const may = useMay();
  const { figures: data } = overview.told('door');
  const [more, fewer] = DOOR.map((code) => amountOf(figureOf(data, code)?.value)) as [number, number];
  const question = comparePath({ indicator: MORE, asOf }, { indicator: FEWER, asOf });
  return (
    <Box
      component="ul"
      sx={{
        ...{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(auto-fit, minmax(0, 1fr))' },
        gridAutoFlow: { md: 'column' },
        gridAutoColumns: { md: 'minmax(0, 1fr)' },
      }}
    >
      {may('participations', 'create') && (
        <Door text={words.logText} onClick={() => open({})}>
          {words.log}
        </Door>
      )}
      {!data && <Skeleton component="li" variant="rounded" height={DOOR_HEIGHT} />}
      {data && more !== fewer && (
        <Door text={words.whyText} to={question}>
          {words.why(number(more), number(fewer))}
        </Door>
      )}
      <Door text={words.pasteText} href="/public/check">
        {words.paste}
      </Door>
    </Box>
  );
}

interface DoorProps {
  text: string;
  to?: string;
  /** Of a page outside the admin. */
  href?: string;
  onClick?: () => void;
  children: ReactNode;
}

function Door({ text, to, href, onClick, children }: DoorProps) {
  const leads = to === undefined ? { onClick, ...(href !== undefined && { href }) } : { component: Link, to };
  return (
    <Box component="li" sx={{ display: 'flex', minWidth: 0 }}>
      <ButtonBase
        {...leads}
        sx={{
          ...{
            width: '100%',
            display: 'flex',
            flexDirection: 'column',
            alignItems: 'start',
            justifyContent: 'start',
            textAlign: 'left',
            p: 4,
            borderRadius: 1,
          },
          ...{ border: 1, borderColor: 'divider', bgcolor: 'background.paper', color: 'text.primary' },
          '&:hover': { borderColor: 'primary.main' },
        }}
      >
        <Typography component="span" sx={{ display: 'block', fontWeight: 600, color: 'primary.main', mb: 1 }}>
          {children}
        </Typography>
        <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
          {text}
        </Typography>
      </ButtonBase>
    </Box>
  );
}
