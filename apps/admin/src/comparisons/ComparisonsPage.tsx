import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { findIndicator } from '@fieldlab/domain';
import { useCanAccess, useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { useLanguage, useT } from '../i18n/use-t';
import { comparePath, type Comparison } from '../providers/comparisons';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';

/** A question to begin with; every word of it can be changed. */
const FIRST = comparePath({ indicator: 'companies_reached' }, { indicator: 'companies_participating' });

/** The questions that were kept, and the way to a new one. */
export default function ComparisonsPage() {
  const t = useT();
  const { data, error, refetch } = useGetList<Comparison>('comparisons', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'title', order: 'ASC' },
  });
  return (
    <Page
      title={t('comparing.title')}
      help="comparisons"
      below={t('comparing.intro')}
      actions={data && data.length > 0 && <NewOne />}
    >
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data?.length === 0 && <Nothing />}
      {data && data.length > 0 && (
        <Section title={t('comparing.savedTitle')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map((comparison) => (
              <Saved key={comparison.id} comparison={comparison} />
            ))}
          </Box>
        </Section>
      )}
    </Page>
  );
}

function NewOne() {
  const t = useT();
  return (
    <Button variant="contained" component={Link} to={FIRST}>
      {t('comparing.new')}
    </Button>
  );
}

function Nothing() {
  const t = useT();
  const { canAccess } = useCanAccess({ resource: 'comparisons', action: 'create' });
  return (
    <Message
      title={t('comparing.emptyTitle')}
      text={t(canAccess ? 'comparing.empty' : 'comparing.emptyReadOnly')}
    >
      <NewOne />
    </Message>
  );
}

/** A title, and in one line which figures it is about. */
function Saved({ comparison: { id, title, chains } }: { comparison: Comparison }) {
  const language = useLanguage();
  const named = chains.map((chain) => {
    const titles = chain.map(({ indicator }) => findIndicator(indicator)?.title[language] ?? indicator);
    return [...new Set(titles)].join(' → ');
  });
  return (
    <Box component="li" sx={{ py: 3, borderBottom: 1, borderColor: 'divider' }}>
      <MuiLink component={Link} to={`/comparisons/${id}`} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {title}
      </MuiLink>
      {named.map((line) => (
        <Typography key={line} variant="body2" sx={{ color: 'text.secondary' }}>
          {line}
        </Typography>
      ))}
    </Box>
  );
}
