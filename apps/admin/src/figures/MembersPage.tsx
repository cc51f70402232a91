import { Box, Link as MuiLink, Pagination } from '@mui/material';
import { findIndicator, type FigureMember } from '@fieldlab/domain';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useLanguage, useNames, useT } from '../i18n/use-t';
import { memberPath, useMembers } from '../providers/figures';
import { refusalOf } from '../providers/http';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Waiting } from '../ui/page/Waiting';

const PER_PAGE = 50;

/** Exactly the records that were counted; their number stands in the heading. */
export default function MembersPage() {
  const t = useT();
  const language = useLanguage();
  const { indicator: code = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const { page = '1', ...asked } = Object.fromEntries(parameters);
  const { data, error, refetch } = useMembers({
    ...asked,
    indicator: code,
    page: Number(page),
    perPage: PER_PAGE,
  });
  const count = useCount(code, data?.total);
  const back = `/figures?${new URLSearchParams({ ...asked, indicator: code }).toString()}`;
  return (
    <Page
      title={findIndicator(code)?.title[language] ?? code}
      above={
        <MuiLink component={Link} to={back} color="inherit">
          {t('figures.backToFigure')}
        </MuiLink>
      }
      below={<Where count={count} />}
    >
      {error && <Refused error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {!error && data && <Members members={data.data} />}
      {data && data.total > PER_PAGE && (
        <Pagination
          count={Math.ceil(data.total / PER_PAGE)}
          page={Number(page)}
          onChange={(_event, next) => setParameters({ ...asked, page: String(next) })}
          sx={{ mt: 4 }}
        />
      )}
    </Page>
  );
}

/** Of a count its value again; behind a sum or ratio the records that were added up. */
function useCount(code: string, total: number | undefined): string | undefined {
  const t = useT();
  const { number } = useFormat();
  if (total === undefined) return undefined;
  const isCount = findIndicator(code)?.unit === 'count';
  const text = t(isCount ? 'figures.membersCount' : 'figures.membersBehind', { smart_count: total });
  return text.replace(String(total), number(total));
}

function Where({ count }: { count: string | undefined }) {
  const { date } = useFormat();
  const t = useT();
  const [parameters] = useSearchParams();
  const asOf = parameters.get('asOf');
  return (
    <span role="status">
      {[count, asOf && `${t('dashboard.asOf').toLowerCase()} ${date(asOf)}`].filter(Boolean).join(' · ')}
    </span>
  );
}

function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  if (refusalOf(error).status !== 403) return <Failed error={error} onRetry={onRetry} />;
  return <Message title={t('frame.state.deniedTitle')} text={t('figures.membersForbidden')} />;
}

function Members({ members }: { members: readonly FigureMember[] }) {
  const { one } = useNames();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
      {members.map((member) => (
        <Box
          component="li"
          key={`${member.resource}/${member.id}`}
          sx={{ py: 2, borderBottom: 1, borderColor: 'divider', display: 'flex', gap: 3 }}
        >
          <MuiLink
            component={Link}
            to={memberPath(member)}
            sx={{ color: 'inherit', flex: 1, overflowWrap: 'anywhere' }}
          >
            {member.label}
          </MuiLink>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {one(member.resource)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
