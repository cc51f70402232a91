import { Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { capitalised, useT, useWords } from '../i18n/use-t';
import type { User } from '../providers/records';
import { Instant, Muted, RecordLinks } from '../ui/fields/values';
import { ChoiceFilter } from '../ui/list/filters';
import { AddButton, RegisterList } from '../ui/list/RegisterList';
import { DemonstrationAccounts } from './DemonstrationAccounts';
import { SignInRules } from './SignInRules';
import { InviteAgain } from './UserActions';

const Column = DataTable.Col<User>;

export default function UserList() {
  const t = useT();
  const words = useWords();
  return (
    <RegisterList<User>
      resource="users"
      sort={{ field: 'name', order: 'ASC' }}
      nameOf={({ name }) => name}
      to={({ id }) => `/users/${id}`}
      card={(user) => <Card user={user} />}
      filters={<RoleFilter />}
      hasExport={false}
      hasBulk={false}
      lead={<DemonstrationAccounts />}
      primaryAction={
        <>
          <SignInRules />
          <AddButton resource="users" />
        </>
      }
    >
      <Column
        source="name"
        render={({ id, name }) => (
          <MuiLink component={Link} to={`/users/${id}`} sx={{ color: 'inherit' }}>
            {name}
          </MuiLink>
        )}
      />
      <Column source="email" />
      <Column source="role" render={({ role }) => capitalised(words.role[role])} />
      <Column
        source="centreIds"
        disableSort
        render={({ centreIds }) => <RecordLinks resource="centres" ids={centreIds} />}
      />
      <Column source="status" disableSort render={(user) => <Status user={user} />} />
      <Column
        source="hasSecondFactor"
        disableSort
        render={({ hasSecondFactor }) => t(`users.secondFactor.${hasSecondFactor ? 'yes' : 'no'}`)}
      />
      <Column source="lastSeenAt" disableSort render={({ lastSeenAt }) => <LastSeen at={lastSeenAt} />} />
    </RegisterList>
  );
}

/** An invitation that never went stands out, with what to do about it. */
function Status({ user }: { user: User }) {
  const t = useT();
  if (user.invitationGivenUpAt === null) return t(`users.status.${user.status}`);
  return (
    <Stack sx={{ alignItems: 'flex-start' }} onClick={(event) => event.stopPropagation()}>
      <Undelivered />
      <InviteAgain user={user} isSmall />
    </Stack>
  );
}

function Undelivered() {
  const t = useT();
  return (
    <Typography component="span" variant="inherit" sx={{ color: 'error.main' }}>
      {t('users.undelivered')}
    </Typography>
  );
}

function LastSeen({ at }: { at: string | null }) {
  const t = useT();
  return at === null ? <Muted>{t('users.never')}</Muted> : <Instant at={at} />;
}

function Card({ user: { email, role, status, invitationGivenUpAt } }: { user: User }) {
  const t = useT();
  const words = useWords();
  return (
    <>
      <span>
        {capitalised(words.role[role])}
        {status === 'INVITED' && invitationGivenUpAt === null && ` · ${t('users.status.INVITED')}`}
      </span>
      {invitationGivenUpAt !== null && <Undelivered />}
      <span>{email}</span>
    </>
  );
}

function RoleFilter() {
  const words = useWords();
  return <ChoiceFilter resource="users" source="role" words={words.role} />;
}
