import { Link as MuiLink } from '@mui/material';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import type { User } from '../providers/records';
import { RecordLinks } from '../ui/fields/values';
import { RegisterList } from '../ui/list/RegisterList';

const Column = DataTable.Col<User>;

export default function UserList() {
  const t = useT();
  return (
    <RegisterList<User>
      resource="users"
      sort={{ field: 'name', order: 'ASC' }}
      nameOf={({ name }) => name}
      to={({ id }) => `/users/${id}`}
      card={({ email, role }) => (
        <>
          <span>{t(`frame.roles.${role}`)}</span>
          <span>{email}</span>
        </>
      )}
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
      <Column source="role" render={({ role }) => t(`frame.roles.${role}`)} />
      <Column
        source="centreIds"
        disableSort
        render={({ centreIds }) => <RecordLinks resource="centres" ids={centreIds} />}
      />
    </RegisterList>
  );
}
