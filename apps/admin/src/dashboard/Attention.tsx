import { Box, Link as MuiLink, NativeSelect, Typography } from '@mui/material';
import { useStore } from 'react-admin';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { Rows } from './Rows';
import { useAttention } from './use-attention';

const DAYS = [30, 60, 90, 120, 180, 365] as const;

/** What asks for somebody's hand. */
export function Attention() {
  const t = useT();
  const [days, setDays] = useStore<number>('dashboard.silentAfter', 120);
  const matters = useAttention(days);
  return (
    <Section title={t('dashboard.attentionTitle')} help="attention">
      {!matters && <Waiting rows={3} />}
      {matters?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('dashboard.attentionNone')}</Typography>
      )}
      <Rows>
        {matters?.map(({ key, text, to }) => (
          <li key={key}>
            <MuiLink component={Link} to={to} sx={{ color: 'warning.main' }}>
              {text}
            </MuiLink>
          </li>
        ))}
      </Rows>
      <Box
        component="label"
        className="no-print"
        sx={{ display: 'block', mt: 3, fontSize: '0.8125rem', color: 'text.secondary' }}
      >
        {t('dashboard.silentAfter')}{' '}
        <NativeSelect
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
          sx={{ fontSize: 'inherit' }}
        >
          {DAYS.map((one) => (
            <option key={one} value={one}>
              {t('dashboard.days', { smart_count: one })}
            </option>
          ))}
        </NativeSelect>
      </Box>
    </Section>
  );
}
