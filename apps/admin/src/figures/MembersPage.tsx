import { Box, Link as MuiLink } from '@mui/material';
import { findIndicator, type FigureMember } from '@fieldlab/domain';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useLanguage, useNames, useT } from '../i18n/use-t';
import { memberPath, useMembers } from '../providers/figure-members';
import { refusalOf } from '../providers/http';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Pages } from '../ui/page/Pages';
import { Waiting } from '../ui/page/Waiting';
import { MemberRecords } from './MemberRecords';
import { useCounted } from './use-counted';

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
  const counted = useCounted(code, asked, data?.total);
  const back = `/figures?${new URLSearchParams({ ...asked, indicator: code }).toString()}`;
  return (
    <Page
      title={findIndicator(code)?.title[language] ?? code}
      above={
        <MuiLink component={Link} to={back} color="inherit">
          {t('figures.backToFigure')}
        </MuiLink>
      }
      below={<span role="status">{counted}</span>}
    >
      {error && <Refused error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {!error && data && <Members members={data.data} />}
      {data && (
        <Pages
          count={Math.ceil(data.total / PER_PAGE)}
          page={Number(page)}
          onChange={(next) => setParameters({ ...asked, page: String(next) })}
        />
      )}
    </Page>
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
          sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}
        >
          <Box sx={{ display: 'flex', gap: 3 }}>
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
          <MemberRecords member={member} />
        </Box>
      ))}
    </Box>
  );
}
