import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useGetList, usePermissions } from 'react-admin';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { mayDo } from '../providers/access';
import type { Permissions } from '../providers/auth-provider';
import { Section } from '../ui/page/Section';

const UNSUPPORTED = { claimLevel: 'SELF_REPORTED' };

/** What asks for somebody's hand. */
export function Attention() {
  const t = useT();
  const spinOffs = useCount('spin-offs', UNSUPPORTED);
  const outcomes = useCount('outcomes', UNSUPPORTED);
  const imports = useCount('imports', { status: 'REJECTED' });
  const all = [
    {
      count: spinOffs,
      text: t('dashboard.withoutEvidence', { smart_count: spinOffs }),
      to: listPath('spin-offs', UNSUPPORTED),
    },
    {
      count: outcomes,
      text: t('dashboard.outcomesWithoutEvidence', { smart_count: outcomes }),
      to: listPath('outcomes', UNSUPPORTED),
    },
    { count: imports, text: t('dashboard.faultyImports', { smart_count: imports }), to: '/imports' },
  ];
  const shown = all.filter(({ count }) => count > 0);
  return (
    <Section title={t('dashboard.attentionTitle')}>
      {shown.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('dashboard.attentionNone')}</Typography>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map(({ text, to }) => (
          <Box
            component="li"
            key={to}
            sx={{ py: 2, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}
          >
            <MuiLink component={Link} to={to} sx={{ color: 'warning.main' }}>
              {text}
            </MuiLink>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

const listPath = (resource: string, filter: object): string =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** How many there are; none for who may not see them. */
function useCount(resource: string, filter: Record<string, string>): number {
  const { permissions } = usePermissions<Permissions | undefined>();
  const enabled = permissions !== undefined && mayDo(permissions.role, resource, 'list');
  const { total = 0 } = useGetList(
    resource,
    { filter, pagination: { page: 1, perPage: 1 } },
    { enabled, retry: false },
  );
  return total;
}
