import type { User } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { UserActions } from './UserActions';
import { UserInputs } from './UserInputs';

export default function UserEdit() {
  return (
    <EditPage<User>
      resource="users"
      redirect="list"
      nameOf={({ name }) => name}
      actions={(user) => <UserActions user={user} />}
    >
      <UserInputs />
    </EditPage>
  );
}
