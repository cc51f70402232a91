import type { User } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { UserInputs } from './UserInputs';

export default function UserEdit() {
  return (
    <EditPage<User> resource="users" redirect="list" nameOf={({ name }) => name}>
      <UserInputs />
    </EditPage>
  );
}
