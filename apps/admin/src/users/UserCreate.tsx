import { CreatePage } from '../ui/forms/pages';
import { UserInputs } from './UserInputs';

const FRESH = { role: 'COORDINATOR', centreIds: [], language: 'nl' };

export default function UserCreate() {
  return (
    <CreatePage resource="users" redirect="list" defaultValues={FRESH}>
      <UserInputs isNew />
    </CreatePage>
  );
}
