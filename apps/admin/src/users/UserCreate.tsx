import { CreatePage } from '../ui/forms/pages';
import { UserInputs } from './UserInputs';

export default function UserCreate() {
  return (
    <CreatePage resource="users" redirect="list" defaultValues={{ role: 'COORDINATOR', centreIds: [] }}>
      <UserInputs />
    </CreatePage>
  );
}
